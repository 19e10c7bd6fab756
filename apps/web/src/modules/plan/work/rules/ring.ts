const DAY_MS = 86_400_000
/** Marks closer than this many degrees stand in rings inside each other. */
const APART = 8
const RINGS = 4

/** How far into its year a day is, 0–1. */
export function shareOfYear(day: string): number {
  const year = Number(day.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  return (Date.parse(`${day}T00:00:00Z`) - start) / DAY_MS / ((Date.UTC(year + 1, 0, 1) - start) / DAY_MS)
}

/** Where a share of the year stands on a ring around the middle, the year beginning at the top, clockwise. */
export function onRing(share: number, radius: number): { readonly x: number; readonly y: number } {
  const turn = share * 2 * Math.PI
  return { x: radius * Math.sin(turn), y: -radius * Math.cos(turn) }
}

/**
 * The ring that each mark stands in, 0 outermost, so that marks close in time do not cover each other; where all rings are
 * taken, the one that was taken longest ago.
 * @param days in their order
 */
export function ringsFor(days: readonly string[]): number[] {
  const last = Array.from({ length: RINGS }, () => Number.NEGATIVE_INFINITY)
  return days.map((day) => {
    const degrees = shareOfYear(day) * 360
    const free = last.findIndex((taken) => degrees - taken >= APART)
    const ring = free >= 0 ? free : last.indexOf(Math.min(...last))
    last[ring] = degrees
    return ring
  })
}
