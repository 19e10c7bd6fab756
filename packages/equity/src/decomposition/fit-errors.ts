import { makeRandom, resample } from '../math/random.ts'
import { faultOfDraws } from '../rates/draw-limits.ts'
import { type Refusal, refuse } from '../result.ts'
import { type Covariance, deltaErrors } from './delta.ts'
import type { ErrorMethod, ErrorOption } from './oaxaca-types.ts'

/** How often each row of each group is taken. */
interface Counts {
  readonly a: Uint32Array
  readonly b: Uint32Array
}

export interface ErrorInput {
  readonly rows: { readonly a: number; readonly b: number }
  readonly parameters: Float64Array
  /** Relative step of the differences of the delta method. */
  readonly step: number
  readonly compute: (parameters: Float64Array) => Float64Array
  readonly covariance: () => Covariance
  /** All figures from drawn rows, or `null` where a regression has no solution. */
  readonly refit: (counts: Counts) => Float64Array | null
}

/** Standard errors of all figures in the way asked for. */
export function fitErrors(
  errors: ErrorOption,
  { rows, parameters, step, compute, covariance, refit }: ErrorInput,
): { readonly method: ErrorMethod; readonly se: Float64Array | null } | Refusal {
  if (errors === 'none') return { method: { method: 'none' }, se: null }
  if (errors === 'delta') {
    return { method: { method: 'delta' }, se: deltaErrors(parameters, covariance(), compute, step) }
  }
  const { draws, seed } = errors
  const fault = faultOfDraws(draws, 50, seed, 'errors.')
  if (fault !== null) return fault
  const random = makeRandom(seed)
  const counts = { a: new Uint32Array(rows.a), b: new Uint32Array(rows.b) }
  const size = compute(parameters).length
  const mean = new Float64Array(size)
  const squares = new Float64Array(size)
  let done = 0
  for (let draw = 0; draw < draws; draw++) {
    resample(random, counts.a)
    resample(random, counts.b)
    const figures = refit(counts)
    if (figures === null) continue
    done += 1
    for (let i = 0; i < size; i++) {
      const move = (figures[i] ?? 0) - (mean[i] ?? 0)
      mean[i] = (mean[i] ?? 0) + move / done
      squares[i] = (squares[i] ?? 0) + move * ((figures[i] ?? 0) - (mean[i] ?? 0))
    }
  }
  if (done * 2 < draws) return refuse('not-converged', 'errors.draws')
  return {
    method: { method: 'bootstrap', draws, seed, failed: draws - done },
    se: squares.map((sum) => Math.sqrt(sum / (done - 1))),
  }
}
