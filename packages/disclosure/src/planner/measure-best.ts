import { arrange, type Base, type Shape, shapeOf, sizeOf } from './arrange.ts'
import { measure, type Reference } from './figures.ts'
import { ranked, withoutNeedless } from './rank.ts'
import type { Tried } from './search.ts'

/** So many of the best are measured. */
const BEST = 10
/** An estimate may hide this much more than the limit and still be worth measuring. */
const HOPE = 1.25
/** What measuring may take in all, and for the unchanged table alone; see `effortOf`. */
const EFFORT = { all: 1_000_000, unchanged: 250_000 }

/**
 * Puts measured figures in place of the estimates of the best tables, as far as a fixed effort reaches, and of the
 * unchanged table where it is small.
 *
 * @param tried the unchanged table first
 */
export function measureBest(
  base: Base,
  tried: readonly Tried[],
  reference: Reference,
  { mostHidden, progress }: { mostHidden: number; progress: () => number },
): Tried[] {
  const now = [...tried]
  let left = EFFORT.all
  const hopeful = ({ figures, unprotectable }: Tried) =>
    !unprotectable && figures.hiddenShare <= (figures.measured ? mostHidden : HOPE * mostHidden)
  const measured = (one: Tried, effort: number): boolean => {
    const shape = shapeOf(base, one.steps)
    if (shape === null || progress() >= 1) return false
    const needed = effortOf(shape, one.figures.sensitive)
    if (needed > Math.min(left, effort)) return false
    left -= needed
    const figures = measure(arrange(base, shape), reference, progress)
    now[now.indexOf(one)] =
      figures === 'unprotectable' ? { ...one, unprotectable: true } : { ...one, figures }
    return true
  }
  const [unchanged] = tried
  if (unchanged?.figures.measured === false) measured(unchanged, EFFORT.unchanged)
  const tooLarge = new Set<Tried>()
  for (let more = true; more; ) {
    const best = ranked(withoutNeedless(now, hopeful), hopeful).slice(0, BEST + tooLarge.size)
    const next = best.find((one) => !one.figures.measured && !one.unprotectable && !tooLarge.has(one))
    if (next === undefined) more = false
    else if (!measured(next, left)) tooLarge.add(next)
  }
  return now
}

/** What a suppression takes, roughly in microseconds of a slow machine. */
function effortOf(shape: Shape, sensitive: number): number {
  return 2 * sizeOf(shape) + 200 * sensitive * shape.kept.length
}
