/** Maximum of cost·x over x ≥ 0 with rows·x = right, or null when there is none; Bland's rule, dense. */
const EPS = 1e-9

export class Polytope {
  readonly #tableau: Float64Array[]
  readonly #basis: number[]
  readonly #size: number

  /** Finds a first corner; throws when the system cannot hold, which a true table never gives. */
  constructor(variables: number, rows: readonly (readonly number[])[], right: readonly number[]) {
    this.#size = variables
    const width = this.#size + rows.length + 1
    this.#tableau = rows.map((row, i) => {
      const line = new Float64Array(width)
      line.set(row)
      line[this.#size + i] = 1
      line[width - 1] = right[i] ?? 0
      return line
    })
    this.#basis = rows.map((_, i) => this.#size + i)
    const cost = new Float64Array(width)
    for (const line of this.#tableau)
      for (let j = 0; j < width; j++) cost[j] = (cost[j] ?? 0) + (line[j] ?? 0)
    this.#run(this.#tableau, this.#basis, cost)
    if (Math.abs(cost[width - 1] ?? 0) > 1e-6) throw new Error('the published table contradicts itself')
    this.#dropArtificial()
  }

  /** The range of a sum of variables. */
  range(variables: readonly number[]): { readonly low: number; readonly high: number } {
    return { low: -this.#maximum(variables, -1), high: this.#maximum(variables, 1) }
  }

  #maximum(variables: readonly number[], sign: number): number {
    const tableau = this.#tableau.map((line) => line.slice())
    const basis = [...this.#basis]
    const width = this.#size + 1
    const cost = new Float64Array(width)
    for (const j of variables) cost[j] = sign
    tableau.forEach((line, i) => {
      const factor = cost[basis[i] ?? 0] ?? 0
      if (factor !== 0) for (let j = 0; j < width; j++) cost[j] = (cost[j] ?? 0) - factor * (line[j] ?? 0)
    })
    this.#run(tableau, basis, cost)
    return -(cost[width - 1] ?? 0)
  }

  #run(tableau: Float64Array[], basis: number[], cost: Float64Array): void {
    const last = cost.length - 1
    for (;;) {
      let enter = -1
      for (let j = 0; j < this.#size && enter < 0; j++) if ((cost[j] ?? 0) > EPS) enter = j
      if (enter < 0) return
      let leave = -1
      let best = Number.POSITIVE_INFINITY
      tableau.forEach((line, i) => {
        const a = line[enter] ?? 0
        if (a <= EPS) return
        const ratio = (line[last] ?? 0) / a
        const tie = Math.abs(ratio - best) <= EPS && (basis[i] ?? 0) < (basis[leave] ?? 0)
        if (ratio < best - EPS || tie) {
          best = ratio
          leave = i
        }
      })
      if (leave < 0) {
        cost[last] = Number.NEGATIVE_INFINITY
        return
      }
      pivot(tableau, cost, leave, enter)
      basis[leave] = enter
    }
  }

  #dropArtificial(): void {
    for (let i = this.#tableau.length - 1; i >= 0; i--) {
      if ((this.#basis[i] ?? 0) >= this.#size) {
        const line = this.#tableau[i]
        const enter = line?.findIndex((a, j) => j < this.#size && Math.abs(a) > EPS) ?? -1
        if (enter >= 0) {
          pivot(this.#tableau, null, i, enter)
          this.#basis[i] = enter
        } else {
          this.#tableau.splice(i, 1)
          this.#basis.splice(i, 1)
        }
      }
    }
    this.#tableau.forEach((line, i) => {
      const short = new Float64Array(this.#size + 1)
      short.set(line.subarray(0, this.#size))
      short[this.#size] = line.at(-1) ?? 0
      this.#tableau[i] = short
    })
  }
}

function pivot(tableau: Float64Array[], cost: Float64Array | null, row: number, column: number): void {
  const line = tableau[row]
  if (line === undefined) return
  const scale = 1 / (line[column] ?? 1)
  for (let j = 0; j < line.length; j++) line[j] = (line[j] ?? 0) * scale
  for (const other of cost === null ? tableau : [...tableau, cost]) {
    if (other === line) continue
    const factor = other[column] ?? 0
    if (Math.abs(factor) < 1e-12) continue
    for (let j = 0; j < other.length; j++) other[j] = (other[j] ?? 0) - factor * (line[j] ?? 0)
  }
}
