import { acrossOf, type FlatShape, periodOf } from './flat-shape.ts'

/** What a column of rows is for. */
export type ColumnUse =
  | 'geo'
  | 'time'
  | 'classification'
  | 'metric'
  | 'value'
  | 'status'
  | 'none'
  | { readonly labelOf: string }

/** What columns of figures run over: what their headers tell, or one or the other whatever they tell. */
export const RUNS = ['told', 'time', 'metric'] as const
export type Run = (typeof RUNS)[number]

export type ShapeMade =
  | { readonly ok: true; readonly shape: FlatShape }
  | {
      readonly ok: false
      readonly reason:
        | 'no-values'
        | 'no-dimension'
        | 'two-times'
        | 'two-metrics'
        | 'two-statuses'
        /** The column that a label is of is no dimension. */
        | 'label-of-none'
        | 'same-sign'
      readonly column: string
    }

/**
 * The shape that the uses of the columns make.
 * @param uses one for each header; a column of labels names the column of codes
 * @example shapeOfUses(['kommun', '2023'], ['geo', 'value'], 'told', undefined)
 */
export function shapeOfUses(
  headers: readonly string[],
  uses: readonly ColumnUse[],
  run: Run,
  numbers: FlatShape['numbers'],
): ShapeMade {
  const refused = (reason: Extract<ShapeMade, { ok: false }>['reason'], column = ''): ShapeMade => ({
    ok: false,
    reason,
    column,
  })
  const used = (wanted: ColumnUse) => headers.filter((_, at) => uses[at] === wanted)
  const labels = new Map<string, string>()
  const dimensions: { column: string; role: 'geo' | 'time' | 'classification' | 'metric' }[] = []
  for (const [at, column] of headers.entries()) {
    const use = uses[at] ?? 'none'
    if (typeof use === 'object') labels.set(use.labelOf, column)
    else if (use === 'geo' || use === 'time' || use === 'classification' || use === 'metric')
      dimensions.push({ column, role: use })
  }
  const astray = [...labels].find(([code]) => !dimensions.some(({ column }) => column === code))
  if (astray !== undefined) return refused('label-of-none', astray[1])
  const values = used('value')
  if (values.length === 0) return refused('no-values')
  const across = acrossOfRun(values, run)
  if (dimensions.length + across.length === 0) return refused('no-dimension')
  const roles = [...dimensions, ...across].map(({ role }) => role)
  const many = (role: string) => roles.filter((each) => each === role).length > 1
  if (many('time')) return refused('two-times')
  if (many('metric')) return refused('two-metrics')
  const statuses = used('status')
  if (statuses.length > 1) return refused('two-statuses', statuses[1])
  if (numbers !== undefined && numbers.decimal === numbers.thousands) return refused('same-sign')
  return {
    ok: true,
    shape: {
      dimensions: dimensions.map((dimension) => {
        const label = labels.get(dimension.column)
        return label === undefined ? dimension : { ...dimension, label }
      }),
      values,
      across,
      status: statuses[0] ?? null,
      ...(numbers === undefined ? {} : { numbers }),
    },
  }
}

function acrossOfRun(values: readonly string[], run: Run): FlatShape['across'] {
  if (run === 'told') return acrossOf(values)
  if (run === 'metric') return [{ id: 'measure', role: 'metric', codes: values }]
  return [{ id: 'tid', role: 'time', codes: values.map((header) => periodOf(header) ?? header) }]
}

/** What each column is for by a shape, and what the columns of figures run over. */
export function usesOfShape(
  shape: FlatShape | null,
  headers: readonly string[],
): { readonly uses: readonly ColumnUse[]; readonly run: Run } {
  if (shape === null) return { uses: headers.map(() => 'none'), run: 'told' }
  const codeOf = new Map(shape.dimensions.flatMap(({ column, label }) => (label ? [[label, column]] : [])))
  const uses = headers.map((header): ColumnUse => {
    const dimension = shape.dimensions.find(({ column }) => column === header)
    if (dimension !== undefined) return dimension.role
    const labelOf = codeOf.get(header)
    if (labelOf !== undefined) return { labelOf }
    if (shape.values.includes(header)) return 'value'
    return shape.status === header ? 'status' : 'none'
  })
  const isRun = (run: Run) => JSON.stringify(acrossOfRun(shape.values, run)) === JSON.stringify(shape.across)
  return { uses, run: RUNS.find(isRun) ?? 'told' }
}
