import { type Result, refuse } from '../result.ts'
import {
  faultOfMetric,
  type MetricDefinition,
  type MetricIndicator,
  type MetricUnit,
  type MetricValue,
  ownValue,
} from './metric-definition.ts'
import { type MetricScore, metricScore } from './metric-score.ts'

export interface ScoredPart {
  readonly id: string
  /** 1–100; `null` when too much is missing. */
  readonly score: number | null
}

export interface ScoredSubdomain extends ScoredPart {
  /** `null` for an indicator without a value. */
  readonly indicators: Readonly<Record<string, MetricScore | null>>
}

export interface ScoredDomain extends ScoredPart {
  readonly weight: number
  readonly subdomains: readonly ScoredSubdomain[]
}

export interface ScoredUnit {
  readonly unit: string
  /** 1–100; `null` when a domain has no score. */
  readonly index: number | null
  readonly domains: readonly ScoredDomain[]
  /** Indicators without a value. */
  readonly missing: readonly string[]
}

/**
 * An index of gaps corrected by levels, in the manner of EIGE's Gender Equality Index before 2025.
 *
 * Each indicator is scored by `metricScore`; a subdomain is the arithmetic mean of its indicators, a domain the
 * geometric mean of its subdomains, the index the geometric mean of the domains by their weights. A low domain is
 * not made good by a high one. The correction mixes level with equality: show the gaps beside the index.
 *
 * @param units the value of each indicator by id; absent or `null` is missing. A subdomain stands on what it has if
 * that is at least `minimumShare` of its indicators, else it has no score, nor have its domain and the index
 * Refuses: as `faultOfMetric` says; `out-of-range` (`units[i].values.ID`: a level above the definition's `highest`),
 * `undefined` (`units[i].values.ID`: both sexes 0 where no level corrects).
 * Source: EIGE, Gender Equality Index: Methodological Report (2013, 2017).
 * @example gapCorrectedIndex(definition, [{ unit: 'Dalarna', values: { work: { women: 60, men: 80 } } }])
 */
export function gapCorrectedIndex(
  definition: MetricDefinition,
  units: readonly MetricUnit[],
): Result<{
  readonly definition: { readonly id: string; readonly version: string }
  readonly units: readonly ScoredUnit[]
}> {
  const fault = faultOfMetric(definition, units)
  if (fault) return fault
  const scores = new Map<string, readonly (MetricScore | null)[]>()
  for (const indicator of definition.domains.flatMap(({ subdomains }) =>
    subdomains.flatMap((s) => s.indicators),
  )) {
    const values = units.map(({ values }) => oriented(indicator, ownValue(values, indicator.id)))
    const highest = highestOf(indicator, values)
    const found: (MetricScore | null)[] = []
    for (const [i, value] of values.entries()) {
      if (value !== null && highest !== null && levelOf(value) > highest) {
        return refuse('out-of-range', `units[${i}].values.${indicator.id}`)
      }
      if (value !== null && highest === null && value.women / 2 + value.men / 2 === 0) {
        return refuse('undefined', `units[${i}].values.${indicator.id}`)
      }
      found.push(value && metricScore({ ...value, ...(highest === null ? {} : { highest }) }))
    }
    scores.set(indicator.id, found)
  }
  return {
    ok: true,
    definition: { id: definition.id, version: definition.version },
    units: units.map(({ unit }, i) => scoreUnit(definition, unit, (id) => scores.get(id)?.[i] ?? null)),
  }
}

function scoreUnit(
  { domains, minimumShare }: MetricDefinition,
  unit: string,
  scoreOf: (id: string) => MetricScore | null,
): ScoredUnit {
  const missing: string[] = []
  const scored = domains.map(({ id, weight, subdomains }): ScoredDomain => {
    const parts = subdomains.map((subdomain): ScoredSubdomain => {
      const own = subdomain.indicators.map((indicator) => [indicator.id, scoreOf(indicator.id)] as const)
      missing.push(...own.filter(([, score]) => score === null).map(([name]) => name))
      const there = own.flatMap(([, score]) => (score === null ? [] : [score.score]))
      const enough = there.length > 0 && there.length >= minimumShare * own.length - 1e-9
      const mean = there.reduce((sum, score) => sum + score, 0) / there.length
      return { id: subdomain.id, score: enough ? mean : null, indicators: Object.fromEntries(own) }
    })
    return {
      id,
      weight,
      score: geometricMean(parts.map(({ score }) => ({ score, weight: 1 }))),
      subdomains: parts,
    }
  })
  return { unit, index: geometricMean(scored), domains: scored, missing }
}

/** `null` as soon as a part has no score. */
function geometricMean(
  parts: readonly { readonly score: number | null; readonly weight: number }[],
): number | null {
  let logs = 0
  let weights = 0
  // As shares of the largest: the sum of weights that can be written need not be.
  const largest = parts.reduce((most, { weight }) => Math.max(most, weight), 0)
  for (const { score, weight } of parts) {
    if (score === null) return null
    logs += (weight / largest) * Math.log(score)
    weights += weight / largest
  }
  return Math.exp(logs / weights)
}

function oriented({ complementOf }: MetricIndicator, value: MetricValue | null): MetricValue | null {
  if (value === null || complementOf === undefined) return value
  const { women, men, total } = value
  const turned = { women: complementOf - women, men: complementOf - men }
  return total === undefined ? turned : { ...turned, total: complementOf - total }
}

/** The level that has correction 1, or `null` where levels do not count. */
function highestOf({ correction }: MetricIndicator, values: readonly (MetricValue | null)[]): number | null {
  if (correction === 'none') return null
  if (correction.highest !== undefined) return correction.highest
  const highest = values.reduce((most, value) => Math.max(most, value ? levelOf(value) : 0), 0)
  // Where all levels are 0 any highest gives the correction 0.
  return highest > 0 ? highest : 1
}

function levelOf({ women, men, total }: MetricValue): number {
  return total ?? women / 2 + men / 2
}
