import type { Tried } from './search.ts'

/** Whether a table can be protected within the limit of what may be hidden. */
export type Within = (one: Tried) => boolean

/**
 * Best first: what stays within the limit before what does not. Within it by the detail kept, in whole per cent; equal
 * ones by fewer changes, then by the detail. Beyond it by what is hidden. What cannot be protected comes last.
 */
export function ranked(tried: readonly Tried[], within: Within): Tried[] {
  return [...tried].sort((a, b) => {
    const group = Number(within(b)) - Number(within(a)) || Number(a.unprotectable) - Number(b.unprotectable)
    if (group !== 0) return group
    const fewer = a.steps.length - b.steps.length
    if (!within(a)) return a.figures.hiddenShare - b.figures.hiddenShare || fewer
    const [one, other] = [a.figures.detailKept, b.figures.detailKept]
    return Math.round(100 * other) - Math.round(100 * one) || fewer || other - one
  })
}

/** Leaves out what is needless: some of its changes alone stay within the limit and tell no less. */
export function withoutNeedless(tried: readonly Tried[], within: Within): Tried[] {
  const good = tried.filter(within)
  return tried.filter(
    ({ steps, figures }) =>
      !good.some(
        (other) =>
          other.steps.length < steps.length &&
          other.steps.every((step) => steps.includes(step)) &&
          other.figures.detailKept >= figures.detailKept,
      ),
  )
}
