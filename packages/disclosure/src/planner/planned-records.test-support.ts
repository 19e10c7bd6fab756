import { randomFrom } from '../attack/tables.ts'
import { type DimensionSpec, parseDimensions, tabulateColumns } from '../model/from-columns.ts'
import { microCube } from '../testing/shared-microdata.ts'
import type { Change, PlanRules, Proposal } from './types.ts'

export type Columns = ReadonlyMap<string, readonly string[]>

export const RULES: PlanRules = { threshold: 3, zeros: 'publish', attackers: [0, 1], width: 1 }

const MICRO = ['municipality', 'sex', 'age', 'background', 'industry'] as const

/** Synthetic persons of the shared data, by column; `null`, said aloud, where the file is not at hand. */
export function microColumns(file: 'micro_10k.csv' | 'micro_100k.csv'): Columns | null {
  const micro = microCube(file, MICRO)
  if (micro === null) return null
  const { cube, leaves } = micro
  const [towns] = cube.dimensions
  const columns = cube.dimensions.map(({ name, codes }, d) => {
    return [name, [...(leaves[d] ?? [])].map((leaf) => codes[leaf] ?? '')] as const
  })
  const subregion = [...(leaves[0] ?? [])].map((leaf) => towns?.codes[towns.over[leaf]?.[1] ?? 0] ?? '')
  return new Map([...columns, ['subregion', subregion]])
}

/** The dimensions of `generatedColumns`. */
export const GENERATED_DIMS = 'town<county,sex,age,industry,year'

/** Skewed records with a column of every kind: grouped, of two values, ordered, plain, years. */
export function generatedColumns(seed: number, records: number): Columns {
  const below = randomFrom(seed)
  const skewed = (values: number) => Math.min(below(values), below(values))
  const towns = Array.from({ length: records }, () => skewed(7))
  const ages = ['0-15', '16-29', '30-44', '45-64', '65+']
  const column = (values: readonly string[]) =>
    Array.from({ length: records }, () => values[skewed(values.length)] ?? '')
  return new Map([
    ['town', towns.map((town) => `T${town}`)],
    ['county', towns.map((town) => (town < 3 ? 'North' : 'South'))],
    ['sex', column(['K', 'M'])],
    ['age', column(ages)],
    ['industry', column(['Farm', 'Mill', 'Shop', 'School', 'Care', 'Bank'])],
    ['year', column(['2019', '2020', '2021', '2022'])],
  ])
}

export function specsOf(dims: string): readonly DimensionSpec[] {
  const parsed = parseDimensions(dims)
  if (!parsed.ok) throw new Error(parsed.part)
  return parsed.specs
}

/** The records as a proposal has them: columns left out or replaced, values merged. */
function recorded(specs: readonly DimensionSpec[], columns: Columns, changes: readonly Change[]) {
  const changed = new Map(columns)
  let dims = specs.map((spec) => ({ ...spec }))
  for (const change of changes) {
    if (change.kind === 'limit-crossing') continue
    if (change.kind === 'leave-out' || change.kind === 'pool-all-years') {
      dims = dims.filter(({ column }) => column !== change.column)
    } else if (change.kind === 'group') {
      dims = dims.map((one) => (one.column === change.column ? { column: change.by, chains: [] } : one))
    } else {
      const codes = new Map(change.merged.flatMap(({ code, codes }) => codes.map((one) => [one, code])))
      changed.set(
        change.column,
        (columns.get(change.column) ?? []).map((one) => codes.get(one) ?? one),
      )
    }
  }
  return { specs: dims, columns: changed }
}

/** Cells and sensitive cells of a proposal, counted from its records. */
export function countedAnew(
  specs: readonly DimensionSpec[],
  columns: Columns,
  { changes, tables }: Pick<Proposal, 'changes' | 'tables'>,
  { threshold, zeros }: PlanRules,
): { readonly cells: number; readonly sensitive: number } {
  const anew = recorded(specs, columns, changes)
  const counted = tabulateColumns(anew.specs, anew.columns)
  if (!counted.ok) throw new Error(counted.reason)
  const { cube, counts } = counted
  let [cells, sensitive] = [0, 0]
  for (const [cell, count] of counts.entries()) {
    const crossed = cube.dimensions.filter(({ codes }, d) => {
      return Math.floor(cell / (cube.strides[d] ?? 1)) % codes.length !== codes.length - 1
    })
    const stands = tables.some((table) => crossed.every(({ name }) => table.includes(name)))
    const small = count < threshold && (count > 0 || zeros === 'protect')
    if (stands && (small || count > 0)) cells++
    if (stands && small) sensitive++
  }
  return { cells, sensitive }
}
