import type { LogitFailure } from '../math/logit.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import { type DummySets, type Normalisation, normalisation } from './dummy-sets.ts'
import { fitErrors } from './fit-errors.ts'
import { type GroupData, readGroups } from './group-data.ts'
import { joined, REFERENCES, summaryOf, weightOf } from './oaxaca-parts.ts'
import type { ErrorMethod, ErrorOption, Estimate, GroupSummary, ReferenceName } from './oaxaca-types.ts'
import { logitParameters, standardised } from './yun-fit.ts'
import { influenceOfLogit } from './yun-influence.ts'
import { rawParameters, yunFigures } from './yun-parts.ts'

/** A part of the gap in rates. */
export interface RatePart extends Estimate {
  /** The variables add up to the part; `null` where the weights that share it out do not exist. */
  readonly byVariable: readonly (Estimate & { readonly variable: string })[] | null
}

export interface RateTwofold {
  readonly reference: ReferenceName
  readonly weight: number | null
  readonly explained: RatePart
  readonly unexplained: RatePart
}

export interface YunDecomposition {
  readonly ok: true
  /** Rate of A less rate of B, −1 to 1. */
  readonly gap: Estimate
  /** Coefficients on the log-odds scale. */
  readonly a: GroupSummary
  readonly b: GroupSummary
  readonly twofold: readonly RateTwofold[]
  readonly errors: ErrorMethod
}

export interface YunOptions {
  readonly dummies?: DummySets
  readonly errors?: ErrorOption
}

/**
 * Splits the difference between two groups' rates into a part that goes with their characteristics and a part that
 * does not: Yun's decomposition of logistic regressions.
 *
 * With F the logistic function and a mean over a group's rows: explained mean_A F(xβ*) − mean_B F(xβ*), unexplained the
 * rest of the gap; β* as in `oaxacaBlinder`. Each part is shared out over the variables by the weights of its
 * linearisation: (x̄A − x̄B)ₖβ*ₖ, and x̄Aₖ(βA − β*)ₖ and x̄Bₖ(β* − βB)ₖ. Parts add up to the gap exactly, whatever the
 * order of variables. Errors as in `oaxacaBlinder`.
 *
 * @param a the group from whose rate the other is taken, `b` the other; outcomes 0 or 1
 * @returns refusals: those of `oaxacaBlinder`; `out-of-range` for an outcome that is neither 0 nor 1; `no-variance`
 *   when all or none of a group have the outcome; `separated` with the regressor that divides a group's outcomes
 *
 * Source: Yun (2004), Economics Letters 82; Fairlie's (2005) way by random matching is not used.
 * @example yunDecomposition(menGranted, womenGranted)
 */
export function yunDecomposition(
  a: GroupData,
  b: GroupData,
  { dummies = {}, errors = 'delta' }: YunOptions = {},
): Result<Omit<YunDecomposition, 'ok'>> {
  const groups = readGroups(a, b, dummies)
  if (!groups.ok) return groups
  const normal = normalisation(groups.names, dummies)
  if (!normal.ok) return normal
  for (const [name, { outcome, weights }] of [
    ['a', a],
    ['b', b],
  ] as const) {
    const fault = faultOfOutcome(name, outcome, weights)
    if (fault !== null) return fault
  }
  const logits = standardised(groups)
  const fit = logitParameters(logits)
  if ('failed' in fit) return failureOf(fit, groups.names)
  const { parameters, shareA, rates } = fit
  const compute = (vector: Float64Array) => yunFigures(vector, normal, shareA, logits)
  const vectorOf = ({ parameters: from, rates: found }: Omit<typeof fit, 'shareA'>) =>
    Float64Array.of(...joined(from), ...found)
  const all = vectorOf(fit)
  const found = fitErrors(errors, {
    rows: { a: a.outcome.length, b: b.outcome.length },
    parameters: all,
    step: 1e-5,
    compute,
    covariance: () => influenceOfLogit(logits, parameters, shareA),
    refit: (counts) => {
      const drawn = logitParameters(logits, counts)
      return 'failed' in drawn ? null : compute(vectorOf(drawn))
    },
  })
  if (!('method' in found)) return found
  const raw = rawParameters(all, logits)
  return {
    ok: true,
    ...resultOf(compute(all), found.se, normal, shareA),
    a: summaryOf(a.outcome.length, rates[1] ?? 0, raw.meansA, raw.betaA, groups.names),
    b: summaryOf(b.outcome.length, rates[REFERENCES.length] ?? 0, raw.meansB, raw.betaB, groups.names),
    errors: found.method,
  }
}

function faultOfOutcome(
  group: 'a' | 'b',
  outcome: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Refusal | null {
  let weight = 0
  let successes = 0
  for (let i = 0; i < outcome.length; i++) {
    const y = outcome[i] ?? 0
    if (y !== 0 && y !== 1) return refuse('out-of-range', `${group}.outcome[${i}]`)
    weight += weights?.[i] ?? 1
    successes += (weights?.[i] ?? 1) * y
  }
  return successes === 0 || successes === weight ? refuse('no-variance', `${group}.outcome`) : null
}

function failureOf(failure: LogitFailure & { readonly group: string }, names: readonly string[]): Refusal {
  const { group } = failure
  if (failure.failed === 'not-converged') return refuse('not-converged', group)
  const name = failure.column === 0 ? '(intercept)' : (names[failure.column - 1] ?? '(group)')
  return refuse(failure.failed === 'dependent' ? 'collinear' : 'separated', `${group}.x.${name}`)
}

function resultOf(figures: Float64Array, se: Float64Array | null, { names }: Normalisation, shareA: number) {
  const width = names.length + 1
  const at = (i: number) => ({ estimate: figures[i] ?? 0, se: se === null ? null : (se[i] ?? 0) })
  const part = (row: number): RatePart => {
    const byVariable = names.map((variable, k) => ({ variable, ...at(row * width + k) }))
    const defined = byVariable.every(
      ({ estimate, se: error }) => Number.isFinite(estimate) && !Number.isNaN(error),
    )
    return { ...at(row * width + width - 1), byVariable: defined ? byVariable : null }
  }
  return {
    gap: at(figures.length - 1),
    twofold: REFERENCES.map((reference, r): RateTwofold => {
      const weight = weightOf(reference, shareA)
      return { reference, weight, explained: part(2 * r), unexplained: part(2 * r + 1) }
    }),
  }
}
