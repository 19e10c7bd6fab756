import { LANGUAGES } from '@jamvikt/i18n'
import { z } from 'zod'

/** What a report is for. `free` begins empty. */
export const REPORT_KINDS = ['half-year', 'terms', 'accounts', 'brief', 'final', 'free'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** A brief is finished by somebody on a day; all else is decided by a body, with a diary number. */
export function needsDecision(kind: ReportKind): boolean {
  return kind !== 'brief'
}

/** What is filled in from the plan when a report is shown. */
export const LIVE = [
  'state',
  'activities',
  'deviations',
  'activity-list',
  'flagships',
  'milestones',
  'goals',
  'money-used',
  'money-priority',
  'money-cost',
  'money-activity',
  'risks',
  'lessons',
  'decisions',
  'tasks',
  'reached',
] as const
export type Live = (typeof LIVE)[number]

export const MOST_HEADING = 300
export const MOST_TEXT = 20_000
export const MOST_VIEW = 4000
export const MOST_SOURCES = 200
const MOST_REMOVED = 50

const id = z.uuid()
const heading = z.string().max(MOST_HEADING)
const text = z.string().max(MOST_TEXT)

/** A part of a report as it is written: words of its own, or where its figures come from. */
const sourceBlockSchema = z.discriminatedUnion('kind', [
  z.object({
    id,
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    heading,
  }),
  /** `guide` is what a template asks of whoever writes; it is never printed. */
  z.object({ id, kind: z.literal('words'), heading, text, guide: z.string().max(500) }),
  z.object({ id, kind: z.literal('callout'), tone: z.enum(['note', 'good', 'watch', 'bad']), heading, text }),
  /** A question with its answer. One that is required must be answered before the report is adopted. */
  z.object({
    id,
    kind: z.literal('comment'),
    heading,
    required: z.boolean(),
    text,
    answeredBy: z.string().max(300),
    answeredOn: z.iso.date().nullable(),
  }),
  z.object({ id, kind: z.literal('page-break') }),
  z.object({ id, kind: z.literal('live'), of: z.enum(LIVE), heading }),
  /** A published table of the region, seen in one way. */
  z.object({
    id,
    kind: z.literal('figure'),
    dataset: z.string().max(80),
    view: z.string().max(MOST_VIEW),
    heading,
  }),
  /** What the audit of a released list of cases says. */
  z.object({ id, kind: z.literal('finding'), release: z.uuid(), heading }),
])
export type SourceBlock = Readonly<z.infer<typeof sourceBlockSchema>>

export const contentSchema = z.object({
  title: z.string().min(2).max(MOST_HEADING),
  /** `''`: the plan and the time that is told of. */
  subtitle: heading,
  language: z.enum(LANGUAGES),
  /** The first and the last day that the report tells of. */
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  blocks: z.array(sourceBlockSchema).max(MOST_SOURCES),
  /** What has been removed, the latest last, with where it stood. */
  removed: z.array(z.object({ block: sourceBlockSchema, at: z.number().int().min(0) })).max(MOST_REMOVED),
})
/** All that a report says of its own, and where it takes the rest from: what a revision keeps. */
export type ReportContent = Readonly<z.infer<typeof contentSchema>>

/** What a report says of itself. */
const HEAD = ['title', 'subtitle', 'language', 'startsOn', 'endsOn'] as const
export type ReportHead = Pick<ReportContent, (typeof HEAD)[number]>

export function headOf({ title, subtitle, language, startsOn, endsOn }: ReportContent): ReportHead {
  return { title, subtitle, language, startsOn, endsOn }
}

export interface KeptRevision {
  readonly number: number
  readonly content: ReportContent
  readonly madeAt: Date
  readonly madeBy: string
}

/** A decision that a report was adopted by; of a brief `diary` and `body` may be empty. */
export interface Decision {
  readonly diary: string
  readonly on: string
  readonly body: string
}

export interface Adopted {
  readonly hash: string
  readonly decision: Decision
  readonly adoptedAt: Date
  readonly adoptedBy: string
}

/** A report as it is kept: a draft, or adopted. */
export interface KeptReport {
  readonly id: string
  readonly planId: string
  readonly kind: ReportKind
  readonly madeFrom: string | null
  readonly removedAt: Date | null
  readonly latest: KeptRevision
  /** `null` of a draft. */
  readonly adopted: Adopted | null
}
