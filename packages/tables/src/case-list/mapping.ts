import { INDUSTRY_VERSIONS, LEADER_RULES } from '@jamvikt/domain'
import { z } from 'zod'

/** The facts of a case that a column or a constant may give. */
export const CASE_FIELDS = [
  'case',
  'recipient',
  'organisationNumber',
  'supportForm',
  'outcome',
  'appliedAmount',
  'grantedAmount',
  'appliedOn',
  'decidedOn',
  'municipality',
  'county',
  'industry',
  'sex',
  'background',
  'age',
  'unit',
] as const
export type CaseField = (typeof CASE_FIELDS)[number]

/** How a list writes its dates. Separators `-`, `/` and `.` are alike; `YYYY` states years only. */
export const DATE_STYLES = [
  'YYYY-MM-DD',
  'YYYYMMDD',
  'DD/MM/YYYY',
  'DD.MM.YYYY',
  'DD-MM-YYYY',
  'MM/DD/YYYY',
  'YYYY',
] as const
export type DateStyle = (typeof DATE_STYLES)[number]

const columnName = z.string().min(1)

const aggregatedSchema = z.strictObject({
  by: z.record(z.string().min(1), z.string().min(1)),
  applied: columnName,
  granted: columnName,
  refused: columnName.optional(),
  withdrawn: columnName.optional(),
  pending: columnName.optional(),
  amountApplied: columnName.optional(),
  amountGranted: columnName.optional(),
})

/**
 * The mapping file: which column of a list says what, in which words and units. A stable contract.
 * `columns` names headers (case lists: the fields of {@link CASE_FIELDS}; aggregated lists: any dimension);
 * `values` translates a field's values, the empty text included; `constants` states what is alike for all rows;
 * `aggregated` names the columns of counts of each group, `refused: "applied-granted"` meaning the rest.
 */
export const mappingSchema = z.strictObject({
  columns: z.record(z.string().min(1), columnName).default({}),
  values: z.record(z.string(), z.record(z.string(), z.string().min(1))).optional(),
  constants: z.record(z.string(), z.string().min(1)).optional(),
  leaderRule: z.enum(LEADER_RULES).optional(),
  sexInferred: z.boolean().default(false),
  industryVersion: z.enum([...INDUSTRY_VERSIONS, 'none']).optional(),
  alternativeSex: z.partialRecord(z.enum(LEADER_RULES), columnName).optional(),
  numbers: z.enum(['swedish', 'english']).optional(),
  dates: z.enum(DATE_STYLES).optional(),
  amountUnit: z.enum(['kr', 'tkr']).default('kr'),
  aggregated: z.array(aggregatedSchema).min(1).optional(),
})

/** The mapping as a person or program writes it. */
export type MappingInput = z.input<typeof mappingSchema>
/** The mapping after reading, defaults filled in. */
export type Mapping = z.output<typeof mappingSchema>
export type AggregatedGroup = z.output<typeof aggregatedSchema>

export const MAPPING_REASONS = [
  'unknown-key',
  'unknown-field',
  'invalid-value',
  'column-missing',
  'column-and-constant',
  'outcome-missing',
  'leader-rule-missing',
  'industry-version-missing',
  'value-target-unknown',
  'values-conflict',
  'wrong-list-kind',
  'number-style-ambiguous',
  'number-style-mixed',
  'date-style-ambiguous',
  'date-style-mixed',
] as const
export type MappingReason = (typeof MAPPING_REASONS)[number]

/** One thing wrong with a mapping: where in the mapping file, what, and what may be meant. */
export interface MappingProblem {
  path: string
  reason: MappingReason
  /** The key, header or value meant. */
  detail?: string
  /** For number and date styles: the row that shows it. */
  row?: number
  suggestions?: string[]
}

export interface MappingRefusal {
  ok: false
  reason: 'mapping-refused'
  problems: MappingProblem[]
}

/**
 * Reads a mapping file's content (already parsed from JSON). Unknown keys are refused by name.
 * @param content anything; what is not given takes its default: amounts in kronor, sex not inferred
 * @returns the mapping, or every problem found; whether it fits a table is `checkMapping`'s question
 * @example parseMapping({ columns: { case: 'Dnr' }, constants: { outcome: 'granted' } })
 */
export function parseMapping(content: unknown): { ok: true; mapping: Mapping } | MappingRefusal {
  const parsed = mappingSchema.safeParse(content)
  if (parsed.success) return { ok: true, mapping: parsed.data }
  const problems = parsed.error.issues.flatMap((issue): MappingProblem[] => {
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path, reason: 'unknown-key', detail: key }))
    }
    if (issue.code === 'invalid_key') {
      return [{ path, reason: 'unknown-key', detail: String(issue.path.at(-1) ?? '') }]
    }
    return [{ path, reason: 'invalid-value', detail: issue.message }]
  })
  return { ok: false, reason: 'mapping-refused', problems }
}
