import { type FlatShape, periodOf } from './flat-shape.ts'

/**
 * A shape that was chosen for an earlier file of the same table, for the columns of a later one: columns of periods
 * after the latest known come with it, those that are gone go. Whatever else is missing is for the reader to refuse.
 * @example renewShape({ …, values: ['2022', '2023'] }, ['region', '2023', '2024']).values // ['2023', '2024']
 */
export function renewShape(shape: FlatShape, headers: readonly string[]): FlatShape {
  const [across] = shape.across
  if (shape.across.length !== 1 || across?.role !== 'time') return shape
  const latest = across.codes.toSorted().at(-1) ?? ''
  const taken = new Set([
    ...shape.dimensions.flatMap(({ column, label }) => [column, label]),
    ...shape.values,
    shape.status,
  ])
  const kept = shape.values.filter((header) => headers.includes(header))
  const fresh = headers.filter((header) => !taken.has(header) && (periodOf(header) ?? '') > latest)
  const values = [...kept, ...fresh]
  if (values.length === 0) return shape
  const codeOf = new Map(shape.values.map((header, at) => [header, across.codes[at] ?? header]))
  const codes = values.map((header) => codeOf.get(header) ?? periodOf(header) ?? header)
  return { ...shape, values, across: [{ ...across, codes }] }
}
