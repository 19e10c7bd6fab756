import { timeUnitOf } from '../json-stat/time-unit.ts'
import { STATE, stateOfSign } from '../stat/cell-state.ts'
import { defined } from '../stat/defined.ts'
import { mostDecimals, SHOWN_DECIMALS } from '../stat/figure-decimals.ts'
import { checkedRead, DEFAULT_STAT_LIMITS, type StatRead, StatRefusedError } from '../stat/refusal.ts'
import {
  type Category,
  cellsOf,
  type Note,
  type StatDimension,
  type StatTable,
  stridesOf,
} from '../stat/stat-table.ts'
import type { V1Json, V1Metadata } from './v1-answers.ts'

/** The dimension of the contents, where the answer has several columns of them and the metadata name none. */
const CONTENTS = 'ContentsCode'
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/

export interface V1JsonOptions {
  readonly language: string
  /** Gives the title and the texts of the values; without it every value is labelled by its code. */
  readonly metadata?: V1Metadata
  readonly cells?: number
}

/**
 * A table of the answer format `json`: rows of a key and of one value for each column of contents. Codes stand in the
 * order they come; keys that do not come are unavailable. Values are numbers, or signs of PX files. With several
 * columns of contents these become the last dimension, with the role `metric`; a single one names the contents.
 * @returns the table; or `too-many-cells`, `too-few-values` and `too-many-values` (a row that does not fit the
 * columns), `value-unreadable`, `duplicate-key`, with the place of the row
 * @source PxWebApi 1.0 specification, section “PX-JSON”
 * @example tableOfV1Json(read.answer, { language: 'sv' })
 */
export function tableOfV1Json(answer: V1Json, options: V1JsonOptions): StatRead {
  try {
    return checkedRead(readTable(answer, options))
  } catch (error) {
    if (error instanceof StatRefusedError) return error.refusal
    throw error
  }
}

function readTable(answer: V1Json, { language, metadata, cells: most }: V1JsonOptions): StatTable {
  const keyColumns = answer.columns.filter(({ type }) => type !== 'c')
  const contents = answer.columns.filter(({ type }) => type === 'c')
  const places = keyColumns.map(() => new Map<string, number>())
  for (const [row, { key, values }] of answer.data.entries()) {
    refuseLength(key.length - keyColumns.length, `data[${row}].key`)
    refuseLength(values.length - contents.length, `data[${row}].values`)
    for (const [d, code] of key.entries()) if (!places[d]?.has(code)) places[d]?.set(code, places[d].size)
  }
  const several = contents.length > 1
  const sizes = [...places.map(({ size }) => size), ...(several ? [contents.length] : [])]
  const cells = cellsOf(sizes)
  if (cells > (most ?? DEFAULT_STAT_LIMITS.cells))
    throw new StatRefusedError('too-many-cells', { keyword: 'data', detail: String(cells) })
  const values = new Float64Array(cells).fill(Number.NaN)
  const states = new Uint8Array(cells).fill(STATE.unavailable)
  const filled = new Uint8Array(cells)
  const strides = stridesOf(sizes)
  for (const [row, { key, values: found }] of answer.data.entries()) {
    const first = key.reduce((sum, code, d) => sum + (places[d]?.get(code) ?? 0) * (strides[d] ?? 1), 0)
    for (const [c, value] of found.entries()) {
      const cell = first + (several ? c : 0)
      if (filled[cell] === 1) throw new StatRefusedError('duplicate-key', { keyword: `data[${row}]` })
      filled[cell] = 1
      readCell(value, cell, values, states, `data[${row}].values[${c}]`)
    }
  }
  const comments = commentsByValue(answer, language)
  const decimals = mostDecimals(values, SHOWN_DECIMALS)
  const dimensions = keyColumns.map(({ code, text, type }, d): StatDimension => {
    const codes = [...(places[d]?.keys() ?? [])]
    const variable = metadata?.variables.find((each) => each.code === code)
    const texts = new Map(variable?.values.map((value, at) => [value, variable.valueTexts[at] ?? value]))
    return defined({
      id: code,
      label: { [language]: text },
      role: type === 't' ? ('time' as const) : ('classification' as const),
      categories: codes.map((each): Category => {
        const notes = comments.get(JSON.stringify([code, each]))
        return defined({ code: each, label: { [language]: texts.get(each) ?? each }, notes })
      }),
      timeUnit: type === 't' ? timeUnitOf(codes) : undefined,
    })
  })
  const [content] = contents
  return {
    id: '',
    languages: [language],
    title: { [language]: metadata?.title ?? '' },
    ...(content === undefined || several ? {} : { contents: { [language]: content.text } }),
    dimensions: several ? [...dimensions, metricOf(contents, language, decimals)] : dimensions,
    stub: Math.max(0, dimensions.length - 1),
    ...(content?.unit === undefined || several
      ? {}
      : { measure: { unit: { [language]: content.unit }, decimals } }),
    values,
    states,
  }
}

function metricOf(contents: V1Json['columns'], language: string, decimals: number): StatDimension {
  return {
    id: CONTENTS,
    label: { [language]: CONTENTS },
    role: 'metric',
    categories: contents.map(({ code, text, unit }) => ({
      code,
      label: { [language]: text },
      ...(unit === undefined ? {} : { measure: { unit: { [language]: unit }, decimals } }),
    })),
  }
}

/** The comments on each value, by variable and value. */
function commentsByValue(answer: V1Json, language: string): ReadonlyMap<string, readonly Note[]> {
  const notes = new Map<string, Note[]>()
  for (const { variable, value, comment } of answer.comments) {
    const key = JSON.stringify([variable, value])
    const list = notes.get(key) ?? []
    list.push({ text: { [language]: comment }, mandatory: false })
    notes.set(key, list)
  }
  return notes
}

function refuseLength(difference: number, keyword: string): void {
  if (difference !== 0)
    throw new StatRefusedError(difference < 0 ? 'too-few-values' : 'too-many-values', { keyword })
}

function readCell(
  value: string | number,
  cell: number,
  values: Float64Array,
  states: Uint8Array,
  keyword: string,
): void {
  const state = typeof value === 'string' ? stateOfSign(value) : -1
  if (state >= 0) {
    states[cell] = state
    if (state === STATE.nil) values[cell] = 0
    return
  }
  const figure = typeof value === 'number' || NUMBER.test(value) ? Number(value) : Number.NaN
  if (!Number.isFinite(figure))
    throw new StatRefusedError('value-unreadable', { keyword, detail: String(value).slice(0, 60) })
  values[cell] = figure
  states[cell] = STATE.value
}
