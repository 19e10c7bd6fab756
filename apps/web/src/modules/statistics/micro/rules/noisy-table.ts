import type { PerturbationTable } from '@jamvikt/disclosure'
import { buildPerturbationTable } from '@jamvikt/disclosure'
import { STATE, type StatTable } from '@jamvikt/tables'
import { WEIGHT_UNITS } from '../intake/figures.ts'
import type { MicroContents, Noise } from '../model-micro.ts'
import { MAGNITUDES, noisyAmount, noisyCounts, noisyWeighted } from './noisy-figures.ts'
import type { QuestionPlan } from './question.ts'
import { LANGUAGES, measureDimension, noiseNotes, shownDimension, withOneTime } from './skeleton.ts'
import type { TrueSums } from './true-sums.ts'

/**
 * The table that a question is answered with: every figure with noise, each total with its own, and notes on how much.
 * Cells lie as in the cube (totals last in each dimension), the measure turning fastest.
 * @param sums totals included; amounts in the order of `amountsOf(plan)`
 * @throws Error where the noise is none that can be made, or sums do not fit together
 */
export function noisyTable(
  name: string,
  source: string,
  contents: MicroContents,
  plan: QuestionPlan,
  sums: TrueSums,
  noise: Noise,
): StatTable {
  const built = buildPerturbationTable(noise)
  if (!built.ok) throw new Error(`${built.reason}: ${built.option}`)
  const figures = figuresFor(contents, plan, sums, built.table)
  const { measures } = plan
  const values = new Float64Array(sums.cube.size * measures.length)
  const states = new Uint8Array(values.length)
  for (const [m, figure] of figures.entries()) {
    for (let cell = 0; cell < sums.cube.size; cell++) {
      const value = figure[cell] ?? 0
      const at = cell * measures.length + m
      values[at] = value
      if (Number.isNaN(value)) states[at] = STATE.unavailable
    }
  }
  return {
    id: '',
    languages: LANGUAGES,
    title: { sv: name },
    source: { sv: source },
    notes: noiseNotes(noise, MAGNITUDES),
    dimensions: [
      ...withOneTime(plan.crossed.map(({ dimension }) => shownDimension(dimension))),
      measureDimension(contents, measures),
    ],
    stub: Math.max(1, plan.crossed.length),
    values,
    states,
  }
}

/** The places of the amounts that a question needs, each once. */
export function amountsOf({ measures }: QuestionPlan): number[] {
  return [...new Set(measures.flatMap(({ amount }) => amount ?? []))]
}

function figuresFor(
  contents: MicroContents,
  plan: QuestionPlan,
  sums: TrueSums,
  noise: PerturbationTable,
): Float64Array[] {
  const weightUnits = contents.weighted ? WEIGHT_UNITS : null
  const amounts = new Map(
    amountsOf(plan).map((place, at) => {
      const amount = sums.amounts[at]
      if (amount === undefined) throw new Error('an amount was not summed')
      return [place, noisyAmount(sums, amount, noise, weightUnits)]
    }),
  )
  return plan.measures.map(({ kind, amount }) => {
    const found = amounts.get(amount ?? -1)
    if (found === undefined) {
      const noisy = noisyCounts(sums.cube, sums.n, sums.keys, noise)
      return kind === 'count' ? noisy : noisyWeighted(sums.n, noisy, sums.weights, WEIGHT_UNITS)
    }
    const { counts, ore } = found
    if (kind === 'sum') return ore.map((whole) => Math.round(whole / 100))
    const digits = contents.amounts[amount ?? 0]?.unit === 'number' ? 10 : 1
    return ore.map((whole, cell) => {
      const count = counts[cell] ?? 0
      return count === 0 ? Number.NaN : Math.round((digits * whole) / 100 / count) / digits
    })
  })
}
