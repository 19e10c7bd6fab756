import { COURSES, type Course, type Figures, GOING, type Going, oreOf } from '../model-figures.ts'
import type { Grant, ListedRegion, ReportState } from '../model-submission.ts'
import { coursesOf } from './goal-course.ts'
import { type Awaited, awaitedOf, type KnownReport } from './late.ts'

/** A report as the overview reads it: its figures, not its words. */
export interface OverviewReport extends KnownReport {
  readonly id: string
  readonly regionId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly state: ReportState
  readonly figures: Figures
}

/** One region in one year. Amounts and counts are of `sources` alone; `null` where they are not known. */
export interface OverviewRow {
  readonly region: ListedRegion
  readonly year: number
  readonly grantedOre: bigint | null
  /** The reports that the figures come from, one a plan. */
  readonly sources: readonly OverviewReport[]
  readonly plannedOre: bigint | null
  readonly usedOre: bigint | null
  readonly expectedOre: bigint | null
  readonly atRiskOre: bigint | null
  readonly activities: Readonly<Record<Going, number>> | null
  readonly goals: Readonly<Record<Course, number>> | null
  readonly national: readonly string[]
  readonly groups: readonly string[]
  readonly methods: MethodsTold
  readonly flagships: readonly string[]
  readonly awaited: readonly Awaited[]
}

/** Codes of methods that reports tell of; not all of them where some report says nothing of methods, or there is none. */
export interface MethodsTold {
  readonly codes: readonly string[]
  readonly isWhole: boolean
}

/** Which reports count: accepted ones alone, or also those that have not been answered. */
export const BASES = ['accepted', 'submitted'] as const
export type Basis = (typeof BASES)[number]

const yearOf = (day: string) => Number(day.slice(0, 4))

/** All regions in all years of which anything is known: money, a report, or one that should have come. */
export function overviewOf(of: {
  readonly regions: readonly ListedRegion[]
  readonly reports: readonly OverviewReport[]
  readonly grants: readonly Grant[]
  readonly basis: Basis
  /** `YYYY-MM-DD` */
  readonly today: string
}): OverviewRow[] {
  const reportsOf = Map.groupBy(of.reports, ({ regionId }) => regionId)
  const grantsOf = Map.groupBy(of.grants, ({ regionId }) => regionId)
  return of.regions.flatMap((region) => {
    const reports = reportsOf.get(region.id) ?? []
    const grants = grantsOf.get(region.id) ?? []
    const awaited = awaitedOf(
      reports,
      grants.map(({ year }) => year),
      of.today,
    )
    const years = new Set([
      ...grants.map(({ year }) => year),
      ...reports.map(({ endsOn }) => yearOf(endsOn)),
      ...awaited.map(({ endsOn }) => yearOf(endsOn)),
    ])
    return [...years]
      .toSorted((a, b) => a - b)
      .map((year) => {
        const sources = sourcesOf(
          reports.filter(({ endsOn }) => yearOf(endsOn) === year),
          of.basis,
        )
        return {
          region,
          year,
          grantedOre: grants.find((grant) => grant.year === year)?.amountOre ?? null,
          sources,
          ...moneyOf(sources, year),
          activities: countsOf(sources, ({ activities }) => activities, GOING),
          goals: countsOf(sources, goalCounts, COURSES),
          national: namesOf(sources, ({ national }) => national),
          groups: namesOf(sources, ({ groups }) => groups),
          methods: {
            codes: namesOf(sources, ({ methods }) => methods ?? []),
            isWhole: sources.length > 0 && sources.every(({ figures }) => figures.methods !== undefined),
          },
          flagships: namesOf(sources, ({ flagships }) => flagships),
          awaited: awaited.filter(({ endsOn }) => yearOf(endsOn) === year),
        }
      })
  })
}

/** Of each plan the report of the latest period that counts, and of that the latest number. */
function sourcesOf(reports: readonly OverviewReport[], basis: Basis): OverviewReport[] {
  const counting = reports.filter(
    ({ state }) => state === 'accepted' || (basis === 'submitted' && state === 'submitted'),
  )
  const latest = new Map<string, OverviewReport>()
  for (const report of counting) {
    const known = latest.get(report.planId)
    const isLater =
      known === undefined ||
      known.endsOn < report.endsOn ||
      (known.endsOn === report.endsOn && known.number < report.number)
    if (isLater) latest.set(report.planId, report)
  }
  return [...latest.values()]
}

function moneyOf(sources: readonly OverviewReport[], year: number) {
  const of = (field: 'plannedOre' | 'usedOre' | 'expectedOre' | 'atRiskOre') =>
    sumOf(
      sources.map(({ figures }) =>
        oreOf(figures.money.find((money) => money.year === year)?.[field] ?? null),
      ),
    )
  return {
    plannedOre: of('plannedOre'),
    usedOre: of('usedOre'),
    expectedOre: of('expectedOre'),
    atRiskOre: of('atRiskOre'),
  }
}

/** A sum where all of it is known; `null` where some is not, or there is nothing to sum. */
function sumOf(amounts: readonly (bigint | null)[]): bigint | null {
  let sum: bigint | null = null
  for (const amount of amounts) {
    if (amount === null) return null
    sum = (sum ?? 0n) + amount
  }
  return sum
}

function countsOf<Key extends string>(
  sources: readonly OverviewReport[],
  counts: (figures: Figures) => Readonly<Record<Key, number>>,
  keys: readonly Key[],
): Readonly<Record<Key, number>> | null {
  if (sources.length === 0) return null
  const sums = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
  for (const { figures } of sources) for (const key of keys) sums[key] += counts(figures)[key]
  return sums
}

function goalCounts({ goals }: Figures): Record<Course, number> {
  const counts = { reached: 0, 'on-way': 0, behind: 0, unknown: 0 }
  for (const course of coursesOf(goals)) counts[course] += 1
  return counts
}

function namesOf(
  sources: readonly OverviewReport[],
  names: (figures: Figures) => readonly string[],
): string[] {
  return [...new Set(sources.flatMap(({ figures }) => names(figures)))]
}
