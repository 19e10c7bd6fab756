import {
  type LogisticMaihda,
  type LogisticStratum,
  maihdaLogistic,
  type Refusal,
  type StratumResult,
} from '@jamvikt/equity'
import type { Stratum } from './strata-of.ts'

export interface StratumFinding {
  readonly codes: readonly string[]
  readonly result: StratumResult
}

export type Intersections =
  | {
      readonly ok: true
      readonly model: LogisticMaihda
      readonly strata: readonly StratumFinding[]
      readonly missing: number
    }
  | (Refusal & {
      /** The group and code in which all or none have the outcome, where that is why. */
      readonly at: { readonly group: number; readonly code: string } | null
    })

/** Strata for the models; the groups stand by their places, since their names may be any text. */
function modelStrata(strata: readonly Stratum[]): LogisticStratum[] {
  return strata.flatMap(({ codes, counts }) =>
    counts === null
      ? []
      : [{ by: Object.fromEntries(codes.map((code, place) => [`g${place}`, code])), ...counts }],
  )
}

/**
 * Intersectional multilevel analysis (MAIHDA) of the strata, those with a missing cell left out.
 * @returns refusals as `maihdaLogistic`
 */
export function intersectionsOf(strata: readonly Stratum[]): Intersections {
  const whole = modelStrata(strata)
  const found = maihdaLogistic(whole)
  if (!found.ok) return { ...found, at: placeOf(found.culprit) }
  const findings = found.strata.map((result) => ({
    codes: Object.keys(result.by).map((_, place) => result.by[`g${place}`] ?? ''),
    result,
  }))
  return { ok: true, model: found, strata: findings, missing: strata.length - whole.length }
}

function placeOf(culprit: string): { readonly group: number; readonly code: string } | null {
  const match = /^by\.g(\d+)\.(.*)$/s.exec(culprit)
  return match === null ? null : { group: Number(match[1]), code: match[2] ?? '' }
}
