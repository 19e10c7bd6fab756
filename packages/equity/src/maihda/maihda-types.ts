import type { By } from '../audit/types.ts'
import type { Interval } from '../rates/interval.ts'
import type { MainTerm } from './strata.ts'

/** One fitted model: null (intercept alone) or main effects. */
export interface ModelFit {
  /** How it was fitted. */
  readonly method: 'ml' | 'reml' | 'laplace' | 'quadrature'
  /** σ²u, the variance between strata that the model leaves; 0 or more. */
  readonly varStrata: number
  /** σ²e; π²/3 on the latent scale of a logistic model. */
  readonly varResidual: number
  /** Variance partition coefficient, 0–1. */
  readonly vpc: number
  readonly intercept: { readonly estimate: number; readonly se: number }
  /** Empty in the null model. */
  readonly effects: readonly (MainTerm & { readonly estimate: number; readonly se: number })[]
  /** Restricted where the method is `reml`. Binomial coefficients are left out in logistic models. */
  readonly logLikelihood: number
  /** The variance between strata was estimated as 0: strata do not differ beyond chance and main effects. */
  readonly atBoundary: boolean
}

/** What the models say of one stratum. */
export interface StratumResult {
  readonly by: By
  readonly n: number
  /** Mean or share as observed. */
  readonly observed: number
  /** By main effects alone. */
  readonly expected: number
  /** By main effects and the stratum's residual. */
  readonly predicted: number
  /**
   * u of the main-effects model, the interaction residual: how far the stratum lies from the best sum of main effects for
   * these very strata. Log odds in logistic models.
   */
  readonly residual: number
  /**
   * Conditional on the estimated variances and main effects, as lme4's: with few strata for each coefficient the main
   * effects take up part of u, and the interval is about what they leave. `null` where σ²u was estimated as 0.
   */
  readonly se: number | null
  /** `null` where `se` is: an estimate of 0 says nothing of how sure it is. */
  readonly interval: Interval | null
  /** How much of the observed deviation is kept, 0 (all shrunk away) to 1. */
  readonly kept: number
  /** Two-sided p of the residual, alone. */
  readonly p: number
  /** Adjusted by Holm over all strata. */
  readonly holmP: number
  /** `higher` or `lower` where `holmP` is below 1 − confidence, else `notShown`. */
  readonly flag: 'higher' | 'lower' | 'notShown'
}

/** Proportional change in variance by both methods; `null` where the null model has no variance. */
export interface VarianceChange {
  readonly ml: number | null
  /** `null` in logistic models, which have no restricted likelihood. */
  readonly reml: number | null
}

export interface MaihdaBase {
  readonly ok: true
  readonly persons: number
  /** Strata with members. */
  readonly strataUsed: number
  /** Strata of the input without members; they carry nothing and are left out. */
  readonly strataEmpty: number
  /** Strata with fewer than ten members: their residuals are mostly shrunk away. */
  readonly strataSmall: number
  readonly pcv: VarianceChange
  readonly strata: readonly StratumResult[]
}

export interface LinearMaihda extends MaihdaBase {
  readonly outcome: 'linear'
  /** By REML; `strata` rest on this. */
  readonly null: ModelFit
  readonly main: ModelFit
  readonly ml: { readonly null: ModelFit; readonly main: ModelFit }
}

export interface LogisticMaihda extends MaihdaBase {
  readonly outcome: 'logistic'
  readonly null: ModelFit
  readonly main: ModelFit
  /** Median odds ratio of the null model and of what the main effects leave. */
  readonly medianOddsRatio: { readonly null: number; readonly main: number }
  /** Area under the curve of the stratum predictions; `null` when nobody or everybody has the outcome. */
  readonly auc: { readonly null: number | null; readonly main: number | null }
}
