import { multinomialDraw } from '../math/binomial.ts'
import { makeRandom } from '../math/random.ts'
import type { Result } from '../result.ts'
import { type DrawOptions, drawTables, type Measure } from './draws.ts'
import type { CountTable } from './table.ts'

/** A measure beside what chance alone gives. */
export interface BeyondChance {
  readonly observed: number
  /** Mean over random allocations. */
  readonly expected: number
  /** Standard deviation over random allocations. */
  readonly standardDeviation: number
  /**
   * Above chance (observed − expected) / (1 − expected), below it (observed − expected) / expected: 0 as chance
   * gives, 1 at most. `null` for M and IP, whose greatest value is not 1, and when expected is 0 or 1.
   */
  readonly beyondChance: number | null
  /** Share of random allocations at least this uneven, the observed among them: at least 1 / (draws + 1). */
  readonly p: number
}

export interface RandomAllocation {
  readonly m: BeyondChance
  /** `null` when it does not exist in some draws. */
  readonly h: BeyondChance | null
  readonly ip: BeyondChance
  /** `null` without a pair of groups or when it does not exist in some draws. */
  readonly d: BeyondChance | null
}

/**
 * How uneven units of this size would look if their members came from the groups at random.
 *
 * Small units are uneven by chance alone: women and men tossed into workplaces of three give a D near 0.5. Units
 * keep their sizes; each member's group is drawn with the shares of the whole. What remains beyond the mean of
 * those draws is systematic unevenness.
 *
 * @param table of whole counts
 * Refuses: as `bootstrapSegregation`.
 * Source: Carrington & Troske (1997), J. Bus. Econ. Stat. 15; compare R segregation 1.1.0 `mutual_expected`, which
 * also holds the group totals.
 * @example randomAllocation(table, { draws: 500, seed: 1 }) // { ok: true, d: { observed, expected, p, … }, … }
 */
export function randomAllocation(table: CountTable, options: DrawOptions): Result<RandomAllocation> {
  const random = makeRandom(options.seed)
  const width = table.groups.length
  const result = drawTables(table, options, (into) => {
    for (let u = 0; u < table.unitTotals.length; u++) {
      multinomialDraw(random, table.unitTotals[u] ?? 0, table.groupTotals, into, u * width)
    }
  })
  if (!result.ok) return result
  const { observed, values } = result.drawn
  const of = (name: Measure) => compare(observed[name], values[name], name === 'd' || name === 'h')
  const m = of('m')
  const ip = of('ip')
  return { ok: true, m, h: existing(of('h')), ip, d: existing(of('d')) }
}

function existing(figure: BeyondChance): BeyondChance | null {
  return Number.isNaN(figure.observed + figure.expected) ? null : figure
}

function compare(observed: number, drawn: Float64Array, topIsOne: boolean): BeyondChance {
  const expected = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
  const squares = drawn.reduce((sum, value) => sum + (value - expected) ** 2, 0)
  const room = observed >= expected ? 1 - expected : expected
  // Equal tables must count as equal though their sums were added in another order.
  const atLeast = drawn.reduce((count, value) => count + (value >= observed * (1 - 1e-12) ? 1 : 0), 0)
  return {
    observed,
    expected,
    standardDeviation: Math.sqrt(squares / (drawn.length - 1)),
    beyondChance: topIsOne && expected > 0 && expected < 1 ? (observed - expected) / room : null,
    p: (1 + atLeast) / (1 + drawn.length),
  }
}
