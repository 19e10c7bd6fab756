import type { Grant } from '../model-submission.ts'

export type MoveRefusal = 'same-region' | 'nothing-to-move' | 'from-unknown' | 'too-much'

/** What a move of money between regions would leave. A region that has nothing yet that year gets its first amount. */
export function moveEffect(
  grants: readonly Grant[],
  move: { readonly year: number; readonly from: string; readonly to: string; readonly amountOre: bigint },
):
  | { readonly ok: true; readonly fromBefore: bigint; readonly toBefore: bigint }
  | { readonly ok: false; readonly reason: MoveRefusal } {
  const of = (regionId: string) =>
    grants.find((grant) => grant.regionId === regionId && grant.year === move.year)?.amountOre ?? null
  if (move.from === move.to) return { ok: false, reason: 'same-region' }
  if (move.amountOre <= 0n) return { ok: false, reason: 'nothing-to-move' }
  const fromBefore = of(move.from)
  if (fromBefore === null) return { ok: false, reason: 'from-unknown' }
  if (move.amountOre > fromBefore) return { ok: false, reason: 'too-much' }
  return { ok: true, fromBefore, toBefore: of(move.to) ?? 0n }
}

/** What has been divided in a year. */
export function dividedIn(grants: readonly Grant[], year: number): bigint {
  return grants.reduce((sum, grant) => (grant.year === year ? sum + grant.amountOre : sum), 0n)
}
