import { checkProportion, type Proportion } from './impact-ratio.ts'

export interface Shortfall {
  /** Grants that the reference's rate would have given, less the grants made; negative = a surplus. */
  readonly grants: number
  /** The same in öre at the group's own mean grant, rounded; `null` when the group has no grant. */
  readonly amountOre: number | null
}

/**
 * How many grants, and how much money, stand between a group and the reference's rate.
 *
 * The money is valued at the group's own mean grant, so that a difference in the size of grants is not
 * mixed in; a group without a single stated grant has no mean and gets `null`, not 0.
 *
 * @param grantedTotalOre the group's granted öre
 * @param stated grants with a stated amount, whole; the mean is over these
 * @returns `null` when the reference has nothing decided
 * @throws RangeError naming a count as `impactRatio`, `stated`, or an amount that is not finite or too large to be
 *   written
 * @example shortfall({ granted: 132, decided: 412 }, { granted: 262, decided: 655 }, 0, 0)?.grants // 32.8
 */
export function shortfall(
  group: Proportion,
  reference: Proportion,
  grantedTotalOre: number,
  stated: number,
): Shortfall | null {
  checkProportion(group, 'group')
  checkProportion(reference, 'reference')
  if (!Number.isSafeInteger(stated) || stated < 0) {
    throw new RangeError(`stated is a whole number of 0 or more, got ${stated}`)
  }
  if (!Number.isFinite(grantedTotalOre)) {
    throw new RangeError(`grantedTotalOre is a finite amount, got ${grantedTotalOre}`)
  }
  if (reference.decided === 0) return null
  const grants = (reference.granted * group.decided) / reference.decided - group.granted
  const amountOre = stated > 0 ? Math.round(grants * (grantedTotalOre / stated)) : null
  if (amountOre !== null && !Number.isFinite(amountOre)) {
    throw new RangeError(`grantedTotalOre is too large: ${grantedTotalOre}`)
  }
  return { grants, amountOre }
}
