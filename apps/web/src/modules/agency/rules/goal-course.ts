import type { Course, GoalFigure } from '../model-figures.ts'

export interface Point {
  readonly year: number
  readonly value: number
}

const NEAR = 1e-9

/**
 * How a goal goes: `reached` where the latest figure is at the target or past it; `on-way` where it has come at least as
 * far from the baseline as the years that have gone, counted evenly; `behind` where it has not; `unknown` where a figure
 * lacks. A level to keep has no side: it is reached where the figure is at it, and otherwise the figures do not say.
 */
export function courseOf(
  direction: 'rise' | 'fall' | 'keep' | null,
  { baseline, target, actual }: Record<'baseline' | 'target' | 'actual', Point | null>,
): Course {
  if (target === null || actual === null) return 'unknown'
  if (direction === 'keep') return Math.abs(actual.value - target.value) < NEAR ? 'reached' : 'unknown'
  const way = wayOf(direction, baseline, target)
  if (way === 0) return 'unknown'
  if (way * (actual.value - target.value) >= -NEAR) return 'reached'
  if (baseline === null || target.year <= baseline.year)
    return actual.year < target.year ? 'unknown' : 'behind'
  const whole = target.value - baseline.value
  if (whole * way <= 0) return 'behind'
  const gone = Math.min(1, Math.max(0, (actual.year - baseline.year) / (target.year - baseline.year)))
  return (actual.value - baseline.value) / whole >= gone - NEAR ? 'on-way' : 'behind'
}

const WORST_FIRST = ['behind', 'unknown', 'on-way', 'reached'] as const satisfies readonly Course[]

/** How each measure goes: one that is known of women and men as the worse of the two, which stand next to each other. */
export function coursesOf(goals: readonly Pick<GoalFigure, 'sex' | 'course'>[]): Course[] {
  return goals.flatMap(({ sex, course }, at) => {
    const [before, after] = [goals[at - 1], goals[at + 1]]
    if (sex === 'men' && before?.sex === 'women') return []
    if (sex !== 'women' || after?.sex !== 'men') return [course]
    return WORST_FIRST.find((each) => each === course || each === after.course) ?? course
  })
}

/** 1 where the goal is to rise to its target, −1 where it is to fall; 0 where that is not known. */
function wayOf(direction: 'rise' | 'fall' | null, baseline: Point | null, target: Point): -1 | 0 | 1 {
  if (direction === 'rise') return 1
  if (direction === 'fall') return -1
  if (baseline === null || baseline.value === target.value) return 0
  return baseline.value < target.value ? 1 : -1
}
