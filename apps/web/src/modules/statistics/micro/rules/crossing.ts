import { buildDimension, type Cube, layOut } from '@jamvikt/disclosure'
import { isListed } from './listed.ts'
import type { QuestionPlan } from './question.ts'

/** The cube that a question is counted in: wider than its answer, since noise depends on what filters leave out. */
export interface Crossing {
  /** What is crossed, each with its total last; then each filter: what is chosen, all else, and both. */
  readonly cube: Cube
  /** The cube's dimensions as they stand in the list, so that every question goes by the same order. */
  readonly order: readonly number[]
  /** The cells of the answer in its order: of categories that may be named, and of what the filters choose. */
  readonly answer: Int32Array
}

/** @param threshold of the list's noise: categories of fewer rows are part of totals alone */
export function crossingOf({ crossed, fixed }: QuestionPlan, threshold: number): Crossing {
  const laid = layOut([
    ...crossed.map(({ dimension }, d) => plainDimension(d, dimension.categories.length)),
    ...fixed.map((_, f) => plainDimension(crossed.length + f, 2)),
  ])
  if (!laid.ok) throw new Error(laid.reason)
  const { cube } = laid
  const places = [...crossed, ...fixed].map(({ place }) => place)
  let answer = [0]
  for (const [d, { dimension }] of crossed.entries()) {
    const { categories } = dimension
    const named = categories.flatMap((each, node) => (isListed(each, threshold) ? [node] : []))
    const steps = [...named, categories.length].map((node) => node * (cube.strides[d] ?? 0))
    answer = answer.flatMap((cell) => steps.map((step) => cell + step))
  }
  const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  return { cube, order, answer: Int32Array.from(answer) }
}

function plainDimension(d: number, leaves: number): Cube['dimensions'][number] {
  const built = buildDimension(
    `d${d}`,
    Array.from({ length: leaves }, (_, node) => `${node}`),
  )
  if (!built.ok) throw new Error(built.reason)
  return built.dimension
}
