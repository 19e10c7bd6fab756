import type { PerturbationTable } from '@jamvikt/disclosure'
import { buildPerturbationTable } from '@jamvikt/disclosure'
import { STATE, type StatTable } from '@jamvikt/tables'
import { WEIGHT_UNITS } from '../intake/figures.ts'
import type { MicroContents, Noise } from '../model-micro.ts'
import type { Crossing } from './crossing.ts'
import { listedDimension } from './listed.ts'
import { type AmountFigures, meanWeight, shownAmount, shownCounts, shownWeighted } from './noisy-figures.ts'
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
  crossing: Crossing,
  sums: TrueSums,
  noise: Noise,
): StatTable {
  const built = buildPerturbationTable(noise)
  if (!built.ok) throw new Error(`${built.reason}: ${built.option}`)
  const figures = figuresFor(contents, plan, crossing, sums, built.table)
  const { measures } = plan
  const cells = crossing.answer.length
  const values = new Float64Array(cells * measures.length)
  const states = new Uint8Array(values.length)
  for (const [m, figure] of figures.entries()) {
    for (let cell = 0; cell < cells; cell++) {
      const value = figure[cell] ?? 0
      const at = cell * measures.length + m
      values[at] = value
      if (Number.isNaN(value)) states[at] = STATE.withheld
    }
  }
  return {
    id: '',
    languages: LANGUAGES,
    title: { sv: name },
    source: { sv: source },
    notes: noiseNotes(noise),
    dimensions: [
      ...withOneTime(
        plan.crossed.map(({ dimension }) => shownDimension(listedDimension(dimension, noise.threshold))),
      ),
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

/** Figures of sums and means that are told, at most. */
const FIGURES_TOLD = 3

function figuresFor(
  contents: MicroContents,
  plan: QuestionPlan,
  crossing: Crossing,
  sums: TrueSums,
  noise: PerturbationTable,
): Float64Array[] {
  const weightUnits = contents.weighted ? WEIGHT_UNITS : 0
  const unit = contents.weighted ? meanWeight(sums, WEIGHT_UNITS) : 1
  const amounts = new Map(
    amountsOf(plan).map((place, at): [number, AmountFigures] => {
      const amount = sums.amounts[at]
      if (amount === undefined) throw new Error('an amount was not summed')
      return [place, shownAmount(crossing, amount, noise, unit, weightUnits)]
    }),
  )
  return plan.measures.map(({ kind, amount }) => {
    const found = amounts.get(amount ?? -1)
    if (found === undefined)
      return kind === 'count'
        ? shownCounts(crossing, sums, noise)
        : shownWeighted(crossing, sums, noise, WEIGHT_UNITS)
    const digits = kind === 'mean' && contents.amounts[amount ?? 0]?.unit === 'number' ? 10 : 1
    const told = kind === 'mean' ? found.means : found.sums
    return told.map((hundredths) => {
      const rounded = Number((hundredths / 100).toPrecision(FIGURES_TOLD))
      return Math.round(digits * rounded) / digits
    })
  })
}
