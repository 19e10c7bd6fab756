import { isFigure, type StatTable, sizesOf, stridesOf } from '@jamvikt/tables'
import type { Changes } from '../model-datasets.ts'

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
  const own = new Map(after.dimensions.map((dimension) => [dimension.id, dimension]))
  const isSameShape =
    before.dimensions.length === after.dimensions.length && before.dimensions.every(({ id }) => own.has(id))
  if (!isSameShape)
    return {
      ...NOTHING,
      kind: 'changed',
      cellsNew: after.values.length,
      cellsGone: before.values.length,
      codesNew: [{ dimension: '', codes: after.dimensions.map(({ id }) => id) }],
      codesGone: [{ dimension: '', codes: before.dimensions.map(({ id }) => id) }],
    }
  const changes = { cellsChanged: 0, cellsNew: 0, examples: [] as Changes['examples'][number][] }
  const find = finderOf(before)
  const sizes = sizesOf(after)
  const strides = stridesOf(sizes)
  const places = after.dimensions.map(({ id, categories }) =>
    categories.map(({ code }) => find.place(id, code)),
  )
  for (let cell = 0; cell < after.values.length; cell++) {
    let old = 0
    for (let d = 0; d < sizes.length && old >= 0; d++) {
      const offset = places[d]?.[Math.floor(cell / (strides[d] ?? 1)) % (sizes[d] ?? 1)] ?? -1
      old = offset < 0 ? -1 : old + offset
    }
    if (old < 0) changes.cellsNew++
    else if (
      !Object.is(valueAt(before, old), valueAt(after, cell)) ||
      before.states[old] !== after.states[cell]
    ) {
      changes.cellsChanged++
      if (changes.examples.length < EXAMPLES)
        changes.examples.push({
          codes: after.dimensions.map(
            ({ categories }, d) =>
              categories[Math.floor(cell / (strides[d] ?? 1)) % (sizes[d] ?? 1)]?.code ?? '',
          ),
          before: valueAt(before, old),
          after: valueAt(after, cell),
        })
    }
  }
  const cellsGone = before.values.length - (after.values.length - changes.cellsNew)
  const codesNew = codesBeside(after, before)
  const codesGone = codesBeside(before, after)
  const isSame = changes.cellsChanged + changes.cellsNew + cellsGone === 0
  return { kind: isSame ? 'same' : 'changed', ...changes, cellsGone, codesNew, codesGone }
}

function valueAt(table: StatTable, cell: number): number | null {
  return isFigure(table.states[cell] ?? 0) ? (table.values[cell] ?? null) : null
}

function finderOf(table: StatTable) {
  const strides = stridesOf(sizesOf(table))
  const offsets = new Map(
    table.dimensions.map(({ id, categories }, d) => [
      id,
      new Map(categories.map(({ code }, at) => [code, at * (strides[d] ?? 1)])),
    ]),
  )
  return { place: (id: string, code: string) => offsets.get(id)?.get(code) ?? -1 }
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
