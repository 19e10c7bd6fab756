import { z } from 'zod'
import { CELL_STATES } from './cell-state.ts'
import { DIMENSION_ROLES, type StatTable, TIME_UNITS } from './stat-table.ts'

/** All of a table but its cells: what is kept beside them as JSON. */
export type TableParts = Omit<StatTable, 'values' | 'states'>

const texts = z.record(z.string(), z.string())
/** By code: `z.record` would lose one that is called `__proto__`. */
const codesByCode = z.custom<Readonly<Record<string, readonly string[]>>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (codes) => Array.isArray(codes) && codes.every((code) => typeof code === 'string'),
    ),
)
const note = z.object({ text: texts, mandatory: z.boolean() })
const measure = z.object({
  unit: texts.exactOptional(),
  decimals: z.number().int().min(0).max(15),
  kind: z.enum(['stock', 'flow', 'average']).exactOptional(),
  prices: z.enum(['current', 'fixed']).exactOptional(),
  adjusted: z
    .object({ calendar: z.boolean().exactOptional(), season: z.boolean().exactOptional() })
    .exactOptional(),
  basePeriod: texts.exactOptional(),
  referencePeriod: texts.exactOptional(),
  contact: texts.exactOptional(),
  updated: z.string().exactOptional(),
})
const dimension = z.object({
  id: z.string(),
  label: texts,
  role: z.enum(DIMENSION_ROLES),
  categories: z.array(
    z.object({
      code: z.string(),
      label: texts,
      notes: z.array(note).exactOptional(),
      measure: measure.exactOptional(),
    }),
  ),
  children: codesByCode.exactOptional(),
  elimination: z.object({ total: z.string().nullable() }).exactOptional(),
  timeUnit: z.enum(TIME_UNITS).exactOptional(),
  map: texts.exactOptional(),
  domain: texts.exactOptional(),
  notes: z.array(note).exactOptional(),
  show: z.enum(['code', 'label', 'code-label', 'label-code']).exactOptional(),
})
const place = z.array(z.number().int().nullable())
const partsSchema = z.object({
  id: z.string(),
  languages: z.array(z.string()),
  title: texts,
  contents: texts.exactOptional(),
  description: texts.exactOptional(),
  source: texts.exactOptional(),
  database: texts.exactOptional(),
  contact: texts.exactOptional(),
  subject: z.object({ code: z.string(), label: texts }).exactOptional(),
  link: texts.exactOptional(),
  survey: texts.exactOptional(),
  licence: z.string().exactOptional(),
  created: z.string().exactOptional(),
  updated: z.string().exactOptional(),
  nextUpdate: z.string().exactOptional(),
  updateFrequency: z.string().exactOptional(),
  officialStatistics: z.boolean().exactOptional(),
  copyright: z.boolean().exactOptional(),
  notes: z.array(note).exactOptional(),
  dimensions: z.array(dimension),
  stub: z.number().int().min(0),
  measure: measure.exactOptional(),
  stateTexts: z.partialRecord(z.enum(CELL_STATES), texts).exactOptional(),
  cellNotes: z.array(z.object({ at: place, note })).exactOptional(),
  cellMarks: z.array(z.object({ at: place, mark: texts })).exactOptional(),
  other: z
    .object({
      px: z
        .array(
          z.object({
            keyword: z.string(),
            language: z.string().nullable(),
            keys: z.array(z.string()),
            values: z.array(z.object({ text: z.string(), quoted: z.boolean() })),
          }),
        )
        .exactOptional(),
      jsonStat: z.record(z.string(), z.unknown()).exactOptional(),
    })
    .exactOptional(),
})

/**
 * All of a table but its cells.
 * @example JSON.stringify(partsOf(table))
 */
export function partsOf(table: StatTable): TableParts {
  const { values: _values, states: _states, ...parts } = table
  return parts
}

/**
 * Reads the parts of a table back from JSON, or from whatever claims to be them.
 * @returns the parts, or the path of the first member that does not fit
 * @example parseParts(JSON.parse(text))
 */
export function parseParts(
  value: unknown,
): { readonly ok: true; readonly parts: TableParts } | { readonly ok: false; readonly keyword: string } {
  const read = partsSchema.safeParse(value)
  if (!read.success) return { ok: false, keyword: read.error.issues[0]?.path.join('.') ?? '' }
  return { ok: true, parts: read.data }
}
