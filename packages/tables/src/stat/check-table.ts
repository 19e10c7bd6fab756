import { CELL_STATES, isFigure, STATE } from './cell-state.ts'
import type { StatDimension, StatTable } from './stat-table.ts'
import { cellsOf, sizesOf } from './stat-table.ts'

const STAT_REASONS = [
  'no-dimension',
  'empty-dimension',
  'duplicate-dimension',
  'duplicate-code',
  'empty-code',
  'duplicate-role',
  'unknown-child',
  'circular-children',
  'unknown-total',
  'values-do-not-match',
  'state-unknown',
  'value-not-finite',
  'decimals-out-of-range',
  'note-out-of-range',
  'no-language',
] as const
export type StatReason = (typeof STAT_REASONS)[number]

/** Why a table does not hold together, and where: the dimension, and the code or the numbers meant. */
export interface StatFault {
  readonly ok: false
  readonly reason: StatReason
  readonly dimension?: string
  readonly detail?: string
}

const MOST_DECIMALS = 15

/**
 * Checks that a statistical table holds together: every reader ends with it, so that what comes out of a file can be
 * trusted further in.
 * @param table NaN stands for a figure that is not there, and nowhere else; nil is 0
 * @returns the first fault found, or `null`
 * @example checkStatTable(table)?.reason // 'values-do-not-match'
 */
export function checkStatTable(table: StatTable): StatFault | null {
  if (table.languages.length === 0) return fault('no-language')
  if (table.dimensions.length === 0) return fault('no-dimension')
  const ids = table.dimensions.map(({ id }) => id)
  const twice = repeated(ids)
  if (twice !== undefined) return fault('duplicate-dimension', twice)
  for (const role of ['time', 'metric'] as const) {
    const [, second] = table.dimensions.filter((dimension) => dimension.role === role)
    if (second !== undefined) return fault('duplicate-role', second.id, role)
  }
  for (const dimension of table.dimensions) {
    const found = faultOfDimension(dimension)
    if (found !== null) return found
  }
  return faultOfMeasures(table) ?? faultOfCells(table) ?? faultOfNotes(table)
}

function faultOfDimension({ id, categories, children, elimination }: StatDimension): StatFault | null {
  if (categories.length === 0) return fault('empty-dimension', id)
  const codes = categories.map(({ code }) => code)
  if (codes.includes('')) return fault('empty-code', id)
  const twice = repeated(codes)
  if (twice !== undefined) return fault('duplicate-code', id, twice)
  const known = new Set(codes)
  if (elimination?.total != null && !known.has(elimination.total))
    return fault('unknown-total', id, elimination.total)
  if (children === undefined) return null
  for (const [parent, parts] of Object.entries(children)) {
    const unknown = [parent, ...parts].find((code) => !known.has(code))
    if (unknown !== undefined) return fault('unknown-child', id, unknown)
  }
  const circle = codeInCircle(new Map(Object.entries(children)))
  return circle === undefined ? null : fault('circular-children', id, circle)
}

/** A code that is, by way of its parts, a part of itself. Walked without recursion: hierarchies of files may be deep. */
function codeInCircle(children: ReadonlyMap<string, readonly string[]>): string | undefined {
  const done = new Set<string>()
  for (const start of children.keys()) {
    const path: { code: string; next: number }[] = [{ code: start, next: 0 }]
    const open = new Set([start])
    while (path.length > 0 && !done.has(start)) {
      const top = path.at(-1)
      const part = top && children.get(top.code)?.[top.next++]
      if (top === undefined) break
      if (part === undefined) {
        path.pop()
        open.delete(top.code)
        done.add(top.code)
      } else if (open.has(part)) return part
      else if (!done.has(part)) {
        path.push({ code: part, next: 0 })
        open.add(part)
      }
    }
  }
  return undefined
}

function faultOfMeasures(table: StatTable): StatFault | null {
  const measures = [
    { at: '', measure: table.measure },
    ...table.dimensions.flatMap(({ id, categories }) =>
      categories.map(({ measure }) => ({ at: id, measure })),
    ),
  ]
  for (const { at, measure } of measures) {
    const decimals = measure?.decimals ?? 0
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS)
      return fault('decimals-out-of-range', at, String(decimals))
  }
  return null
}

function faultOfCells(table: StatTable): StatFault | null {
  const cells = cellsOf(sizesOf(table))
  if (table.values.length !== cells || table.states.length !== cells)
    return fault('values-do-not-match', undefined, `${table.values.length} ≠ ${cells}`)
  for (let cell = 0; cell < cells; cell++) {
    const state = table.states[cell] ?? 0
    const value = table.values[cell] ?? 0
    if (state >= CELL_STATES.length) return fault('state-unknown', undefined, String(state))
    const fits = isFigure(state)
      ? Number.isFinite(value) && (state !== STATE.nil || value === 0)
      : Number.isNaN(value)
    if (!fits) return fault('value-not-finite', undefined, String(cell))
  }
  return null
}

function faultOfNotes(table: StatTable): StatFault | null {
  const sizes = sizesOf(table)
  for (const { at } of [...(table.cellNotes ?? []), ...(table.cellMarks ?? [])]) {
    const fits =
      at.length === sizes.length &&
      at.every(
        (place, d) => place === null || (Number.isInteger(place) && place >= 0 && place < (sizes[d] ?? 0)),
      )
    if (!fits) return fault('note-out-of-range', undefined, at.join(','))
  }
  return null
}

function repeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}

function fault(reason: StatReason, dimension?: string, detail?: string): StatFault {
  return {
    ok: false,
    reason,
    ...(dimension === undefined ? {} : { dimension }),
    ...(detail === undefined ? {} : { detail }),
  }
}
