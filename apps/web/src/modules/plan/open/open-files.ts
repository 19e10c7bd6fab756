import type { Locale } from '@jamvikt/i18n'
import { type CsvValue, csvLine } from '@jamvikt/tables'
import { planJson } from '../exchange/rules/canonical.ts'
import { iatiXml } from '../exchange/rules/iati.ts'
import { periodName } from '../follow/ui/period-name.ts'
import { sheetAmount } from '../rules/amount-text.ts'
import { type Sum, wholeOf } from '../rules/budgets.ts'
import { activityMoney } from '../rules/money-of.ts'
import { PlanTree } from '../rules/tree.ts'
import { choiceLabel, fieldLabel, itemName, kindName, memberName } from '../ui/words.tsx'
import type { OpenFileName } from './model-open.ts'
import { latestStandings } from './rules/how-it-goes.ts'
import { openBudget } from './rules/open-budget.ts'
import type { ReadOpenPlan } from './service/open-plans.ts'
import { dutyNames } from './ui/duty-names.ts'

export interface OpenFile {
  readonly type: string
  readonly body: string
}

/** Whose plan it is, for files that say so. */
export interface OpenSiteOf {
  readonly slug: string
  readonly name: string
}

/** One file of an open plan. Tables are in the reader’s language, the rest as the plan is written. */
export function openFile(plan: ReadOpenPlan, site: OpenSiteOf, name: OpenFileName, locale: Locale): OpenFile {
  if (name === 'plan.json') return { type: 'application/json', body: planJson(plan.document) }
  if (name === 'iati.xml')
    return {
      type: 'application/xml; charset=utf-8',
      body: iatiXml(plan.document, { region: site, plan: plan.slug, now: plan.publication.openFrom }),
    }
  const rows = ROWS[name](plan, locale)
  const mark = locale.text('synthetic')
  // An invented plan says so in each row.
  const marked = plan.document.facts.synthetic
    ? rows.map((row, at) => [...row, at === 0 ? locale.text('stat.why.notes') : mark])
    : rows
  return {
    type: 'text/csv; charset=utf-8',
    body: `\uFEFF${marked.map((row) => csvLine(row, 'rfc4180')).join('')}`,
  }
}

type Rows = readonly (readonly CsvValue[])[]

const ROWS: Readonly<
  Record<Exclude<OpenFileName, 'plan.json' | 'iati.xml'>, (plan: ReadOpenPlan, locale: Locale) => Rows>
> = {
  'activities.csv': activityRows,
  'goals.csv': goalRows,
  'figures.csv': figureRowsOf,
  'budget.csv': budgetRows,
}

const MANY = ' | '

function activityRows({ document, standings }: ReadOpenPlan, locale: Locale): Rows {
  const tree = new PlanTree(document)
  const money = activityMoney(document)
  const latest = latestStandings(standings)
  const label = (field: string) => fieldLabel(locale, 'activity', field)
  const head = [
    'id',
    kindName(locale, 'priority'),
    kindName(locale, 'activity'),
    locale.text('open.plan.partOf'),
    label('what'),
    label('how'),
    label('start'),
    label('end'),
    label('unit'),
    label('responsible'),
    label('goals'),
    label('expected'),
    locale.text('open.plan.kronor'),
    locale.text('open.plan.goes'),
    locale.text('follow.period'),
  ]
  const rows = tree.all('activity').map((activity): CsvValue[] => {
    const { id, parent, fields } = activity
    const whole = tree.of('activity', parent ?? '')
    const ore = money.get(id) ?? null
    const goes = latest.get(id)
    return [
      id,
      tree.priorityOf(activity)?.fields.name ?? null,
      fields.name,
      whole?.fields.name ?? null,
      fields.what,
      fields.how,
      fields.start,
      fields.end,
      fields.unit,
      dutyNames(locale, tree, fields.responsible).join(MANY),
      fields.goals.map((goal) => tree.of('goal', goal)?.fields.name ?? '').join(MANY),
      fields.expected,
      ore === null ? null : sheetAmount(ore, 'kr'),
      goes === undefined ? null : locale.text(`follow.status.${goes.status}`),
      goes === undefined ? null : periodName(locale, goes.period),
    ]
  })
  return [head, ...rows]
}

function goalRows({ document }: ReadOpenPlan, locale: Locale): Rows {
  const tree = new PlanTree(document)
  const label = (field: string) => fieldLabel(locale, 'goal', field)
  const head = [
    'id',
    kindName(locale, 'priority'),
    kindName(locale, 'goal'),
    locale.text('open.plan.partOf'),
    label('year'),
    label('measurable'),
    label('measuredBy'),
  ]
  const rows = tree.all('goal').map((goal): CsvValue[] => {
    const { name, year, measurable, measuredBy } = goal.fields
    return [
      goal.id,
      tree.priorityOf(goal)?.fields.name ?? null,
      name,
      tree.of('goal', goal.parent ?? '')?.fields.name ?? null,
      year,
      measurable === null ? null : choiceLabel(locale, 'goal', 'measurable', measurable),
      measuredBy,
    ]
  })
  return [head, ...rows]
}

function figureRowsOf({ document }: ReadOpenPlan, locale: Locale): Rows {
  const tree = new PlanTree(document)
  const label = (field: string) => fieldLabel(locale, 'figure', field)
  const choice = (kind: 'indicator' | 'figure', field: string, value: string | null) =>
    value === null ? null : choiceLabel(locale, kind, field, value)
  const head = [
    kindName(locale, 'indicator'),
    locale.text('open.plan.measures'),
    fieldLabel(locale, 'indicator', 'unit'),
    fieldLabel(locale, 'indicator', 'direction'),
    label('what'),
    label('year'),
    label('sex'),
    label('group'),
    label('value'),
    label('missing'),
  ]
  const rows = tree.all('indicator').flatMap((indicator) => {
    const { name, unit, direction } = indicator.fields
    const under = tree.item(indicator.parent ?? '')
    return tree
      .all('figure', indicator.id)
      .map(({ fields }): CsvValue[] => [
        name,
        under === null ? null : itemName(locale, under),
        unit,
        choice('indicator', 'direction', direction),
        choice('figure', 'what', fields.what),
        fields.year,
        choice('figure', 'sex', fields.sex ?? 'all'),
        fields.group,
        fields.value,
        choice('figure', 'missing', fields.missing),
      ])
  })
  return [head, ...rows]
}

function budgetRows({ document }: ReadOpenPlan, locale: Locale): Rows {
  const tree = new PlanTree(document)
  const budget = openBudget(document)
  const head = [
    kindName(locale, 'priority'),
    fieldLabel(locale, 'figure', 'year'),
    locale.text('open.plan.kronor'),
  ]
  if (budget === null) return [head]
  // An amount of which some is not known is not told as if it were whole.
  const kronor = (sum: Sum | undefined) => {
    const ore = wholeOf(sum)
    return ore === null ? null : sheetAmount(ore, 'kr')
  }
  const all = locale.text('open.plan.whole')
  const rows = (name: string, byYear: readonly (Sum | undefined)[], whole: Sum | undefined): CsvValue[][] => [
    ...budget.years.map((year, at) => [name, year, kronor(byYear[at])]),
    [name, all, kronor(whole)],
  ]
  return [
    head,
    ...budget.rows.flatMap((row) => rows(memberName(locale, tree, row.id), row.byYear, row.whole)),
    ...rows(all, budget.byYear, budget.whole),
  ]
}
