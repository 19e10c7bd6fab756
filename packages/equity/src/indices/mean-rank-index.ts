import { type Refusal, type Result, refuse } from '../result.ts'
import { ownValue } from './metric-definition.ts'

/** What is ranked: the gap between women and men, or a level, and which end of it is best. */
export interface RankIndicator {
  readonly id: string
  /** `gap`: |women − men|; `relative-gap`: |women − men| / (women + men); `level`: the value as it is. */
  readonly kind: 'gap' | 'relative-gap' | 'level'
  /** Of a level only: which end has rank 1. A gap is always best when small. `low` unless told. */
  readonly best?: 'low' | 'high'
}

/** A published way to make the index; a change of indicators is a new version. */
export interface RankIndexDefinition {
  readonly id: string
  readonly version: string
  readonly indicators: readonly RankIndicator[]
  /** The least share of the indicators that a unit must have for an index, above 0 to 1. */
  readonly minimumShare: number
}

/** The value of an indicator: both sexes' for a gap, one level for a level. */
export type RankValue = { readonly women: number; readonly men: number } | { readonly level: number }

export interface RankUnit {
  readonly unit: string
  /** By indicator; one that is absent or `null` is missing. */
  readonly values: Readonly<Record<string, RankValue | null>>
}

export interface RankedUnit {
  readonly unit: string
  /** Mean of the ranks it has, 1 at best; `null` when it has too few. */
  readonly index: number | null
  /** Its place by index, 1 for the lowest, halves where units tie; `null` without an index. */
  readonly place: number | null
  readonly ranks: Readonly<Record<string, number>>
  /** Indicators without a value. */
  readonly missing: readonly string[]
}

export interface RankIndex {
  readonly definition: { readonly id: string; readonly version: string }
  readonly units: readonly RankedUnit[]
}

/**
 * The mean of ranks over indicators, in the manner of Statistics Sweden's JämIndex for municipalities.
 *
 * For each indicator the units are ranked by the gap between women and men, the smallest first, or by a level. Ties
 * share the mean of their ranks; gaps that agree to twelve digits tie. Where only n of N units have a value, rank r
 * is set to (r − ½)·N/n + ½, so that a best place among few and among many weigh alike. The index is the mean of a
 * unit's ranks. Ranks tell order, not distance, and a unit's index moves when others move.
 *
 * @param units at least two
 * Refuses: `empty` (`definition.indicators`), `too-few` (`units`: fewer than two; `definition.indicators[j]`: values
 * for fewer than two units), `duplicate` (`definition.indicators[j].id`, `units[i].unit`), `out-of-range`
 * (`definition.minimumShare`), and of `units[i].values.ID`: `unknown-name` (not in the definition), `undefined` (a
 * level where sexes are needed or the reverse, or a relative gap of two zeros), `not-finite`, `negative` (a relative
 * gap of a value below 0).
 * Source: Statistics Sweden, JämIndex (15 ranks, 12 by gap and 3 by level).
 * @example meanRankIndex({ id: 'i', version: '1', indicators: [{ id: 'pay', kind: 'gap' }], minimumShare: 1 }, units)
 */
export function meanRankIndex(
  definition: RankIndexDefinition,
  units: readonly RankUnit[],
): Result<RankIndex> {
  const fault = faultOfDefinition(definition) ?? faultOfUnits(definition, units)
  if (fault) return fault
  const ranks = units.map(() => new Map<string, number>())
  for (const [j, indicator] of definition.indicators.entries()) {
    const present: { readonly at: number; readonly value: number }[] = []
    for (const [at, unit] of units.entries()) {
      const measured = measure(indicator, ownValue(unit.values, indicator.id))
      if (typeof measured === 'string') return refuse(measured, `units[${at}].values.${indicator.id}`)
      if (measured !== null) present.push({ at, value: measured })
    }
    if (present.length < 2) return refuse('too-few', `definition.indicators[${j}]`)
    const stretch = units.length / present.length
    for (const [k, rank] of midRanks(present.map(({ value }) => value)).entries()) {
      ranks[present[k]?.at ?? 0]?.set(indicator.id, (rank - 0.5) * stretch + 0.5)
    }
  }
  const indices = ranks.map((own) => meanOf(Array.from(own.values()), definition))
  const ranked = indices.filter((index) => index !== null)
  const places = midRanks(ranked)
  let next = 0
  return {
    ok: true,
    definition: { id: definition.id, version: definition.version },
    units: units.map(({ unit }, i) => {
      const index = indices[i] ?? null
      const own = ranks[i] ?? new Map<string, number>()
      return {
        unit,
        index,
        place: index === null ? null : (places[next++] ?? null),
        ranks: Object.fromEntries(own),
        missing: definition.indicators.filter(({ id }) => !own.has(id)).map(({ id }) => id),
      }
    }),
  }
}

function meanOf(ranks: readonly number[], { indicators, minimumShare }: RankIndexDefinition): number | null {
  if (ranks.length === 0 || ranks.length < minimumShare * indicators.length - 1e-9) return null
  return ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length
}

/** What is ranked, the smallest first; `null` when missing, or why it cannot be. */
function measure(
  { kind, best = 'low' }: RankIndicator,
  value: RankValue | null,
): number | null | 'undefined' | 'not-finite' | 'negative' {
  if (value === null) return null
  if (kind === 'level') {
    if (!('level' in value)) return 'undefined'
    if (!Number.isFinite(value.level)) return 'not-finite'
    return best === 'low' ? value.level : -value.level
  }
  if ('level' in value) return 'undefined'
  const { women, men } = value
  const gap = Math.abs(women - men)
  if (!Number.isFinite(gap)) return 'not-finite'
  if (kind === 'gap') return Number(gap.toPrecision(12))
  if (women < 0 || men < 0) return 'negative'
  return women + men === 0 ? 'undefined' : Number((gap / (women + men)).toPrecision(12))
}

/** Ranks from 1 for the smallest; ties share their mean. */
function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks = new Array<number>(values.length).fill(0)
  for (let first = 0; first < order.length; ) {
    let last = first
    while (values[order[last + 1] ?? -1] === values[order[first] ?? -1] && last + 1 < order.length) last++
    for (let i = first; i <= last; i++) ranks[order[i] ?? 0] = (first + last) / 2 + 1
    first = last + 1
  }
  return ranks
}

function faultOfDefinition({ indicators, minimumShare }: RankIndexDefinition): Refusal | null {
  if (indicators.length === 0) return refuse('empty', 'definition.indicators')
  const ids = indicators.map(({ id }) => id)
  const twice = ids.findIndex((id, j) => ids.indexOf(id) !== j)
  if (twice >= 0) return refuse('duplicate', `definition.indicators[${twice}].id`)
  return minimumShare > 0 && minimumShare <= 1 ? null : refuse('out-of-range', 'definition.minimumShare')
}

function faultOfUnits({ indicators }: RankIndexDefinition, units: readonly RankUnit[]): Refusal | null {
  if (units.length < 2) return refuse('too-few', 'units')
  const names = new Set<string>()
  const known = new Set(indicators.map(({ id }) => id))
  for (const [i, { unit, values }] of units.entries()) {
    if (names.has(unit)) return refuse('duplicate', `units[${i}].unit`)
    names.add(unit)
    const stray = Object.keys(values).find((id) => !known.has(id))
    if (stray !== undefined) return refuse('unknown-name', `units[${i}].values.${stray}`)
  }
  return null
}
