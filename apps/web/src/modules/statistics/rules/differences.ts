import { isFigure, type StatTable, textOf } from '@jamvikt/tables'
import type { Differences } from '../model-datasets.ts'
import { haveSameDimensions, matchCells } from './matched-cells.ts'

/** Figures that are named one by one at most. */
const MOST_NAMED = 100

/**
 * What a reader of the earlier table needs to know of the later one: how many figures are others, and which changed
 * most. Cells that are hidden or missing in either are counted and never named.
 */
export function differencesOf(before: StatTable, after: StatTable, language: string): Differences {
  if (!haveSameDimensions(before, after))
    return {
      figures: 0,
      signs: 0,
      cellsNew: after.values.length,
      cellsGone: before.values.length,
      largest: [],
    }
  const counts = { figures: 0, signs: 0, cellsNew: 0 }
  let largest: { change: number; before: number; after: number; at: readonly number[] }[] = []
  matchCells(before, after, (cell, earlier, at) => {
    if (earlier < 0) {
      counts.cellsNew++
      return
    }
    const [wasFigure, isNow] = [isFigure(before.states[earlier] ?? 0), isFigure(after.states[cell] ?? 0)]
    if (wasFigure !== isNow) counts.signs++
    if (!wasFigure || !isNow) return
    const [was, is] = [before.values[earlier] ?? 0, after.values[cell] ?? 0]
    if (was === is) return
    counts.figures++
    largest.push({ change: Math.abs(is - was), before: was, after: is, at: [...at] })
    if (largest.length >= 20 * MOST_NAMED) largest = largestOf(largest)
  })
  const metric = after.dimensions.findIndex(({ role }) => role === 'metric')
  return {
    ...counts,
    cellsGone: before.values.length - (after.values.length - counts.cellsNew),
    largest: largestOf(largest).map(({ before: was, after: is, at }) => ({
      labels: after.dimensions.flatMap(({ categories }, d) => {
        const category = categories[at[d] ?? 0]
        // A dimension of one value tells no cell apart.
        if (category === undefined || categories.length === 1) return []
        return [textOf(category.label, language, after.languages) || category.code]
      }),
      before: was,
      after: is,
      decimals:
        (metric < 0 ? after.measure : after.dimensions[metric]?.categories[at[metric] ?? 0]?.measure)
          ?.decimals ?? 0,
    })),
  }
}

function largestOf<T extends { readonly change: number }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => b.change - a.change).slice(0, MOST_NAMED)
}
