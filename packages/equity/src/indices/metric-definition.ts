import { type Refusal, refuse } from '../result.ts'

export interface MetricIndicator {
  readonly id: string
  /**
   * How the level counts: `none` for shares of seats, where it means nothing; else against `highest`, the highest
   * level there is (all units and years), or without it the highest among the units given, which then move together.
   */
  readonly correction: 'none' | { readonly highest?: number }
  /** Turns what is better when low: the value becomes `complementOf` − value, such as 100 for percentages. */
  readonly complementOf?: number
}

/** A published way to make the index; a change of parts or weights is a new version. */
export interface MetricDefinition {
  readonly id: string
  readonly version: string
  /** The least share of a subdomain's indicators that a unit must have, above 0 to 1. */
  readonly minimumShare: number
  readonly domains: readonly {
    readonly id: string
    /** Above 0; weights need not sum to 1. */
    readonly weight: number
    readonly subdomains: readonly { readonly id: string; readonly indicators: readonly MetricIndicator[] }[]
  }[]
}

/** Levels of women and men, 0 or more, and of all where it is not their mean. */
export interface MetricValue {
  readonly women: number
  readonly men: number
  readonly total?: number
}

export interface MetricUnit {
  readonly unit: string
  /** By indicator; one that is absent or `null` is missing. */
  readonly values: Readonly<Record<string, MetricValue | null>>
}

/** The value kept under a name, or `null`; names such as `constructor` are names like any other. */
export function ownValue<T>(values: Readonly<Record<string, T | null>>, id: string): T | null {
  return Object.hasOwn(values, id) ? (values[id] ?? null) : null
}

/**
 * The first fault of a definition and its units, or `null`.
 *
 * `empty` (`definition.domains`, `….subdomains`, `….indicators`, `units`), `out-of-range` (`definition.minimumShare`,
 * `definition.domains[d].weight`, `….correction.highest` or `….complementOf` not above 0), `duplicate` (an id of an
 * indicator, `units[i].unit`), and of `units[i].values.ID`: `unknown-name`, and of its `.women`, `.men` and `.total`
 * `not-finite`, `negative`, `out-of-range` (above `complementOf`, or 1e100).
 */
export function faultOfMetric(definition: MetricDefinition, units: readonly MetricUnit[]): Refusal | null {
  const { domains, minimumShare } = definition
  if (domains.length === 0) return refuse('empty', 'definition.domains')
  if (!(minimumShare > 0 && minimumShare <= 1)) return refuse('out-of-range', 'definition.minimumShare')
  const known = new Map<string, MetricIndicator>()
  for (const [d, { weight, subdomains }] of domains.entries()) {
    const domain = `definition.domains[${d}]`
    if (!(weight > 0 && Number.isFinite(weight))) return refuse('out-of-range', `${domain}.weight`)
    if (subdomains.length === 0) return refuse('empty', `${domain}.subdomains`)
    for (const [s, { indicators }] of subdomains.entries()) {
      const subdomain = `${domain}.subdomains[${s}]`
      if (indicators.length === 0) return refuse('empty', `${subdomain}.indicators`)
      for (const [j, indicator] of indicators.entries()) {
        const fault = faultOfIndicator(indicator, `${subdomain}.indicators[${j}]`)
        if (fault) return fault
        if (known.has(indicator.id)) return refuse('duplicate', `${subdomain}.indicators[${j}].id`)
        known.set(indicator.id, indicator)
      }
    }
  }
  return faultOfUnits(known, units)
}

function faultOfIndicator({ correction, complementOf }: MetricIndicator, path: string): Refusal | null {
  const above = (value: number | undefined) => value === undefined || (value > 0 && Number.isFinite(value))
  if (correction !== 'none' && !above(correction.highest))
    return refuse('out-of-range', `${path}.correction.highest`)
  return above(complementOf) ? null : refuse('out-of-range', `${path}.complementOf`)
}

function faultOfUnits(
  known: ReadonlyMap<string, MetricIndicator>,
  units: readonly MetricUnit[],
): Refusal | null {
  if (units.length === 0) return refuse('empty', 'units')
  const names = new Set<string>()
  for (const [i, { unit, values }] of units.entries()) {
    if (names.has(unit)) return refuse('duplicate', `units[${i}].unit`)
    names.add(unit)
    for (const [id, value] of Object.entries(values)) {
      const indicator = known.get(id)
      if (!indicator) return refuse('unknown-name', `units[${i}].values.${id}`)
      for (const [name, number] of Object.entries(value ?? {})) {
        const path = `units[${i}].values.${id}.${name}`
        if (!Number.isFinite(number)) return refuse('not-finite', path)
        if (number < 0) return refuse('negative', path)
        if (number > 1e100) return refuse('out-of-range', path)
        if (number > (indicator.complementOf ?? Number.POSITIVE_INFINITY)) return refuse('out-of-range', path)
      }
    }
  }
  return null
}
