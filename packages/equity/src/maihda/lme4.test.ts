import { describe, expect, it } from 'vitest'
import { sharedRows } from '../testing/shared-data.ts'
import { maihdaLinear } from './linear.ts'
import { logisticInput, maihdaLogistic } from './logistic.ts'
import { makeSurface } from './logistic-surface.ts'
import type { LinearMaihda, LogisticMaihda } from './maihda-types.ts'
import type { LinearStratum, LogisticStratum } from './strata.ts'
import { hermite } from './stratum-likelihood.ts'

const FACTORS = ['sex', 'age', 'bg', 'edu', 'reg'] as const
const relative = (value: number, expected: number) => Math.abs(value / expected - 1)

type Both = LinearStratum & LogisticStratum

function referenceStrata(size: string): Both[] | null {
  const rows = sharedRows(`reference/maihda/strata_${size}.csv`)
  return (
    rows?.map((row) => ({
      by: Object.fromEntries(FACTORS.map((name) => [name, row[name] ?? ''])),
      n: Number(row.n),
      mean: Number(row.mean_income),
      ssWithin: Number(row.ss_within),
      successes: Number(row.granted),
    })) ?? null
  )
}

function linear(strata: readonly LinearStratum[]): LinearMaihda {
  const result = maihdaLinear(strata)
  if (!result.ok) throw new Error(`${result.reason} ${result.culprit}`)
  return result
}

function logistic(strata: readonly LogisticStratum[], points = 1): LogisticMaihda {
  const result = maihdaLogistic(strata, { points })
  if (!result.ok) throw new Error(`${result.reason} ${result.culprit}`)
  return result
}

// Figures of R lme4 1.1-31 on the persons behind the strata: σ²u, σ²e, VPC and log-likelihood of null and main.
const LMER = {
  '100k': {
    reml: [
      [2192.97770381, 8098.72370514, 0.2130821345, -592293.443476],
      [79.50147061, 8098.9330772, 0.0097208665, -591994.453594],
    ],
    ml: [
      [2181.16983041, 8098.7242575, 0.2121782396, -592295.592094],
      [72.9661838, 8098.96183664, 0.0089288823, -592009.939313],
    ],
    pcv: [0.9637472508, 0.9665472249],
  },
  '10k': {
    reml: [
      [2045.48293883, 8290.32958535, 0.1979024807, -59516.769851],
      [96.19865028, 8289.0915557, 0.0114723102, -59316.476674],
    ],
    ml: [
      [2032.72084508, 8290.33138822, 0.196910836, -59518.959597],
      [77.86692111, 8289.54030138, 0.0093059796, -59337.539908],
    ],
    pcv: [0.9529702016, 0.961693254],
  },
} as const

const GLMER = {
  '100k': {
    null: 0.27348466,
    main: 0.05954058,
    pcv: 0.78228916,
    mor: 1.646801,
    auc: [0.65237382, 0.65124282],
    agq: 0.27418683,
  },
  '10k': {
    null: 0.30976442,
    main: 0.04897193,
    pcv: 0.84190589,
    mor: 1.700448,
    auc: [0.68146155, 0.66140615],
    agq: 0.31327301,
  },
} as const

