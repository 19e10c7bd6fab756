import { type Selection, selectCodesOfList, splitSelection } from '@jamvikt/tables'
import type { FetchRefusal, PxwebSource } from './model-fetch.ts'
import type { PxwebVariable } from './pxweb-table.ts'

/** Pieces of one fetch at most: a table that needs more is asked for in parts. */
const MOST_PIECES = 2000
const MOST_CELLS = 20_000_000
const NAMED = 10

export type Plan =
  | {
      readonly ok: true
      /** Codes by variable, in the order of the table; variables that are left out are summed by the source. */
      readonly codes: Selection
      readonly cells: number
      readonly pieces: readonly Selection[]
    }
  | FetchRefusal

/**
 * What a selection means for a table as it is now, and the pieces that it is fetched in.
 * @param selection by variable: codes, or expressions such as `*` and `TOP(2)` that mean other codes as time goes by; a
 * variable without any is left out, which it must allow
 * @param maxCells the most cells that the source answers at once, at least 1
 * @returns the plan; `unknown-codes` that names variable and codes (or the variable alone, where it is not there),
 * `selection-missing` with the variable, `too-many-cells`, `too-many-pieces`
 * @example planFetch(described.variables, { Kon: ['*'], Tid: ['TOP(2)'] }, 150_000)
 */
export function planFetch(
  variables: readonly PxwebVariable[],
  selection: PxwebSource['selection'],
  maxCells: number,
): Plan {
  const asked = new Map(Object.entries(selection).filter(([, expressions]) => expressions.length > 0))
  const stray = [...asked.keys()].find((id) => !variables.some(({ code }) => code === id))
  if (stray !== undefined) return { ok: false, reason: 'unknown-codes', keyword: stray.slice(0, 100) }
  const codes = new Map<string, readonly string[]>()
  for (const variable of variables) {
    const expressions = asked.get(variable.code)
    if (expressions === undefined) {
      if (variable.mayBeLeftOut) continue
      return { ok: false, reason: 'selection-missing', keyword: variable.label }
    }
    const found = codesOf(variable, expressions)
    if (!found.ok) return found
    codes.set(variable.code, found.codes)
  }
  const sizes = new Map([...codes].map(([code, chosen]) => [code, chosen.length]))
  const cells = [...sizes.values()].reduce((product, size) => product * size, 1)
  if (cells > MOST_CELLS) return { ok: false, reason: 'too-many-cells', detail: String(cells) }
  const pieces = splitSelection(sizes, codes, maxCells)
  if ('ok' in pieces) return pieces
  if (pieces.length > MOST_PIECES)
    return { ok: false, reason: 'too-many-pieces', detail: String(pieces.length) }
  return { ok: true, codes, cells, pieces }
}

function codesOf(
  variable: PxwebVariable,
  expressions: readonly string[],
): { readonly ok: true; readonly codes: readonly string[] } | FetchRefusal {
  const all = variable.values.map(({ code }) => code)
  const known = new Set(all)
  const chosen = new Set<string>()
  const unknown: string[] = []
  for (const expression of expressions) {
    // A code is taken as it stands; only what is no code is read as an expression.
    const found = known.has(expression)
      ? { ok: true as const, codes: [expression] }
      : selectCodesOfList([expression], all, { time: variable.isTime })
    if (found.ok) for (const code of found.codes) chosen.add(code)
    else unknown.push(expression)
  }
  if (unknown.length > 0) {
    const named = unknown.slice(0, NAMED).map((code) => code.slice(0, 40))
    const more = unknown.length > NAMED ? ' …' : ''
    return { ok: false, reason: 'unknown-codes', keyword: variable.label, detail: named.join(', ') + more }
  }
  return { ok: true, codes: all.filter((code) => chosen.has(code)) }
}
