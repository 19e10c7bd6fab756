import { normalQuantile, normalTwoSided } from '../math/normal.ts'
import { holm } from '../rates/holm.ts'
import type { StratumResult } from './maihda-types.ts'

type Judged = 'interval' | 'p' | 'holmP' | 'flag'

/**
 * Gives each stratum's residual its interval, its p and its flag, the flags adjusted for their number.
 *
 * Where the variance between strata was estimated as 0 every residual is 0, without interval, and nothing is flagged.
 */
export function judgeResiduals(
  strata: readonly (Omit<StratumResult, Judged | 'se'> & { readonly se: number })[],
  confidence: number,
): StratumResult[] {
  const z = normalQuantile(0.5 + confidence / 2)
  const pValues = strata.map(({ residual, se }) => (se > 0 ? normalTwoSided(residual / se) : 1))
  const adjusted = holm(pValues)
  return strata.map(({ se, ...stratum }, i) => {
    const { residual } = stratum
    const holmP = adjusted[i] ?? 1
    const shown = holmP < 1 - confidence
    return {
      ...stratum,
      se: se > 0 ? se : null,
      interval: se > 0 ? { low: residual - z * se, high: residual + z * se } : null,
      p: pValues[i] ?? 1,
      holmP,
      flag: !shown ? 'notShown' : residual > 0 ? 'higher' : 'lower',
    }
  })
}