describe.each(['100k', '10k'] as const)('the strata of %s persons against lme4', (size) => {
  const strata = referenceStrata(size)
  if (strata === null)
    return it('is passed over where the data are not at hand', () => expect(strata).toBeNull())

  it('agrees with lmer by REML and ML to 1e-5', () => {
    const fit = linear(strata)
    const expected = LMER[size]
    for (const [found, [varStrata, varResidual, vpc, logLikelihood]] of [
      [fit.null, expected.reml[0]],
      [fit.main, expected.reml[1]],
      [fit.ml.null, expected.ml[0]],
      [fit.ml.main, expected.ml[1]],
    ] as const) {
      expect(relative(found.varStrata, varStrata)).toBeLessThan(1e-5)
      expect(relative(found.varResidual, varResidual)).toBeLessThan(1e-5)
      expect(relative(found.vpc, vpc)).toBeLessThan(1e-5)
      expect(found.logLikelihood).toBeGreaterThan(logLikelihood - 1e-6)
      expect(relative(found.logLikelihood, logLikelihood)).toBeLessThan(1e-9)
    }
    expect(relative(fit.pcv.reml ?? 0, expected.pcv[0])).toBeLessThan(1e-5)
    expect(relative(fit.pcv.ml ?? 0, expected.pcv[1])).toBeLessThan(1e-5)
  })

  it('agrees with glmer: variance to 2e-3, derived measures with it', () => {
    const fit = logistic(strata)
    const expected = GLMER[size]
    expect(relative(fit.null.varStrata, expected.null)).toBeLessThan(2e-3)
    expect(relative(fit.main.varStrata, expected.main)).toBeLessThan(2e-3)
    expect(relative(fit.pcv.ml ?? 0, expected.pcv)).toBeLessThan(1e-3)
    expect(relative(fit.medianOddsRatio.null, expected.mor)).toBeLessThan(1e-3)
    expect(relative(fit.auc.null ?? 0, expected.auc[0])).toBeLessThan(1e-5)
    expect(relative(fit.auc.main ?? 0, expected.auc[1])).toBeLessThan(1e-5)
    expect(relative(logistic(strata, 15).null.varStrata, expected.agq)).toBeLessThan(1e-4)
  })
})

// The estimates of R lme4 1.1-31 glmer by Laplace: intercept and σ²u of the null model; effects and σ²u of main effects.
const GLMER_ESTIMATES = {
  '100k': {
    null: [-2.1731072, 0.27348466],
    main: [
      -2.27981475, -0.24493018, 0.3008165, 0.1730513, -0.30679997, -0.52743438, 0.27468009, 0.6558793,
      0.12377887, 0.16118109, 0.26629186, 0.05954058,
    ],
  },
  '10k': {
    null: [-2.1004196, 0.30976442],
    main: [
      -2.29955393, -0.23737423, 0.27935947, 0.13767434, -0.43617195, -0.51211883, 0.3722301, 0.74732819,
      0.19391957, 0.2031816, 0.34477112, 0.04897193,
    ],
  },
} as const

describe.each(['100k', '10k'] as const)('the logistic search on %s persons', (size) => {
  const strata = referenceStrata(size)
  if (strata === null)
    return it('is passed over where the data are not at hand', () => expect(strata).toBeNull())
  const input = logisticInput(strata)
  if (!('coded' in input)) throw new Error('the strata should fit')
  const found = logistic(strata)

  it.each(['null', 'main'] as const)('ends no lower than glmer: %s', (model) => {
    const estimates = GLMER_ESTIMATES[size][model]
    const coefficients = Float64Array.from(estimates.slice(0, -1))
    const there = makeSurface(input[model], hermite(1)).value(coefficients, Math.sqrt(estimates.at(-1) ?? 0))
    expect(found[model].logLikelihood).toBeGreaterThanOrEqual(there - 1e-9)
    expect(found[model].logLikelihood - there).toBeLessThan(0.01)
  })
})

describe('the 100,000 persons, stratum by stratum', () => {
  const strata = referenceStrata('100k')
  const linearResiduals = sharedRows('reference/maihda/ranef_linear_adj_100k.csv')
  const logitResiduals = sharedRows('reference/maihda/ranef_logit_adj_100k.csv')
  if (strata === null || linearResiduals === null || logitResiduals === null) {
    return it('is passed over where the data are not at hand', () => expect(strata).toBeNull())
  }
  it('gives the residuals and standard errors of lmer to 1e-5 of their spread', () => {
    const { strata: found, main } = linear(strata)
    const spread = Math.sqrt(main.varStrata)
    linearResiduals.forEach((row, i) => {
      expect(Math.abs((found[i]?.residual ?? 0) - Number(row.u)) / spread).toBeLessThan(1e-5)
      expect(relative(found[i]?.se ?? 0, Number(row.se))).toBeLessThan(1e-5)
    })
  })
  it('gives the residuals of glmer to 1e-3', () => {
    const { strata: found } = logistic(strata)
    logitResiduals.forEach((row, i) => {
      expect(Math.abs((found[i]?.residual ?? 0) - Number(row.u))).toBeLessThan(1e-3)
      expect(Math.abs((found[i]?.se ?? 0) - Number(row.se))).toBeLessThan(1e-3)
    })
  })
})
