import { MISSING_KINDS } from '@jamvikt/domain'
import { LANGUAGES } from '@jamvikt/i18n'
import { z } from 'zod'

const MOST_WORDS = 20_000
const MOST_LINE = 12_000
const MOST_BLOCKS = 5000
const MOST_COLUMNS = 40
const MOST_ROWS = 20_000
const MOST_SVG = 2 * 1024 * 1024

const line = z.string().max(MOST_LINE)
const words = z.string().max(MOST_WORDS)
const day = z.iso.date()
/** Öre. Kept as digits, since JSON has no whole numbers of this size. */
const amountOre = z.union([
  z.bigint(),
  z
    .string()
    .regex(/^-?\d{1,18}$/)
    .transform(BigInt),
])

/** How an activity goes. Always shown as a word with a sign; colour comes third. */
const STATUSES = ['not-begun', 'on-track', 'late', 'stopped', 'done', 'unknown'] as const
export type ActivityStatus = (typeof STATUSES)[number]

/** Where figures come from: whose, which version, and the day it is of. */
const sourceSchema = z.object({ producer: line, version: line.nullable(), date: day.nullable() })

const cellSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: words }),
  z.object({
    type: z.literal('number'),
    value: z.number(),
    decimals: z.number().int().min(0).max(9).default(0),
  }),
  z.object({
    type: z.literal('money'),
    amountOre,
    unit: z.enum(['kr', 'tkr']).default('kr'),
    /** Some of the sum is not known. */
    atLeast: z.boolean().default(false),
  }),
  /** A share, 0–1 for parts of a whole. */
  z.object({
    type: z.literal('percent'),
    share: z.number(),
    decimals: z.number().int().min(0).max(6).default(1),
  }),
  z.object({ type: z.literal('date'), date: day }),
  /** Why there is no figure; `unknown` where not even that is known. Never zero. */
  z.object({ type: z.literal('missing'), kind: z.enum([...MISSING_KINDS, 'unknown']) }),
])

const tableParts = {
  caption: line,
  /** Heading rows from the top; the last names each column, those above it span several. */
  head: z.array(z.array(z.object({ text: line, columns: z.number().int().min(1).default(1) }))).min(1),
  /** Columns from the left that say what a row is of. */
  headerColumns: z.number().int().min(0).max(3).default(1),
  rows: z
    .array(
      z.object({
        role: z.enum(['body', 'group', 'total']).default('body'),
        cells: z.array(cellSchema).max(MOST_COLUMNS),
      }),
    )
    .max(MOST_ROWS),
  notes: z.array(words).default([]),
  source: sourceSchema.nullable().default(null),
}
const tableSchema = z.object(tableParts).refine(isEven, { error: 'rows-of-unlike-length' })

function isEven({ head, rows }: z.infer<z.ZodObject<typeof tableParts>>): boolean {
  const columns = head.at(-1)?.reduce((sum, cell) => sum + cell.columns, 0) ?? 0
  return (
    columns >= 1 &&
    columns <= MOST_COLUMNS &&
    head.every((row) => row.reduce((sum, cell) => sum + cell.columns, 0) === columns) &&
    rows.every(({ cells }) => cells.length === columns)
  )
}

/** What a drawing may not hold: nothing that runs, refers elsewhere or grows when it is read. */
const NO_DRAWING = /<(script|foreignObject|image|use|!DOCTYPE|!ENTITY)\b|@import|url\((?!["']?#)/i

const blockSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: line,
  }),
  /** Paragraphs, lists, **bold**, *emphasis* and links, as on pages. */
  z.object({ kind: z.literal('words'), text: words }),
  z.object({
    kind: z.literal('figure'),
    svg: z
      .string()
      .max(MOST_SVG)
      .regex(/^<svg\s[^>]*xmlns=/, 'not-a-drawing')
      .refine((svg) => !NO_DRAWING.test(svg), { error: 'not-a-plain-drawing' }),
    width: z.number().positive().max(10_000),
    height: z.number().positive().max(10_000),
    caption: line,
    /** What the figure shows, for who does not see it. */
    alt: words.min(1),
    source: sourceSchema,
  }),
  z.object({ kind: z.literal('table'), table: tableSchema }),
  z.object({
    kind: z.literal('activities'),
    caption: line,
    source: sourceSchema.nullable().default(null),
    activities: z
      .array(
        z.object({
          name: line,
          /** The priority or goal that it stands under; activities of one follow each other. */
          under: line.default(''),
          /** The activity in the list that it is a part of: the amounts of that one hold its own. */
          partOf: line.optional(),
          responsible: line.default(''),
          status: z.enum(STATUSES),
          startsOn: day.nullable(),
          endsOn: day.nullable(),
          budgetOre: amountOre.nullable(),
          /** Some of the budget is not known. */
          budgetAtLeast: z.boolean().optional(),
          outcomeOre: amountOre.nullable(),
          /** What has been done, in words. */
          told: words.default(''),
          deviation: z.object({ cause: words, measure: words }).nullable().default(null),
        }),
      )
      .max(MOST_ROWS),
  }),
  z.object({
    kind: z.literal('callout'),
    tone: z.enum(['note', 'good', 'watch', 'bad']),
    heading: line,
    text: words,
  }),
  z.object({
    kind: z.literal('finding'),
    sentence: words,
    cautions: z.array(words).default([]),
    table: tableSchema.nullable().default(null),
  }),
  /** A question that whoever reports is to answer in words. */
  z.object({
    kind: z.literal('comment'),
    about: line,
    required: z.boolean(),
    answer: words,
    answeredBy: line.default(''),
    answeredOn: day.nullable().default(null),
  }),
  z.object({ kind: z.literal('page-break') }),
])

const factsSchema = z.object({
  title: line.min(1),
  subtitle: line.default(''),
  region: line.min(1),
  language: z.enum(LANGUAGES),
  date: day,
  /** The versions that the report rests on. */
  rests: z.array(z.object({ name: line, version: line, date: day.nullable() })).default([]),
  /** Made up, or entered for trying: said on each page. */
  synthetic: z.boolean(),
  /** Headings carry numbers. */
  numbered: z.boolean().default(false),
  /** A list of headings comes first. */
  contents: z.boolean().default(false),
})

export const reportSchema = z.object({ facts: factsSchema, blocks: z.array(blockSchema).max(MOST_BLOCKS) })

/** A report as it is written in every form. */
export type Report = z.output<typeof reportSchema>
export type ReportBlock = Report['blocks'][number]
export type ReportFacts = Report['facts']
export type ReportTable = z.output<typeof tableSchema>
export type ReportCell = z.output<typeof cellSchema>
export type ReportSource = z.output<typeof sourceSchema>
export type ReportActivity = Extract<ReportBlock, { kind: 'activities' }>['activities'][number]
/** As a report may be written by hand, defaults left out. */
export type ReportInput = z.input<typeof reportSchema>
export type BlockInput = ReportInput['blocks'][number]

/** A report as text to keep; `reportSchema` reads it back, equal. */
export function keptReport(report: Report): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}
