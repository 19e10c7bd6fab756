import { isFigure, type StatTable } from '@jamvikt/tables'
import type { Changes } from '../model-datasets.ts'
import { haveSameDimensions, matchCells } from './matched-cells.ts'

const EXAMPLES = 20

const NOTHING: Changes = {
  kind: 'first',
  cellsChanged: 0,
  cellsNew: 0,
  cellsGone: 0,
  codesNew: [],
  codesGone: [],
  examples: [],
}

/**
 * What differs between two versions of a dataset: cells by their codes, and codes that came or went. Order and texts do
 * not count as changes of figures, but make the version another.
 * @param before the earlier version; `null` for the first
 */
export function compareVersions(before: StatTable | null, after: StatTable): Changes {
  if (before === null) return { ...NOTHING, cellsNew: after.values.length }
  if (!haveSameDimensions(before, after))
    return {
      ...NOTHING,
      kind: 'changed',
      cellsNew: after.values.length,
      cellsGone: before.values.length,
      codesNew: [{ dimension: '', codes: after.dimensions.map(({ id }) => id) }],
      codesGone: [{ dimension: '', codes: before.dimensions.map(({ id }) => id) }],
    }
  const changes = { cellsChanged: 0, cellsNew: 0, examples: [] as Changes['examples'][number][] }
  matchCells(before, after, (cell, old, at) => {
    if (old < 0) {
      changes.cellsNew++
      return
    }
    const [was, is] = [valueAt(before, old), valueAt(after, cell)]
    if (Object.is(was, is) && before.states[old] === after.states[cell]) return
    changes.cellsChanged++
    if (changes.examples.length < EXAMPLES)
      changes.examples.push({
        codes: after.dimensions.map(({ categories }, d) => categories[at[d] ?? 0]?.code ?? ''),
        before: was,
        after: is,
      })
  })
  const cellsGone = before.values.length - (after.values.length - changes.cellsNew)
  const codesNew = codesBeside(after, before)
  const codesGone = codesBeside(before, after)
  const isSame = changes.cellsChanged + changes.cellsNew + cellsGone === 0
  return { kind: isSame ? 'same' : 'changed', ...changes, cellsGone, codesNew, codesGone }
}

function valueAt(table: StatTable, cell: number): number | null {
  return isFigure(table.states[cell] ?? 0) ? (table.values[cell] ?? null) : null
}

function codesBeside(table: StatTable, other: StatTable): Changes['codesNew'] {
  return table.dimensions.flatMap(({ id, categories }) => {
    const known = new Set(
      other.dimensions.find((dimension) => dimension.id === id)?.categories.map(({ code }) => code),
    )
    const codes = categories.map(({ code }) => code).filter((code) => !known.has(code))
    return codes.length === 0 ? [] : [{ dimension: id, codes }]
  })
}
