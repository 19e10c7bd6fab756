import { type Refusal, type Result, refuse } from '../result.ts'
import { faultOfPanel, faultOfStart, meanOf, type Panel } from './panel.ts'
import { simplexWeights } from './simplex-weights.ts'

export interface SyntheticOptions {
  /** The one unit that the measure reached; all others of the panel are donors. */
  readonly treated: string
  /** The first period of the measure. */
  readonly start: number
}

/** How far a unit lies from its mixture, before and after the start, as root mean squares. */
export interface SyntheticFit {
  readonly unit: string
  readonly preRmspe: number
  readonly postRmspe: number
  /** postRmspe / preRmspe; `null` when the fit before is perfect (to a millionth), as with few periods before. */
  readonly ratio: number | null
}

export interface SyntheticControl extends SyntheticFit {
  /** The donors with their weights, 0 included, the greatest first. */
  readonly weights: readonly { readonly unit: string; readonly weight: number }[]
  readonly periods: readonly {
    readonly period: number
    readonly value: number
    readonly synthetic: number
    readonly gap: number
  }[]
  /** Mean gap from the start on. */
  readonly meanPostGap: number
  /** preRmspe over the standard deviation of the unit's own values before the start; `null` if they are constant. */
  readonly relativePreFit: number | null
  /**
   * Share of all units, the treated among them, whose ratio is at least as great; placebos without a ratio count
   * as greater. `null` when the treated unit has none.
   */
  readonly p: number | null
  /** 1 / number of units. */
  readonly smallestP: number
  /** Every donor in the treated unit's place, with the other donors. */
  readonly placebos: readonly SyntheticFit[]
}

/**
 * Compares one unit with a mixture of others that followed it closely before a measure began.
 *
 * Weights ≥ 0 with sum 1 minimise the squared distance over the periods before the start. The gap after is judged
 * in space: each donor takes the unit's place, and the unit's ratio of distance after to distance before is ranked
 * among theirs. Where the fit before is poor the gap after says little; with few periods before and many donors
 * nearly every unit can be fitted perfectly, and the ranking says little too.
 *
 * @param panel at least two periods before the start and one from it; at least two donors
 * Refuses: `empty`, `duplicate`, `unequal-length` and `not-finite` at a place in the panel; `unknown-name` (`options.treated`), `too-few` (`units`, `options.start`),
 * `not-finite` (`options.start`), `not-converged` (`units`).
 * Source: Abadie, Diamond & Hainmueller (2010), J. Am. Stat. Assoc. 105, with earlier outcomes as the only
 * predictors; R `Synth`, `tidysynth`.
 * @example syntheticControl(panel, { treated: 'Dalarna', start: 2020 }) // { weights, meanPostGap, p, … }
 */
export function syntheticControl(panel: Panel, options: SyntheticOptions): Result<SyntheticControl> {
  const fault = faultOfPanel(panel) ?? faultOfDesign(panel, options)
  if (fault) return fault
  const { periods, units } = panel
  const before = periods.filter((period) => period < options.start).length
  const donors = units.filter(({ unit }) => unit !== options.treated)
  const own = fitUnit(panel, options.treated, donors, before)
  if (own === null) return refuse('not-converged', 'units')
  const placebos: SyntheticFit[] = []
  for (const { unit } of donors) {
    const others = donors.filter((donor) => donor.unit !== unit)
    const fit = fitUnit(panel, unit, others, before)
    if (fit === null) return refuse('not-converged', 'units')
    placebos.push(fit.fit)
  }
  const { fit, weights, synthetic, values } = own
  const { ratio } = fit
  const atLeast = placebos.filter((one) => one.ratio === null || one.ratio >= (ratio ?? 0)).length
  const rows = periods.map((period, t) => {
    const value = values[t] ?? 0
    const mixed = synthetic[t] ?? 0
    return { period, value, synthetic: mixed, gap: value - mixed }
  })
  const pre = values.slice(0, before)
  const deviation = rootMeanSquare(pre.map((value) => value - meanOf(pre)))
  return {
    ok: true,
    ...fit,
    weights: donors
      .map(({ unit }, j) => ({ unit, weight: weights[j] ?? 0 }))
      .sort((a, b) => b.weight - a.weight),
    periods: rows,
    meanPostGap: meanOf(rows.slice(before).map(({ gap }) => gap)),
    relativePreFit: deviation > 0 ? fit.preRmspe / deviation : null,
    p: ratio === null ? null : (1 + atLeast) / units.length,
    smallestP: 1 / units.length,
    placebos,
  }
}

function fitUnit(panel: Panel, name: string, donors: Panel['units'], before: number) {
  const values = panel.units.find(({ unit }) => unit === name)?.values ?? []
  const weights = simplexWeights(
    values.slice(0, before),
    donors.map((donor) => donor.values.slice(0, before)),
  )
  if (weights === null) return null
  const synthetic = values.map((_, t) =>
    donors.reduce((sum, donor, j) => sum + (weights[j] ?? 0) * (donor.values[t] ?? 0), 0),
  )
  const gaps = values.map((value, t) => value - (synthetic[t] ?? 0))
  const preRmspe = rootMeanSquare(gaps.slice(0, before))
  const postRmspe = rootMeanSquare(gaps.slice(before))
  const apart = rootMeanSquare(
    donors.flatMap((donor) => values.slice(0, before).map((value, t) => value - (donor.values[t] ?? 0))),
  )
  const ratio = preRmspe > 1e-6 * apart ? postRmspe / preRmspe : null
  return { fit: { unit: name, preRmspe, postRmspe, ratio }, weights, synthetic, values }
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(meanOf(values.map((value) => value * value)))
}

function faultOfDesign(panel: Panel, { treated, start }: SyntheticOptions): Refusal | null {
  if (!panel.units.some(({ unit }) => unit === treated)) return refuse('unknown-name', 'options.treated')
  return panel.units.length < 3 ? refuse('too-few', 'units') : faultOfStart(panel, start, 2)
}
