import { naturalBreaks } from './natural-breaks.ts'

export const CLASS_METHODS = ['quantile', 'equal', 'natural', 'diverging', 'diverging-quantile'] as const
export type ClassMethod = (typeof CLASS_METHODS)[number]

export interface ClassOptions {
  readonly method: ClassMethod
  /** Classes wished for, 3–7. */
  readonly count: number
  /** The value that both sides of a diverging scale are held against, such as 0.5 for parity. */
  readonly middle?: number
}

/** One class: from `from` up to, not with, `to`; the last class has its `to` as well. */
export interface ValueClass {
  readonly from: number
  readonly to: number
  /** The lowest and highest figure that fell into the class; null where none did. */
  readonly lowest: number | null
  readonly highest: number | null
  readonly count: number
}

export interface Classes {
  readonly ok: true
  readonly classes: readonly ValueClass[]
  /** The class of each value by its place in `classes`; null where the value is missing. */
  readonly classOf: readonly (number | null)[]
  readonly missing: number
}

export interface ClassRefusal {
  readonly ok: false
  readonly reason: 'class-count' | 'middle-missing'
  readonly detail: string
}

/**
 * Divides figures into classes for a map or a table of colours.
 *
 * - `quantile`: about as many figures in each class. Equal figures are never parted.
 * - `equal`: classes of equal width from the lowest to the highest figure; some may be empty.
 * - `natural`: natural breaks (Fisher 1958, Jenks), see `naturalBreaks`.
 * - `diverging`: equal widths mirrored around `middle`, so that both sides have one scale; classes of a side without
 *   figures are empty. An even number of classes meets at the middle; of an odd number one lies around it.
 * - `diverging-quantile`: mirrored too, with bounds by the quantiles of the distance from the middle.
 *
 * Fewer distinct figures than classes give fewer classes with `quantile` and `natural`. Where all figures are equal
 * there is one class, also with `equal`.
 * @param values null, NaN and infinite numbers are missing; 0 is a figure
 * @returns the classes in order, the class of each value and how many are missing; no figures at all give no classes.
 *   Refused: `class-count` (not a whole number 3–7), `middle-missing` (a diverging method without a finite middle)
 * @example
 * classify([1, 2, 3, 4, null], { method: 'equal', count: 3 }) // classOf: [0, 1, 2, 2, null]
 */
export function classify(values: readonly (number | null)[], options: ClassOptions): Classes | ClassRefusal {
  const { method, count, middle } = options
  if (!Number.isInteger(count) || count < 3 || count > 7)
    return { ok: false, reason: 'class-count', detail: String(count) }
  const figures = values.filter(isFigure)
  const sorted = Float64Array.from(figures).sort()
  const low = sorted[0]
  const high = sorted.at(-1)
  const diverging = method === 'diverging' || method === 'diverging-quantile'
  if (diverging && (middle === undefined || !Number.isFinite(middle)))
    return { ok: false, reason: 'middle-missing', detail: String(middle) }
  if (low === undefined || high === undefined) return assigned(values, [])
  if (diverging)
    return assigned(values, mirrored(sorted, middle ?? 0, count, method === 'diverging-quantile'))
  return assigned(values, [low, ...cuts(sorted, method, count), high])
}

function isFigure(value: number | null): value is number {
  return value !== null && Number.isFinite(value)
}

/** Bounds between the classes, each above the lowest figure, rising. */
function cuts(sorted: Float64Array, method: ClassMethod, count: number): readonly number[] {
  const low = sorted[0] ?? 0
  const high = sorted.at(-1) ?? 0
  if (method === 'natural') return naturalBreaks([...sorted], count)
  const inner = Array.from({ length: count - 1 }, (_, at) => at + 1)
  const wished =
    method === 'quantile'
      ? inner.map((at) => sorted[Math.ceil((at * sorted.length) / count)] ?? high)
      : inner.map((at) => between(low, high, at / count))
  return rising(wished, low)
}

/** A point between two numbers that may be too far apart for their difference to be a number. */
function between(low: number, high: number, share: number): number {
  return low * (1 - share) + high * share
}

function rising(bounds: readonly number[], above: number): readonly number[] {
  let last = above
  return bounds.filter((bound) => {
    if (!(bound > last)) return false
    last = bound
    return true
  })
}

function mirrored(
  sorted: Float64Array,
  middle: number,
  count: number,
  byQuantile: boolean,
): readonly number[] {
  const distances = sorted.map((value) => Math.abs(value / 2 - middle / 2)).sort()
  const far = distances.at(-1) ?? 0
  if (far === 0) return [middle, middle]
  const odd = count % 2 === 1
  const sides = Math.floor(count / 2)
  // The share of the way from the middle to the farthest figure at which each bound of a side lies.
  const shares = Array.from({ length: sides }, (_, at) => (2 * at + (odd ? 1 : 2)) / count)
  const halves = shares.map((share) => {
    if (!byQuantile || share === 1) return share * far
    // Between two distances, so that a figure falls to the same class on both sides of the middle.
    const place = Math.ceil(share * distances.length)
    return (distances[place - 1] ?? far) / 2 + (distances[place] ?? far) / 2
  })
  const steps = rising([...halves, far], 0)
  const start = odd ? [] : [middle]
  const bound = (half: number) => clamped(middle + half + half)
  return rising(
    [...[...steps].reverse().map((half) => bound(-half)), ...start, ...steps.map(bound)],
    Number.NEGATIVE_INFINITY,
  )
}

function clamped(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value))
}

function assigned(values: readonly (number | null)[], bounds: readonly number[]): Classes {
  const last = Math.max(0, bounds.length - 2)
  const classOf = values.map((value) => {
    if (!isFigure(value) || bounds.length === 0) return null
    let at = 0
    while (at < last && value >= (bounds[at + 1] ?? 0)) at += 1
    return at
  })
  const members: number[][] = bounds.slice(1).map(() => [])
  for (const [at, place] of classOf.entries()) if (place !== null) members[place]?.push(values[at] ?? 0)
  const classes = members.map((figures, at): ValueClass => {
    // Reduced, not spread: a call takes only so many arguments.
    const lowest = figures.reduce<number | null>(
      (least, one) => (least === null ? one : Math.min(least, one)),
      null,
    )
    const highest = figures.reduce<number | null>(
      (most, one) => (most === null ? one : Math.max(most, one)),
      null,
    )
    return { from: bounds[at] ?? 0, to: bounds[at + 1] ?? 0, lowest, highest, count: figures.length }
  })
  return { ok: true, classes, classOf, missing: classOf.filter((one) => one === null).length }
}
