import { faultOfDraws } from '../rates/draw-limits.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import { faultOfPanel, faultOfStart, meanOf, type Panel } from './panel.ts'
import { type PermutationTest, permuteUnits } from './unit-permutation.ts'
import { type WildBootstrap, wildBootstrap } from './wild-bootstrap.ts'

export interface DifferenceOptions {
  /** Names of the units that the measure reached. */
  readonly treated: readonly string[]
  /** The first period of the measure, the same for all that it reached. */
  readonly start: number
  /** Whole. */
  readonly seed: number
  /** Draws of the bootstrap, and of assignments when there are too many to list; 999 unless told, 99–100,000. */
  readonly draws?: number
  /** Above 0, at most 0.999999; 0.95 unless told. */
  readonly confidence?: number
}

/** A difference between treated and other units, with two ways to judge it. */
export interface UnitComparison {
  readonly difference: number
  readonly permutation: PermutationTest
  readonly wild: WildBootstrap
  /** Which of the two to trust: permutation when the bootstrap is not reliable. */
  readonly trusted: 'permutation' | 'wild'
}

export interface DifferenceInDifferences extends UnitComparison {
  readonly treatedUnits: number
  readonly otherUnits: number
  /** Mean change from before to after in each set. */
  readonly treatedChange: number
  readonly otherChange: number
  /** Difference in slope over the periods before the start; `null` with fewer than two of them. */
  readonly preTrend: UnitComparison | null
  /** The same with an invented start halfway through the periods before; `null` with fewer than two of them. */
  readonly placebo: (UnitComparison & { readonly start: number }) | null
}

/**
 * Difference in differences: how the change of the units that a measure reached differs from that of the others.
 *
 * δ = (mean after − mean before) of the treated less that of the others. With one common start and no value
 * missing this is also the coefficient of the regression with effects of units and periods. Judged by permutation
 * of who was treated and by the wild cluster bootstrap; plain clustered errors, far too small with few treated
 * units, are not offered. Whether the difference tells of the measure rests on the two sets having moved alike
 * otherwise: `preTrend` and `placebo` look for signs against that, and cannot prove it.
 *
 * @param panel a value for each unit and period; at least one period before and one from the start
 * Refuses: `empty`, `duplicate`, `unequal-length` and `not-finite` at a place in the panel; `empty` (`options.treated`), `duplicate` and `unknown-name`
 * (`options.treated[i]`), `too-few` (`units`: fewer than two not treated; `options.start`: no period before or
 * from it; `options.draws`), `not-finite` (`options.start`), `not-whole`, `too-many` (`options.draws`),
 * `not-whole` (`options.seed`),
 * `out-of-range` (`options.confidence`, or `periods` too close for a slope).
 * Source: Bertrand, Duflo & Mullainathan (2004), Q. J. Econ. 119; Conley & Taber (2011), Rev. Econ. Stat. 93; the
 * sources of `permuteUnits` and `wildBootstrap`.
 * @example differenceInDifferences(panel, { treated: ['Dalarna'], start: 2020, seed: 1 }) // { difference, … }
 */
export function differenceInDifferences(
  panel: Panel,
  options: DifferenceOptions,
): Result<DifferenceInDifferences> {
  const fault = faultOfPanel(panel) ?? faultOfDesign(panel, options)
  if (fault) return fault
  const before = panel.periods.filter((period) => period < options.start).length
  const treated = options.treated.map((name) => panel.units.findIndex(({ unit }) => unit === name))
  const changes = changesOf(panel, 0, before, panel.periods.length)
  const judge = (figures: readonly number[]) => compareUnits(figures, treated, options)
  const treatedChange = meanOf(treated.map((i) => changes[i] ?? 0))
  const otherChange = meanOf(changes.filter((_, i) => !treated.includes(i)))
  const slopes = slopesOf(panel, before)
  if (before >= 2 && !slopes.every(Number.isFinite)) return refuse('out-of-range', 'periods')
  const middle = Math.ceil(before / 2)
  return {
    ok: true,
    ...judge(changes),
    treatedUnits: treated.length,
    otherUnits: panel.units.length - treated.length,
    treatedChange,
    otherChange,
    preTrend: before < 2 ? null : judge(slopes),
    placebo:
      before < 2
        ? null
        : { ...judge(changesOf(panel, 0, middle, before)), start: panel.periods[middle] ?? options.start },
  }
}

function compareUnits(
  figures: readonly number[],
  treated: readonly number[],
  { seed, draws = 999, confidence = 0.95 }: DifferenceOptions,
): UnitComparison {
  const wild = wildBootstrap(figures, treated, { draws, seed, confidence })
  const mean = meanOf(treated.map((i) => figures[i] ?? 0))
  return {
    difference: mean - meanOf(figures.filter((_, i) => !treated.includes(i))),
    permutation: permuteUnits(figures, treated, { draws, seed, confidence }),
    wild,
    trusted: wild.reliable ? 'wild' : 'permutation',
  }
}

/** For each unit, the mean of the periods from `middle` to `end` less that of those from `first` to `middle`. */
function changesOf({ units }: Panel, first: number, middle: number, end: number): number[] {
  return units.map(({ values }) => meanOf(values.slice(middle, end)) - meanOf(values.slice(first, middle)))
}

/** For each unit, the slope of the least-squares line over the first periods. */
function slopesOf({ periods, units }: Panel, count: number): number[] {
  const times = periods.slice(0, count)
  const meanTime = meanOf(times)
  const spread = times.reduce((sum, time) => sum + (time - meanTime) ** 2, 0)
  return units.map(({ values }) => {
    const product = times.reduce((sum, time, t) => sum + (time - meanTime) * (values[t] ?? 0), 0)
    return product / spread
  })
}

function faultOfDesign(panel: Panel, options: DifferenceOptions): Refusal | null {
  const { treated, start, seed, draws = 999, confidence = 0.95 } = options
  if (treated.length === 0) return refuse('empty', 'options.treated')
  const names = new Set(panel.units.map(({ unit }) => unit))
  const seen = new Set<string>()
  for (const [i, name] of treated.entries()) {
    if (!names.has(name)) return refuse('unknown-name', `options.treated[${i}]`)
    if (seen.has(name)) return refuse('duplicate', `options.treated[${i}]`)
    seen.add(name)
  }
  if (panel.units.length - treated.length < 2) return refuse('too-few', 'units')
  return (
    faultOfStart(panel, start, 1) ??
    faultOfDraws(draws, 99, seed) ??
    faultOfConfidence(confidence, 'options.confidence')
  )
}
