const DAY_MS = 86_400_000
/** How far from its own time a mark may stand, as shares of the year: up to half a month, a degree at a time. */
const SHIFTS = [0, ...Array.from({ length: 15 }, (_, at) => at + 1).flatMap((at) => [at / 360, -at / 360])]

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

/** One dot of the wheel, with the marks that it stands for. */
export interface Dot {
  readonly x: number
  readonly y: number
  /** Places of marks in their list, in order. */
  readonly marks: readonly number[]
}

/**
 * Where marks stand, so that none covers another: at its own time in the outermost ring that is free there, otherwise as
 * near to it as there is room. What finds no room within half a month is joined to the dot nearest to it.
 * @param shares when each mark is, as a share of the year
 * @param radii of the rings, the outermost first
 * @param apart the least distance between the middles of two dots
 */
export function placeDots(shares: readonly number[], radii: readonly number[], apart: number): Dot[] {
  const dots: { x: number; y: number; marks: number[] }[] = []
  for (const [mark, share] of shares.entries()) {
    const isFree = ({ x, y }: { x: number; y: number }) =>
      dots.every((dot) => Math.hypot(dot.x - x, dot.y - y) >= apart)
    const free = SHIFTS.flatMap((shift) => radii.map((radius) => onRing(share + shift, radius))).find(isFree)
    if (free !== undefined) dots.push({ ...free, marks: [mark] })
    else nearest(dots, onRing(share, radii.at(-1) ?? 0))?.marks.push(mark)
  }
  return dots
}

function nearest<Point extends { readonly x: number; readonly y: number }>(
  points: readonly Point[],
  { x, y }: { readonly x: number; readonly y: number },
): Point | undefined {
  const distance = (point: Point) => Math.hypot(point.x - x, point.y - y)
  return points.toSorted((a, b) => distance(a) - distance(b))[0]
}
