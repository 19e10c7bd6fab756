import { dimensionsOf, groupKey } from './group-key.ts'
import { bareMagnitude } from './magnitude.ts'
import { combinationsOf, distinctSorted, subsetsOf } from './subsets.ts'
import { GROUP_LIMIT } from './tabulate.ts'
import type { By, Cell, Stages } from './types.ts'

const FIGURES = [
  'applied',
  'granted',
  'refused',
  'withdrawn',
  'amountAppliedOre',
  'amountGrantedOre',
] as const
type Figure = (typeof FIGURES)[number]

/** A row of an already summed table. A figure is given in every row or in none. */
export type AggregateRow = { readonly by: By } & Readonly<Partial<Record<Figure, number>>>

export type Aggregation =
  | { readonly ok: true; readonly cells: readonly Cell[]; readonly stages: Stages }
  | { readonly ok: false; readonly reason: 'no-rows' | 'no-figures' }
  | { readonly ok: false; readonly reason: 'other-dimensions'; readonly row: number }
  | {
      readonly ok: false
      readonly reason: 'missing-figure' | 'bad-figure'
      readonly row: number
      readonly field: Figure
    }
  | { readonly ok: false; readonly reason: 'parts-exceed-applied'; readonly row: number }
  | {
      readonly ok: false
      readonly reason: 'too-many-groups'
      readonly groups: number
      readonly limit: number
    }

type Sums = Record<Figure, number>

/**
 * Sums an aggregated table up to every subset of its dimensions.
 *
 * All rows carry the same dimensions; rows of the same group are added. A figure that no row gives is an
 * absent stage, not zero: without `refused` nothing is known of what was decided, so `stages.decided` is
 * false and no rate will be computed. Applications whose outcome is not given stand under `pending`
 * ("outcome not known"). Recipients are unknown (`contributors: null`): dominance cannot be tested.
 * Amounts are whole öre, counts whole, both 0 or more.
 *
 * @param largest leave out crossings of more dimensions than this
 * @returns cells and stages, or a refusal naming row (from 0) and field: `no-rows`, `no-figures`,
 *   `other-dimensions`, `missing-figure` (given in some rows only), `bad-figure`, `parts-exceed-applied`,
 *   `too-many-groups`
 * @throws RangeError naming the cell when a sum is beyond `Number.MAX_SAFE_INTEGER`
 * @example cellsFromAggregates([{ by: { sex: 'women' }, granted: 12, amountGrantedOre: 90_000_00 }])
 */
export function cellsFromAggregates(
  rows: readonly AggregateRow[],
  largest = Number.POSITIVE_INFINITY,
): Aggregation {
  const first = rows[0]
  if (first === undefined) return { ok: false, reason: 'no-rows' }
  const dimensions = dimensionsOf(first.by)
  const given = FIGURES.filter((field) => rows.some((row) => row[field] !== undefined))
  if (given.length === 0) return { ok: false, reason: 'no-figures' }
  for (const [index, row] of rows.entries()) {
    if (dimensionsOf(row.by).join('\n') !== dimensions.join('\n')) {
      return { ok: false, reason: 'other-dimensions', row: index }
    }
    for (const field of given) {
      const value = row[field]
      if (value === undefined) return { ok: false, reason: 'missing-figure', row: index, field }
      if (!Number.isSafeInteger(value) || value < 0)
        return { ok: false, reason: 'bad-figure', row: index, field }
    }
    const parts = (row.granted ?? 0) + (row.refused ?? 0) + (row.withdrawn ?? 0)
    if (row.applied !== undefined && parts > row.applied) {
      return { ok: false, reason: 'parts-exceed-applied', row: index }
    }
  }
  const labels = new Map(
    dimensions.map((name) => [name, distinctSorted(rows.map((row) => row.by[name] ?? ''))]),
  )
  const crossings = subsetsOf(dimensions, largest)
  const groups = crossings.reduce(
    (n, c) => n + c.reduce((m, name) => m * (labels.get(name)?.length ?? 0), 1),
    0,
  )
  if (groups > GROUP_LIMIT) return { ok: false, reason: 'too-many-groups', groups, limit: GROUP_LIMIT }
  const has = (field: Figure) => given.includes(field)
  return {
    ok: true,
    cells: crossings.flatMap((crossing) => sumCrossing(rows, crossing, (name) => labels.get(name) ?? [])),
    stages: {
      applied: has('applied'),
      decided: has('granted') && has('refused'),
      granted: has('granted'),
      amountApplied: has('amountAppliedOre'),
      amountGranted: has('amountGrantedOre'),
    },
  }
}

function sumCrossing(
  rows: readonly AggregateRow[],
  crossing: readonly string[],
  labels: (name: string) => readonly string[],
): Cell[] {
  const sums = new Map<string, Sums>()
  for (const row of rows) {
    const key = groupKey(Object.fromEntries(crossing.map((name) => [name, row.by[name] ?? ''])))
    const sum = sums.get(key) ?? emptySums()
    for (const field of FIGURES) {
      sum[field] += row[field] ?? 0
      if (!Number.isSafeInteger(sum[field]))
        throw new RangeError(`the ${field} of ${key} is beyond exact sums`)
    }
    sums.set(key, sum)
  }
  return combinationsOf(crossing, labels).map((by) => toCell(by, sums.get(groupKey(by)) ?? emptySums()))
}

function emptySums(): Sums {
  return { applied: 0, granted: 0, refused: 0, withdrawn: 0, amountAppliedOre: 0, amountGrantedOre: 0 }
}

function toCell(by: By, sums: Sums): Cell {
  const { granted, refused, withdrawn } = sums
  const parts = granted + refused + withdrawn
  const applied = Math.max(sums.applied, parts)
  return {
    by,
    counts: { applied, granted, refused, withdrawn, pending: applied - parts },
    amounts: { applied: bareMagnitude(sums.amountAppliedOre), granted: bareMagnitude(sums.amountGrantedOre) },
    medianGrantedOre: null,
  }
}
