import type { Locale } from '@jamvikt/i18n'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { sha256 } from '../../../platform/sha256.ts'
import {
  basisOf,
  type OpenedPlan,
  type Period,
  type PeriodBasis,
  PlanTree,
  type Standing,
} from '../../plan/public.ts'
import {
  adoptedVersion,
  halfYearReport,
  keptReport,
  type Report,
  reportSchema,
} from '../../reporting/public.ts'
import { type Figures, figuresSchema } from '../model-figures.ts'
import type { KeptWords, Submission } from '../model-submission.ts'
import { type Obstacle, obstaclesOf, type Question, questionsOf } from '../rules/in-the-way.ts'
import { submissionsOf } from '../store/submissions.ts'
import { wordsOf } from '../store/words.ts'
import { figuresOf, goalFigures } from './figures-of.ts'

/** A report as it would be sent now, and what stands in its way. */
export interface Prepared {
  /** What it is made of. */
  readonly basis: PeriodBasis
  readonly period: Period
  readonly questions: readonly Question[]
  readonly obstacles: readonly Obstacle[]
  readonly words: KeptWords | null
  readonly report: Report
  /** The report as text. */
  readonly kept: string
  readonly figures: Figures
  /** Of the report and its figures: what is confirmed is what is sent. */
  readonly sha256: string
  /** What has been sent of the period, the latest first. */
  readonly sent: readonly Submission[]
}

/** Lays out what a region would send of a period; `null` where the plan has no such period. */
export async function prepare(
  db: TenantDb,
  locale: Locale,
  of: {
    readonly regionName: string
    readonly opened: OpenedPlan
    readonly periodId: string
    /** `YYYY-MM-DD` */
    readonly today: string
  },
): Promise<Prepared | null> {
  const now = { today: of.today, language: locale.language }
  const found = await basisOf(db, of.opened, of.periodId, now)
  if (found === null) return null
  // Sending closes the period: what is looked at is the report as it stands then.
  const basis: PeriodBasis = { ...found, frozenOn: found.frozenOn ?? of.today }
  const { opened, period, standings } = basis
  const words = await wordsOf(db, period.id)
  const activities = toldActivities(opened, standings)
  const questions = questionsFor(opened, activities)
  const report = withComments(
    locale,
    halfYearReport(locale, {
      regionName: of.regionName,
      basis,
      adopted: await adoptedVersion(db, opened, basis.today),
    }),
    questions,
    words?.words ?? {},
  )
  const kept = keptReport(report)
  const figures = figuresOf(basis)
  return {
    basis,
    period,
    questions,
    obstacles: obstaclesOf(activities, questions, words?.words ?? {}),
    words,
    report,
    kept,
    figures,
    sha256: hashOf(kept, figures),
    sent: await submissionsOf(db, opened.plan.id, period.id),
  }
}

/** The hash of a report and its figures, whichever way the database has ordered what it keeps. */
export function hashOf(report: unknown, figures: unknown): string {
  const whole = reportSchema.parse(typeof report === 'string' ? JSON.parse(report) : report)
  return sha256(`${keptReport(whole)}\n${JSON.stringify(figuresSchema.parse(figures))}`)
}

type ToldActivity = Parameters<typeof obstaclesOf>[0][number]

function toldActivities({ document }: OpenedPlan, standings: readonly Standing[]): ToldActivity[] {
  const tree = new PlanTree(document)
  return standings.map(({ activity, update }) => ({
    id: activity.id,
    name: activity.fields.name,
    areaId: tree.priorityOf(activity)?.id ?? null,
    told: update,
  }))
}

function questionsFor({ document }: OpenedPlan, activities: readonly ToldActivity[]): Question[] {
  const tree = new PlanTree(document)
  const behind = new Map(
    goalFigures(tree)
      .filter(({ course }) => course === 'behind')
      .map(({ parentId, goal, measure }) => [parentId, goal || measure]),
  )
  return questionsOf({
    areas: tree.all('priority').map(({ id, fields }) => ({ id, name: fields.name })),
    activities,
    goalsBehind: [...behind].map(([id, name]) => ({ id, name })),
  })
}

/** What a question is about, in words. */
export function aboutText(locale: Locale, { kind, about }: Question): string {
  return kind === 'overall'
    ? locale.text('agency.q.overall')
    : locale.text(`agency.q.${kind}`, { name: about })
}

/** The region’s own words come first in what it sends. */
function withComments(
  locale: Locale,
  report: Report,
  questions: readonly Question[],
  words: Readonly<Record<string, string>>,
): Report {
  return reportSchema.parse({
    ...report,
    blocks: [
      { kind: 'heading', level: 1, text: locale.text('agency.comments') },
      ...questions.map((question) => ({
        kind: 'comment',
        about: aboutText(locale, question),
        required: true,
        answer: (words[question.key] ?? '').trim(),
      })),
      ...report.blocks,
    ],
  })
}
