import {
  type Entered,
  figureRows,
  forecastBy,
  isCounted,
  METHOD_CODES,
  NATIONAL_ENTRIES,
  type PeriodBasis,
  PlanTree,
  type Standing,
  yearCost,
} from '../../plan/public.ts'
import { type Figures, figuresSchema, type GoalFigure, MOST_CODE, MOST_NATIONAL } from '../model-figures.ts'
import { courseOf, type Point } from '../rules/goal-course.ts'
import { yearMoney } from './year-money.ts'

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
    national: nationalCodes(tree),
    groups: names(tree.all('group').map(({ fields }) => fields.name)),
    methods: names(tree.all('activity').flatMap(({ fields }) => fields.methods)).filter((code) =>
      METHOD_CODES.includes(code),
    ),
    flagships: names(tree.all('activity').flatMap(({ fields }) => (fields.flagship ? [fields.name] : []))),
    periods: of.periods.map(({ id, startsOn, endsOn, dueOn }) => ({ id, startsOn, endsOn, dueOn })),
  })
}

/** Codes of the lists as they are, and first; those of no list as far as there is room for them. */
function nationalCodes(tree: PlanTree): string[] {
  const codes = new Set(tree.all('national').map(({ fields }) => shortened(fields.code)))
  const isListed = (code: string) => NATIONAL_ENTRIES.some((entry) => entry.code === code)
  const byList = Map.groupBy(codes, isListed)
  return [...(byList.get(true) ?? []), ...(byList.get(false) ?? [])].slice(0, MOST_NATIONAL)
}

/** No sign is cut in two. */
const shortened = (code: string) => code.slice(0, MOST_CODE).replace(/[\uD800-\uDBFF]$/, '')

const cut = (text: string) => text.trim().slice(0, MOST_LINE)

function goingOf(standings: readonly Standing[]): Figures['activities'] {
  const counts = { 'on-track': 0, done: 0, 'not-begun': 0, late: 0, stopped: 0, untold: 0 }
  for (const { update } of standings) counts[update?.status ?? 'untold'] += 1
  return counts
}

/** By year of the plan. What the ledger has not told of is not known. */
function moneyOf(of: PeriodBasis): Pick<Figures, 'money' | 'usedUntil'> {
  const { document, plan } = of.opened
  const { startsOn, endsOn } = plan.facts
  const digits = (amountOre: bigint | null) => amountOre?.toString() ?? null
  const money: Figures['money'] = []
  let usedUntil: string | null = null
  for (let year = Number(startsOn.slice(0, 4)); year <= Number(endsOn.slice(0, 4)); year += 1) {
    const forecast = forecastBy(of, String(year))
    usedUntil = forecast.asOf
    const last = `${year}-12-31`
    const span = { from: `${year}-01-01`, to: endsOn < last ? endsOn : last }
    const known = yearMoney(yearCost(document, String(year)), forecast, span)
    money.push({
      year,
      plannedOre: digits(known.plannedOre),
      usedOre: digits(known.usedOre),
      expectedOre: digits(known.expectedOre),
      atRiskOre: digits(known.atRiskOre),
    })
  }
  return { money, usedUntil }
}

const SEXES = ['women', 'men'] as const
type Sex = 'all' | (typeof SEXES)[number]

/**
 * Each measure of a goal as it stands: women and men where what came of it is known of them no earlier than of all. Where
 * one has no target of its own it is held against that of all, unless figures are counts. Groups besides sex are left out.
 */
export function goalFigures(tree: PlanTree): (GoalFigure & { readonly parentId: string })[] {
  return tree.all('indicator').flatMap((indicator) => {
    const { name, unit, direction } = indicator.fields
    const parent = tree.item(indicator.parent ?? '')
    const goal = parent?.kind === 'goal' || parent?.kind === 'activity' ? parent.fields.name : ''
    const rows = figureRows(unit, tree.all('figure', indicator.id)).filter(({ group }) => group === '')
    const points = (what: 'baseline' | 'target' | 'actual', sex: Sex) =>
      rows.flatMap((row) => (row.what === what ? pointOf(row.year, row.bySex[sex]) : []))
    return (isBySex(unit, rows, points) ? SEXES : (['all'] as const)).map((sex) => {
      const actual = points('actual', sex).at(-1) ?? null
      const own = points('target', sex)
      const targets = own.length > 0 || isCounted(unit) ? own : points('target', 'all')
      const target =
        targets.find(({ year }) => actual === null || year >= actual.year) ?? targets.at(-1) ?? null
      const figures = { baseline: points('baseline', sex).at(-1) ?? null, target, actual }
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

function isBySex(
  unit: string,
  rows: ReturnType<typeof figureRows>,
  points: (what: 'target' | 'actual', sex: Sex) => readonly Point[],
): boolean {
  const told = (sex: Sex) => points('actual', sex).at(-1)?.year ?? 0
  const [newest, ofAll] = [Math.max(...SEXES.map(told)), told('all')]
  if (newest === 0 && ofAll === 0) {
    const isKnown = (sex: Sex) => rows.some(({ bySex }) => bySex[sex].kind === 'value')
    return SEXES.some(isKnown) && !isKnown('all')
  }
  if (newest === 0 || newest < ofAll) return false
  return ofAll === 0 || !isCounted(unit) || SEXES.every((sex) => points('target', sex).length > 0)
}

function pointOf(year: number, entered: Entered): Point[] {
  return entered.kind === 'value' ? [{ year, value: entered.value }] : []
}
