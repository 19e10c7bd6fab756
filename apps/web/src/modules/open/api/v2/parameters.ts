import { selectCodes, selectCodesOfList, type V2VariablesSelection } from '@jamvikt/tables'
import type { CsvOptions } from '../csv.ts'
import { FORMATS, type Format } from '../formats.ts'
import { type Asked, quoted, refused } from '../refusal.ts'
import type { Asks, Placement, VariableAsk } from '../selection.ts'

/** Names of parameters are alike in either case: older programs write `valueCodes`, the specification `valuecodes`. */
const BRACKETED = /^(valuecodes|codelist|outputvalues)\[(.*)\]$/is
const LOOKS_BRACKETED = /^[A-Za-z]+\[.*\]$/s

/** The formats of version 2; JSON-stat 1 is of version 1 alone. */
export const V2_FORMATS: readonly Format[] = FORMATS.filter((format) => format !== 'json-stat')
export const DEFAULT_FORMAT: Format = 'json-stat2'

const TEXTS = { UseCodes: 'codes', UseTexts: 'texts', UseCodesAndTexts: 'codes-and-texts' } as const
const SEPARATORS = { SeparatorTab: '\t', SeparatorSpace: ' ', SeparatorSemicolon: ';' } as const
export const FORMAT_PARAMS = [...Object.keys(TEXTS), 'IncludeTitle', ...Object.keys(SEPARATORS)]

export interface Selected {
  readonly asks: Asks
  readonly placement: Placement
}

/**
 * Reads a selection from an address.
 * @returns what is asked of each variable, nothing of those that are not named; 400 for a parameter in brackets that
 * there is not
 * @example selectedByAddress(new URLSearchParams('valueCodes[Tid]=TOP(2)'))
 */
export function selectedByAddress(params: URLSearchParams): Asked<Selected> {
  const found = new Map<string, { codes?: string; codeList?: string; single?: boolean }>()
  for (const [name, value] of params) {
    const [, kind = '', variable = ''] = BRACKETED.exec(name) ?? []
    if (kind === '') {
      if (LOOKS_BRACKETED.test(name)) return refused(400, `There is no parameter ${quoted(name)}.`)
      continue
    }
    const ask = found.get(variable) ?? {}
    found.set(variable, ask)
    if (kind.toLowerCase() === 'valuecodes')
      ask.codes = ask.codes === undefined ? value : `${ask.codes},${value}`
    else if (kind.toLowerCase() === 'codelist') ask.codeList = value
    else if (/^(aggregated|single)$/i.test(value)) ask.single = value.toLowerCase() === 'single'
    else return refused(400, `Parameter ${quoted(name)} is “aggregated” or “single”, not ${quoted(value)}.`)
  }
  const asks = [...found].map(
    ([variable, { codes = '', codeList = '', single = false }]): [string, VariableAsk] => [
      variable,
      {
        choose: codes === '' ? null : (all, options) => selectCodes(codes, all, options),
        codeList: codeList === '' ? null : codeList,
        single,
      },
    ],
  )
  const placed = (name: string) => {
    const given = params
      .getAll(name)
      .flatMap((value) => value.split(','))
      .filter(Boolean)
    return given.length === 0 ? {} : { [name]: given }
  }
  return { ok: true, asks: new Map(asks), placement: { ...placed('stub'), ...placed('heading') } }
}

/** The same from the body of a POST. A variable with no value codes is one that is left out. */
export function selectedByBody({ selection, placement }: V2VariablesSelection): Asked<Selected> {
  const asks = new Map<string, VariableAsk>()
  for (const { variableCode, valueCodes, codelist } of selection) {
    if (asks.has(variableCode)) return refused(400, `Variable ${quoted(variableCode)} is selected twice.`)
    const codes = valueCodes ?? []
    asks.set(variableCode, {
      choose: codes.length === 0 ? null : (all, options) => selectCodesOfList(codes, all, options),
      codeList: codelist ?? null,
    })
  }
  return {
    ok: true,
    asks,
    placement: {
      ...(placement?.stub ? { stub: placement.stub } : {}),
      ...(placement?.heading ? { heading: placement.heading } : {}),
    },
  }
}

export interface Output {
  readonly format: Format
  readonly options: CsvOptions
}

/**
 * Reads the format asked for and its parameters. Those that say nothing of the format in question are passed over.
 * @param given names of parameters, apart or between commas
 * @returns 400 for a format or parameter that there is not, or two that cannot be together
 * @example outputOf('csv', ['UseCodes', 'SeparatorSemicolon'])
 */
export function outputOf(name: string | null, given: readonly string[]): Asked<Output> {
  const format = V2_FORMATS.find((each) => each === (name ?? DEFAULT_FORMAT).toLowerCase())
  if (format === undefined)
    return refused(
      400,
      `There is no output format ${quoted(name ?? '')}; there are ${V2_FORMATS.join(', ')}.`,
    )
  const names = given
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter(Boolean)
  const unknown = names.find((each) => !FORMAT_PARAMS.includes(each))
  if (unknown !== undefined)
    return refused(
      400,
      `There is no output format parameter ${quoted(unknown)}; there are ${FORMAT_PARAMS.join(', ')}.`,
    )
  const texts = Object.entries(TEXTS).flatMap(([each, value]) => (names.includes(each) ? [value] : []))
  const separators = Object.entries(SEPARATORS).flatMap(([each, value]) =>
    names.includes(each) ? [value] : [],
  )
  if (texts.length > 1 || separators.length > 1)
    return refused(400, `The output format parameters ${quoted(names.join(', '))} exclude each other.`)
  const [text] = texts
  const [separator] = separators
  return {
    ok: true,
    format,
    options: {
      title: names.includes('IncludeTitle'),
      ...(text === undefined ? {} : { texts: text }),
      ...(separator === undefined ? {} : { separator }),
    },
  }
}

/**
 * Reads a whole number from an address.
 * @returns the number, or what stands for it where it is not given; 400 where it is none, or less than 1
 */
export function countOf(
  params: URLSearchParams,
  name: string,
  otherwise: number,
): Asked<{ readonly count: number }> {
  const text = params.get(name)
  if (text === null || text === '') return { ok: true, count: otherwise }
  if (!/^[1-9]\d{0,8}$/.test(text))
    return refused(400, `Parameter ${quoted(name)} is a whole number from 1, not ${quoted(text)}.`)
  return { ok: true, count: Number(text) }
}
