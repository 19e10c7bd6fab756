import { describe, expect, it } from 'vitest'
import { bootstrapLinear, differenceOfProportions, maihdaLinear, meanGap, oaxacaBlinder } from '../index.ts'
import { binomialDraw } from '../math/binomial.ts'
import { makeRandom, type Random } from '../math/random.ts'

/** Long in the deep suite, short else; the margins below follow the number of runs. */
const RUNS = process.env.JAMVIKT_DEEP === '1' ? 4000 : 400

/** How often 95 % intervals hold the truth, and how far that may be from 0.95 by chance (five standard errors). */
function covered(runs: number, once: () => boolean): { readonly share: number; readonly slack: number } {
  let held = 0
  for (let run = 0; run < runs; run++) if (once()) held += 1
  return { share: held / runs, slack: 5 * Math.sqrt((0.95 * 0.05) / runs) }
}

function sample(random: Random, n: number, mean: number, sd: number) {
  const values = Array.from({ length: n }, () => mean + sd * random.normal())
  const own = values.reduce((sum, value) => sum + value, 0) / n
  return { n, mean: own, sumOfSquares: values.reduce((sum, value) => sum + (value - own) ** 2, 0) }
}

describe('intervals hold the truth as often as they say', () => {
  it('Newcombe, for two shares of 15 and 40 in groups of 60 and 90', () => {
    const random = makeRandom(21)
    const { share, slack } = covered(RUNS * 5, () => {
      const a = { successes: binomialDraw(random, 60, 0.15), n: 60 }
      const b = { successes: binomialDraw(random, 90, 0.4), n: 90 }
      const found = differenceOfProportions(a, b)
      return found.ok && found.interval.low <= -0.25 && found.interval.high >= -0.25
    })
    expect(Math.abs(share - 0.95)).toBeLessThan(slack + 0.01)
  })
  it('Welch, for means of unlike spread', () => {
    const random = makeRandom(22)
    const { share, slack } = covered(RUNS * 2, () => {
      const found = meanGap(sample(random, 12, 3, 4), sample(random, 30, 1, 1))
      const interval = found.ok ? found.difference.interval : null
      return interval !== null && interval.low <= 2 && interval.high >= 2
    })
    expect(Math.abs(share - 0.95)).toBeLessThan(slack)
  })
  it('the unexplained part of Oaxaca–Blinder by the delta method, with weights and unequal variances', () => {
    const random = makeRandom(23)
    const group = (n: number, shift: number) => {
      const x = Array.from({ length: n }, () => shift + random.normal())
      const weights = x.map(() => 0.5 + random.uniform())
      return {
        outcome: x.map((value) => 1 + shift + 0.5 * value + (0.5 + Math.abs(value)) * random.normal()),
        x: { x },
        weights,
      }
    }
    // A: 1.4 + 0.5x at mean 0.4, B: 1 + 0.5x at mean 0: unexplained 0.4 whatever the reference.
    const { share, slack } = covered(RUNS, () => {
      const found = oaxacaBlinder(group(300, 0.4), group(250, 0))
      if (!found.ok) return false
      const { estimate, se } = found.twofold[0]?.unexplained ?? { estimate: 0, se: 0 }
      return Math.abs(estimate - 0.4) <= 1.96 * (se ?? 0)
    })
    expect(Math.abs(share - 0.95)).toBeLessThan(slack + 0.01)
  })
  it('the residuals of MAIHDA, for what main effects leave of the strata’s deviations', () => {
    const random = makeRandom(24)
    let held = 0
    let all = 0
    const runs = Math.ceil(RUNS / 10)
    for (let run = 0; run < runs; run++) {
      const places = Array.from(
        { length: 80 },
        (_, i) => [i % 4, Math.floor(i / 4) % 5, Math.floor(i / 20)] as const,
      )
      const u = places.map(() => 2 * random.normal())
      const mean = (fits: (i: number) => boolean) => {
        const own = u.filter((_, i) => fits(i))
        return own.reduce((sum, value) => sum + value, 0) / own.length
      }
      const grand = mean(() => true)
      const strata = places.map(([a, b, c], i) => ({
        by: { a: String(a), b: String(b), c: String(c) },
        n: 40,
        mean: 50 + a + (u[i] ?? 0) + (8 / Math.sqrt(40)) * random.normal(),
        ssWithin: 64 * 2 * random.gamma(39 / 2),
      }))
      const found = maihdaLinear(strata)
      if (!found.ok) continue
      for (const [i, { interval }] of found.strata.entries()) {
        const left = [0, 1, 2].reduce(
          (rest, f) => rest - (mean((k) => places[k]?.[f] === places[i]?.[f]) - grand),
          (u[i] ?? 0) - grand,
        )
        all += 1
        if (interval !== null && interval.low <= left && left <= interval.high) held += 1
      }
    }
    expect(held / all).toBeGreaterThan(0.93)
    expect(held / all).toBeLessThan(0.99)
  })
  it('the parametric bootstrap of the VPC', () => {
    const random = makeRandom(25)
    const { share, slack } = covered(Math.ceil(RUNS / 8), () => {
      const strata = Array.from({ length: 48 }, (_, i) => {
        const by = { a: String(i % 4), b: String(Math.floor(i / 4)) }
        const mean = 10 + random.normal() + (3 / Math.sqrt(40)) * random.normal()
        return { by, n: 40, mean, ssWithin: 9 * 2 * random.gamma(39 / 2) }
      })
      const drawn = bootstrapLinear(strata, { draws: 100, seed: 1 })
      return drawn.ok && drawn.vpcNull.interval.low <= 0.1 && drawn.vpcNull.interval.high >= 0.1
    })
    expect(share).toBeGreaterThan(0.95 - slack - 0.04)
  })
})
