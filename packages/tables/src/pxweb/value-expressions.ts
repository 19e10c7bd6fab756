import type { StatRefusal } from '../stat/refusal.ts'

export interface ExpressionOptions {
  /**
   * A variable of time, whose codes run from the earliest: `TOP` then counts from the latest and `BOTTOM` from the
   * earliest. Of other variables `TOP` counts from the first.
   */
  readonly time?: boolean
}

export type CodesSelected = { readonly ok: true; readonly codes: readonly string[] } | StatRefusal

const FUNCTION = /^(TOP|BOTTOM|FROM|TO|RANGE)\(/i
const COUNT = /^([1-9]\d{0,8})(?:,(\d{1,9}))?$/
/** Longer expressions are refused, so that no pattern can be made slow. */
const MOST_CHARACTERS = 1000
/** More expressions that are not plain codes are refused: each goes through all codes. */
const MOST_SEARCHES = 500

/**
 * The codes that a selection of PxWebApi 2 means: the text of `valuecodes[Tid]=…`, or one item of `valueCodes` in a
 * POST. Expressions stand between commas; one that has a comma itself stands in brackets. Alone or in brackets:
 * `*` (all), `01*`, `*1`, `*1*`, `?` for one character, `TOP(n)`, `TOP(n,offset)`, `BOTTOM(n)`, `BOTTOM(n,offset)`,
 * `FROM(code)`, `TO(code)` and `RANGE(code,code)` with both ends, in either order; or a code. A code is taken as it
 * stands if there is one, otherwise without regard to case, as functions and patterns are.
 * @param codes of the variable, in its order
 * @returns each code once, in the order of the expressions, and within one in the order of the variable; or `syntax`
 * (not an expression, or one of more than 500 that are not plain codes, with `detail`) or `unknown-code` (an expression that selects nothing)
 * @source PxWebApi 2 OpenAPI specification, parameter valuecodes; PxTools/PxWebApi, SelectionExpressions
 * @example selectCodes('[RANGE(2020,2022)],2024', years)
 */
export function selectCodes(
  expression: string,
  codes: readonly string[],
  options: ExpressionOptions = {},
): CodesSelected {
  const items = splitExpressions(expression)
  if (items === undefined || items.length === 0) return refusal('syntax', expression)
  return selectCodesOfList(items, codes, options)
}

/**
 * The codes that a list of expressions means, as in the body of a POST, where no brackets are needed.
 * @example selectCodesOfList(['RANGE(2020,2022)', '2024'], years)
 */
export function selectCodesOfList(
  expressions: readonly string[],
  codes: readonly string[],
  options: ExpressionOptions = {},
): CodesSelected {
  const selected = new Set<string>()
  const variable = new Codes(codes, options.time ?? false)
  let searches = 0
  for (const item of expressions) {
    if (!variable.has(item) && ++searches > MOST_SEARCHES) return refusal('syntax', item)
    const found = item.length > MOST_CHARACTERS ? undefined : variable.matching(item)
    if (found === undefined) return refusal('syntax', item)
    if (found.length === 0) return refusal('unknown-code', item)
    for (const code of found) selected.add(code)
  }
  return { ok: true, codes: [...selected] }
}

function refusal(reason: 'syntax' | 'unknown-code', detail: string): StatRefusal {
  return { ok: false, reason, detail: detail.slice(0, 60) }
}

/** Parts at commas that stand neither in brackets nor in a function’s parentheses; `undefined` where one is left open. */
function splitExpressions(text: string): readonly string[] | undefined {
  const items: string[] = []
  let start = 0
  while (start <= text.length) {
    while (text[start] === ' ') start++
    const inBrackets = text[start] === '['
    const closing = inBrackets ? ']' : FUNCTION.test(text.slice(start, start + 8)) ? ')' : ''
    const close = closing === '' ? start - 1 : text.indexOf(closing, start)
    if (closing !== '' && close < 0) return undefined
    const comma = text.indexOf(',', close + 1)
    const end = comma < 0 ? text.length : comma
    const item = text.slice(start, end).trim()
    if (inBrackets && !item.endsWith(']')) return undefined
    const inner = inBrackets ? item.slice(1, -1).trim() : item
    if (inner !== '') items.push(inner)
    start = end + 1
  }
  return items
}

class Codes {
  private readonly codes: readonly string[]
  private readonly time: boolean
  private exact: ReadonlyMap<string, number> | undefined
  private folded: Map<string, number> | undefined

  constructor(codes: readonly string[], time: boolean) {
    this.codes = codes
    this.time = time
  }

  /** Whether there is a code just like this. */
  has(code: string): boolean {
    this.exact ??= new Map(this.codes.map((each, at) => [each, at]))
    return this.exact.has(code)
  }

  /** The codes that an expression means, none included; `undefined` where it is not an expression. */
  matching(text: string): readonly string[] | undefined {
    if (text === '*') return this.codes
    if (this.has(text)) return [text]
    const name = FUNCTION.exec(text)?.[1]?.toUpperCase()
    if (name !== undefined) return this.byFunction(name, text)
    if (text.includes('*') || text.includes('?')) return this.byPattern(text.toLowerCase())
    const at = this.place(text)
    return at < 0 ? [] : this.codes.slice(at, at + 1)
  }

  private byFunction(name: string, text: string): readonly string[] | undefined {
    if (!text.endsWith(')')) return undefined
    const inner = text.slice(name.length + 1, -1)
    if (name === 'TOP' || name === 'BOTTOM') {
      const [, count, offset = '0'] = COUNT.exec(inner.replaceAll(' ', '')) ?? []
      if (count === undefined) return undefined
      const skipped = Number(offset)
      const end = this.codes.length - skipped
      return (name === 'TOP') === this.time
        ? this.codes.slice(Math.max(0, end - Number(count)), Math.max(0, end))
        : this.codes.slice(skipped, skipped + Number(count))
    }
    const ends = inner.split(',').map((code) => code.trim())
    const [from = '', to = from] = ends
    if (ends.length !== (name === 'RANGE' ? 2 : 1) || from === '' || to === '') return undefined
    const places = [this.place(from), this.place(to)]
    if (places.includes(-1)) return []
    const first = name === 'TO' ? 0 : Math.min(...places)
    return this.codes.slice(first, name === 'FROM' ? undefined : Math.max(...places) + 1)
  }

  /** A star stands for any characters, at the beginning, at the end, or both. */
  private byPattern(pattern: string): readonly string[] | undefined {
    const openStart = pattern.startsWith('*')
    const openEnd = pattern.endsWith('*')
    const core = pattern.slice(openStart ? 1 : 0, openEnd ? -1 : undefined)
    if (core.includes('*')) return undefined
    return this.codes.filter((code) => {
      const folded = code.toLowerCase()
      const spare = folded.length - core.length
      if (spare < 0) return false
      const last = openStart && openEnd ? spare : openStart || openEnd ? 0 : spare === 0 ? 0 : -1
      for (let at = 0; at <= last; at++)
        if (matchesAt(folded, core, openStart && !openEnd ? spare : at)) return true
      return false
    })
  }

  private place(code: string): number {
    this.exact ??= new Map(this.codes.map((each, at) => [each, at]))
    const exact = this.exact.get(code)
    if (exact !== undefined) return exact
    if (this.folded === undefined) {
      this.folded = new Map()
      for (const [at, each] of this.codes.entries()) {
        const key = each.toLowerCase()
        if (!this.folded.has(key)) this.folded.set(key, at)
      }
    }
    return this.folded.get(code.toLowerCase()) ?? -1
  }
}

function matchesAt(text: string, pattern: string, start: number): boolean {
  for (let at = 0; at < pattern.length; at++)
    if (pattern[at] !== '?' && pattern[at] !== text[start + at]) return false
  return true
}
