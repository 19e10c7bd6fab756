import type { Locale } from '@jamvikt/i18n'
import {
  activityMoney,
  type Entered,
  figureRows,
  type forecastOfPlan,
  type OpenedPlan,
  type Period,
  PlanTree,
  periodName,
  planMoney,
  priorityMoney,
  type Standing,
  type Status,
  wholeOf,
} from '../../plan/public.ts'
import { ReportBuilder } from '../documents/builder.ts'
import type { ActivityStatus, Report, ReportCell, ReportInput } from '../model-report.ts'
import { amountText, decimalsOf } from '../rules/amount-text.ts'

/** What a status report is made of. */
export interface HalfYear {
  readonly regionName: string
  readonly opened: OpenedPlan
  readonly period: Period
  readonly standings: readonly Standing[]
  readonly forecast: Awaited<ReturnType<typeof forecastOfPlan>>
  /** The day it is made, `YYYY-MM-DD`. */
  readonly today: string
}

const IN_ORDER = ['stopped', 'late', 'on-track', 'not-begun', 'done'] as const satisfies readonly Status[]
const SAID: Readonly<Record<Status, ActivityStatus>> = {
  'not-begun': 'not-started',
  'on-track': 'on-track',
  late: 'late',
  stopped: 'stopped',
  done: 'done',
}

/**
 * The status report of a plan for a period, filled in from what has been told, the goals’ figures and the budget. Counts
 * of people reached are no part of it: they leave as released tables alone.
 */
export function halfYearReport(locale: Locale, of: HalfYear): Report {
  const { opened, period, today } = of
  const { facts, revision } = opened.plan
  const report = new ReportBuilder({
    title: locale.text('half.title'),
    subtitle: locale.text('half.subtitle', { plan: facts.name, period: periodName(locale, period) }),
    region: of.regionName,
    language: locale.language,
    date: today,
    rests: [{ name: facts.name, version: locale.text('half.rests', { revision }), date: today }],
    synthetic: facts.synthetic,
  })
  addState(report, locale, of)
  addActivities(report, locale, of)
  addGoals(report, locale, opened)
  addMoney(report, locale, of)
  addRisks(report, locale, opened)
  return report.report()
}

function addState(report: ReportBuilder, locale: Locale, { standings }: HalfYear) {
  const untold = standings.filter(({ update }) => update === null)
  const counts = IN_ORDER.flatMap((status) => {
    const count = standings.filter(({ update }) => update?.status === status).length
    return count === 0 ? [] : [locale.counted(`half.count.${status}`, count)]
  })
  if (untold.length > 0) counts.push(locale.counted('half.count.untold', untold.length))
  report.heading(1, locale.text('half.state'))
  if (standings.length > 0)
    report.words(
      locale.text('half.count', { all: locale.number(standings.length), parts: counts.join(', ') }),
    )
  if (untold.length > 0)
    report.callout({
      tone: 'watch',
      heading: locale.text('half.untold'),
      text: locale.text('half.untold.text', {
        names: untold.map(({ activity }) => activity.fields.name).join(', '),
      }),
    })
}

function addActivities(report: ReportBuilder, locale: Locale, { opened, standings, forecast }: HalfYear) {
  if (standings.length === 0) return
  const tree = new PlanTree(opened.document)
  const money = activityMoney(opened.document)
  const used = new Map(
    forecast.asOf === null ? [] : forecast.rows.map((row) => [row.activity.id, row.usedOre]),
  )
  report.heading(1, locale.text('half.activities')).activities({
    caption: locale.text('half.activities'),
    activities: standings.map(({ activity, update }) => ({
      name: activity.fields.name,
      under: tree.priorityOf(activity)?.fields.name ?? '',
      responsible: activity.fields.responsible
        .flatMap((id) => tree.of('role', id)?.fields.name ?? [])
        .join(', '),
      status: update === null ? 'unknown' : SAID[update.status],
      startsOn: activity.fields.start,
      endsOn: activity.fields.end,
      budgetOre: money.get(activity.id) ?? null,
      outcomeOre: used.get(activity.id) ?? null,
      told: update?.done ?? '',
      deviation:
        update === null || update.cause === '' ? null : { cause: update.cause, measure: update.measure },
    })),
  })
  report.words(locale.text('half.reached'))
}

