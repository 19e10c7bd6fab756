import {
  budgetsOf,
  type Entered,
  figureRows,
  forecastBy,
  type PeriodBasis,
  PlanTree,
  type Standing,
  wholeOf,
} from '../../plan/public.ts'
import { type Figures, figuresSchema, type GoalFigure } from '../model-figures.ts'
import { courseOf, type Point } from '../rules/goal-course.ts'

const MOST_LINE = 1000

/** The figures that go with a report. People who were reached are no part of them. */
export function figuresOf(of: PeriodBasis): Figures {
  const { document, plan } = of.opened
  const tree = new PlanTree(document)
  const money = moneyOf(of)
  const names = (all: readonly string[]) => [...new Set(all.map(cut))].filter((name) => name !== '')
  return figuresSchema.parse({
    version: 1,
    synthetic: plan.facts.synthetic,
    ...money,
    activities: goingOf(of.standings),
    goals: goalFigures(tree).map(({ parentId: _, ...figure }) => figure),
    national: names(tree.all('national').map(({ fields }) => fields.code)),
    groups: names(tree.all('group').map(({ fields }) => fields.name)),
    flagships: names(tree.all('activity').flatMap(({ fields }) => (fields.flagship ? [fields.name] : []))),
    periods: of.periods.map(({ id, startsOn, endsOn, dueOn }) => ({ id, startsOn, endsOn, dueOn })),
  })
}

const cut = (text: string) => text.trim().slice(0, MOST_LINE)

function goingOf(standings: readonly Standing[]): Figures['activities'] {
  const counts = { 'on-track': 0, done: 0, 'not-begun': 0, late: 0, stopped: 0, untold: 0 }
  for (const { update } of standings) counts[update?.status ?? 'untold'] += 1
  return counts
}

/** By year of the plan. What the ledger has not told of is not known. */
function moneyOf(of: PeriodBasis): Pick<Figures, 'money' | 'usedUntil'> {
  const { opened } = of
  const { startsOn, endsOn } = opened.plan.facts
  const byYear = budgetsOf(opened.document)
    .find((budget) => !budget.isEmpty && budget.knows.includes('year'))
    ?.by(['year'])
  const money: Figures['money'] = []
  let usedUntil: string | null = null
  for (let year = Number(startsOn.slice(0, 4)); year <= Number(endsOn.slice(0, 4)); year += 1) {
    const forecast = forecastBy(of, String(year))
    const planned = wholeOf(forecast.budget) ?? wholeOf(byYear?.get(String(year)))
    usedUntil = forecast.asOf
    const isTold = forecast.asOf !== null
    const digits = (amountOre: bigint | null) => amountOre?.toString() ?? null
    money.push({
      year,
      plannedOre: digits(planned),
      usedOre: isTold ? digits(forecast.usedOre) : null,
      expectedOre: isTold && planned !== null ? digits(planned - forecast.atRiskOre) : null,
      atRiskOre: isTold ? digits(forecast.atRiskOre) : null,
    })
  }
  return { money, usedUntil }
}

const SERIES = [['all'], ['women', 'men']] as const

/** Each measure of a goal as it stands; by sex where there is no figure of all. Groups besides sex are left out. */
export function goalFigures(tree: PlanTree): (GoalFigure & { readonly parentId: string })[] {
  return tree.all('indicator').flatMap((indicator) => {
    const { name, unit, direction } = indicator.fields
    const parent = tree.item(indicator.parent ?? '')
    const goal = parent?.kind === 'goal' || parent?.kind === 'activity' ? parent.fields.name : ''
    const rows = figureRows(unit, tree.all('figure', indicator.id)).filter(({ group }) => group === '')
    const known = (sex: 'all' | 'women' | 'men') => rows.some(({ bySex }) => bySex[sex].kind === 'value')
    const series = SERIES.find((sexes) => sexes.some(known)) ?? ['all' as const]
    return series.map((sex) => {
      const points = (what: 'baseline' | 'target' | 'actual') =>
        rows.flatMap((row) => (row.what === what ? pointOf(row.year, row.bySex[sex]) : []))
      const actual = points('actual').at(-1) ?? null
      const targets = points('target')
      const target =
        targets.find(({ year }) => actual === null || year >= actual.year) ?? targets.at(-1) ?? null
      const figures = { baseline: points('baseline').at(-1) ?? null, target, actual }
      return {
        parentId: parent?.id ?? indicator.id,
        goal: cut(goal),
        measure: cut(name),
        unit: cut(unit),
        sex,
        ...figures,
        course: courseOf(direction, figures),
      }
    })
  })
}

function pointOf(year: number, entered: Entered): Point[] {
  return entered.kind === 'value' ? [{ year, value: entered.value }] : []
}
