import type { StatDimension, StatTable } from '@jamvikt/tables'

/** Values as flat files have them, the name as code; or as code and name where both are given. */
export function dimension(
  id: string,
  role: StatDimension['role'],
  values: readonly (string | readonly [string, string])[],
): StatDimension {
  const pairs = values.map((value) => (typeof value === 'string' ? ([value, value] as const) : value))
  return {
    id,
    label: { sv: id },
    role,
    categories: pairs.map(([code, name]) => ({ code, label: { sv: name } })),
  }
}

/** A table of these dimensions with a figure in every cell; invented. */
export function tableOf(dimensions: readonly StatDimension[], title = 'Sysselsatta'): StatTable {
  const cells = dimensions.reduce((product, { categories }) => product * categories.length, 1)
  const values = Float64Array.from({ length: cells }, (_, cell) => cell + 0.5)
  return {
    id: '',
    languages: ['sv'],
    title: { sv: title },
    dimensions,
    stub: dimensions.length,
    values,
    states: new Uint8Array(cells),
  }
}

/** The codes of one dimension, the first where none is named. */
export const codesOf = (table: StatTable, at = 0) => table.dimensions[at]?.categories.map(({ code }) => code)