function addGoals(report: ReportBuilder, locale: Locale, { document }: OpenedPlan) {
  const tree = new PlanTree(document)
  const rows = tree.all('indicator').flatMap((indicator) => {
    const { name, unit } = indicator.fields
    return figureRows(unit, tree.all('figure', indicator.id)).map(({ what, year, group, bySex }) => [
      text([name, unit, group].filter(Boolean).join(', ')),
      text(locale.text(`half.what.${what}`)),
      text(String(year)),
      figure(bySex.women),
      figure(bySex.men),
      figure(bySex.all),
    ])
  })
  report.heading(1, locale.text('half.goals'))
  if (rows.length === 0) report.words(locale.text('half.goals.none'))
  else
    report.table({
      caption: locale.text('half.goals.caption'),
      head: [
        (['goal', 'what', 'year', 'women', 'men', 'all'] as const).map((column) => ({
          text: locale.text(`half.${column}`),
        })),
      ],
      rows: rows.map((cells) => ({ cells })),
    })
}

function text(words: string): ReportCell {
  return { type: 'text', text: words }
}

function figure(entered: Entered): ReportCell {
  if (entered.kind === 'missing') return { type: 'missing', kind: entered.missing }
  if (entered.kind === 'none') return { type: 'missing', kind: 'unknown' }
  const decimals = Math.min((String(entered.value).split('.')[1] ?? '').length, 2)
  return { type: 'number', value: entered.value, decimals }
}

type TableInput = Extract<ReportInput['blocks'][number], { kind: 'table' }>['table']

function addMoney(report: ReportBuilder, locale: Locale, { opened: { document }, forecast }: HalfYear) {
  const sums = priorityMoney(document)
  const priorities = new PlanTree(document).all('priority')
  const known = priorities.filter(({ id }) => sums.has(id))
  const kronor = (ore: bigint) => `${amountText(ore, 'kr', decimalsOf([ore], 'kr'), locale.tag)}\u00a0kr`
  report.heading(1, locale.text('half.money'))
  if (forecast.asOf !== null)
    report.words(
      locale.text('half.money.used', {
        date: locale.date(forecast.asOf),
        amount: kronor(forecast.usedOre),
      }),
    )
  if (forecast.atRiskOre > 0n)
    report.callout({
      tone: 'watch',
      heading: locale.text('half.money.risk', { amount: kronor(forecast.atRiskOre) }),
      text: locale.text('half.money.risk.text'),
    })
  if (known.length === 0) {
    report.words(locale.text('half.money.none'))
    return
  }
  const amount = (ore: bigint | null | undefined): ReportCell =>
    ore === null || ore === undefined
      ? { type: 'missing', kind: 'unknown' }
      : { type: 'money', amountOre: ore, unit: 'kr' }
  const whole = planMoney(document)
  const rows: TableInput['rows'] = known.map(({ id, fields }) => {
    const sum = sums.get(id)
    return { cells: [text(fields.name), amount(sum === undefined ? null : wholeOf(sum))] }
  })
  if (whole !== null)
    rows.push({ role: 'total', cells: [text(locale.text('half.total')), amount(wholeOf(whole.sum))] })
  report.table({
    caption: locale.text('half.money.caption'),
    head: [[{ text: locale.text('half.priority') }, { text: locale.text('half.amount') }]],
    rows,
  })
}

function addRisks(report: ReportBuilder, locale: Locale, { document }: OpenedPlan) {
  const tree = new PlanTree(document)
  const risks = tree.all('risk')
  if (risks.length > 0) report.heading(1, locale.text('half.risks'))
  for (const { fields } of risks)
    report.words(
      [fields.name, fields.measure && locale.text('half.risk.measure', { text: fields.measure })]
        .filter(Boolean)
        .join('. '),
    )
  const lessons = tree.all('lesson')
  if (lessons.length > 0) report.heading(1, locale.text('half.lessons'))
  for (const { fields } of lessons) report.words([fields.name, fields.text].filter(Boolean).join('. '))
}
