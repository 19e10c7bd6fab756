export interface ShownCase {
  readonly caseId: string
  /** All that any table shows of the case. */
  readonly shown: string
}

/**
 * Which cases a later state of a period adds and removes; a changed case is removed as it was and added as it is.
 * Cases that show the same cancel out, whoever they are: only what a reader could see is a change.
 */
export function compareCases(before: readonly ShownCase[], after: readonly ShownCase[]) {
  const was = new Map(before.map((one) => [one.caseId, one.shown]))
  const is = new Map(after.map((one) => [one.caseId, one.shown]))
  const differs = ({ caseId }: ShownCase) => was.get(caseId) !== is.get(caseId)
  const gone = before.filter(differs)
  const come = after.filter(differs)
  const surplus = new Map<string, number>()
  for (const { shown } of come) surplus.set(shown, (surplus.get(shown) ?? 0) + 1)
  for (const { shown } of gone) surplus.set(shown, (surplus.get(shown) ?? 0) - 1)
  const take = (cases: readonly ShownCase[], sign: 1 | -1) => {
    const left = new Map([...surplus].map(([shown, n]) => [shown, Math.max(0, n * sign)]))
    return cases.flatMap(({ caseId, shown }) => {
      const n = left.get(shown) ?? 0
      if (n === 0) return []
      left.set(shown, n - 1)
      return [caseId]
    })
  }
  return { added: take(come, 1), removed: take(gone, -1) }
}
