/** Above this many distinct values, near ones are put together before the breaks are sought. */
const MOST_DISTINCT = 500

interface Weighted {
  readonly value: number
  readonly weight: number
}

function distinct(sorted: readonly number[]): Weighted[] {
  const found: { value: number; weight: number }[] = []
  for (const value of sorted) {
    const last = found.at(-1)
    if (last !== undefined && last.value === value) last.weight += 1
    else found.push({ value, weight: 1 })
  }
  return found
}

/** Puts runs of neighbours together, so that at most `MOST_DISTINCT` are left; each keeps its lowest value. */
function thinned(values: readonly Weighted[]): readonly Weighted[] {
  const run = Math.ceil(values.length / MOST_DISTINCT)
  if (run <= 1) return values
  return values.flatMap((first, at) => {
    if (at % run !== 0) return []
    const weight = values.slice(at, at + run).reduce((sum, one) => sum + one.weight, 0)
    return [{ value: first.value, weight }]
  })
}

/**
 * Natural breaks: cuts sorted values into classes so that the squared deviations from the class means are the least
 * possible (Fisher 1958, “On grouping for maximum homogeneity”; in cartography known after Jenks). Exact by dynamic
 * programming for up to 500 distinct values; above that, runs of neighbouring values are first put together to 500.
 * @param sorted finite numbers, ascending
 * @param count how many classes at most, at least 1
 * @returns the lowest value of each class after the first, ascending; fewer where there are fewer distinct values
 * @example naturalBreaks([1, 2, 2, 9, 10, 40], 3) // [9, 40]
 */
export function naturalBreaks(sorted: readonly number[], count: number): readonly number[] {
  const values = thinned(distinct(sorted))
  const n = values.length
  const classes = Math.min(count, n)
  if (classes < 2) return []
  const cost = deviations(values)
  // best[j]: the least sum for the first j values in the classes so far; from[k][j]: where the last of them begins.
  let best = Float64Array.from({ length: n + 1 }, (_, end) => (end === 0 ? 0 : cost(0, end)))
  const from: Int32Array[] = []
  for (let k = 1; k < classes; k += 1) {
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const start = new Int32Array(n + 1)
    for (let end = k + 1; end <= n; end += 1) {
      for (let at = k; at < end; at += 1) {
        const sum = (best[at] ?? 0) + cost(at, end)
        if (sum < (next[end] ?? 0)) {
          next[end] = sum
          start[end] = at
        }
      }
    }
    best = next
    from.push(start)
  }
  const breaks: number[] = []
  let end = n
  for (const start of from.reverse()) {
    end = start[end] ?? 0
    breaks.push(values[end]?.value ?? 0)
  }
  return breaks.reverse()
}

/** The sum of squared deviations from their mean of the values from `start` up to, not with, `end`. */
function deviations(values: readonly Weighted[]): (start: number, end: number) => number {
  const n = values.length
  const low = values[0]?.value ?? 0
  const high = values.at(-1)?.value ?? 0
  // Halved before the subtraction: the difference of two huge numbers may exceed what a number holds.
  const middle = low / 2 + high / 2
  const half = high / 2 - low / 2 || 1
  const weight = new Float64Array(n + 1)
  const sum = new Float64Array(n + 1)
  const square = new Float64Array(n + 1)
  for (const [at, one] of values.entries()) {
    const scaled = (one.value - middle) / half
    weight[at + 1] = (weight[at] ?? 0) + one.weight
    sum[at + 1] = (sum[at] ?? 0) + one.weight * scaled
    square[at + 1] = (square[at] ?? 0) + one.weight * scaled * scaled
  }
  return (start, end) => {
    const w = (weight[end] ?? 0) - (weight[start] ?? 0)
    const s = (sum[end] ?? 0) - (sum[start] ?? 0)
    return Math.max(0, (square[end] ?? 0) - (square[start] ?? 0) - (s * s) / w)
  }
}
