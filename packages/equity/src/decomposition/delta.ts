/** A symmetric matrix of sums of products; the lower triangle is filled. */
export interface Covariance {
  readonly size: number
  readonly values: Float64Array
}

/**
 * Standard errors of figures that are functions of parameters, by the delta method.
 *
 * The slopes are central differences, exact for polynomials up to the second degree.
 *
 * @param compute all figures from the parameters
 * @param step of the differences, relative to a parameter's size
 */
export function deltaErrors(
  parameters: Float64Array,
  covariance: Covariance,
  compute: (parameters: Float64Array) => Float64Array,
  step: number,
): Float64Array {
  const { size, values } = covariance
  const slopes = Array.from(parameters, (value, i) => {
    const h = step * Math.max(1e-3, Math.abs(value))
    const moved = parameters.slice()
    moved[i] = value + h
    const up = compute(moved)
    moved[i] = value - h
    const down = compute(moved)
    return up.map((figure, at) => (figure - (down[at] ?? 0)) / (2 * h))
  })
  const figures = slopes[0]?.length ?? 0
  return Float64Array.from({ length: figures }, (_, at) => {
    let variance = 0
    for (let i = 0; i < size; i++) {
      const si = slopes[i]?.[at] ?? 0
      if (si === 0) continue
      let row = ((values[i * size + i] ?? 0) * si) / 2
      for (let j = 0; j < i; j++) row += (values[i * size + j] ?? 0) * (slopes[j]?.[at] ?? 0)
      variance += 2 * si * row
    }
    return Math.sqrt(Math.max(0, variance))
  })
}

/** Gathers Σ ψψ' over rows: the covariance of estimates from each row's influence on them. */
export function influenceSum(size: number) {
  const values = new Float64Array(size * size)
  return {
    add: (influence: Float64Array): void => {
      for (let i = 0; i < size; i++) {
        const x = influence[i] ?? 0
        if (x === 0) continue
        const row = i * size
        for (let j = 0; j <= i; j++) values[row + j] = (values[row + j] ?? 0) + x * (influence[j] ?? 0)
      }
    },
    covariance: (): Covariance => ({ size, values }),
  }
}
