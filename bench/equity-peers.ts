// Plain implementations of the same measures on rows, as one would write them first: peers to compare with.

/** A person of the multilevel analysis. */
export interface Person {
  readonly stratum: number
  readonly outcome: number
  readonly x: readonly number[]
}

/** Null or main-effects model by ML on persons: the likelihood from all rows at each of sixty golden-section steps. */
export function plainMultilevel(persons: readonly Person[], strata: number, main: boolean): number {
  const width = main ? (persons[0]?.x.length ?? 1) : 1
  const deviance = (logTheta: number): number => {
    const theta = Math.exp(logTheta)
    const n = new Array<number>(strata).fill(0)
    const y = new Array<number>(strata).fill(0)
    const rows = Array.from({ length: strata }, () => new Array<number>(width).fill(0))
    const cross = Array.from({ length: width }, () => new Array<number>(width + 1).fill(0))
    for (const person of persons) {
      n[person.stratum] = (n[person.stratum] ?? 0) + 1
      y[person.stratum] = (y[person.stratum] ?? 0) + person.outcome
      for (let a = 0; a < width; a++) {
        const xa = person.x[a] ?? 0
        const row = rows[person.stratum]
        if (row) row[a] = (row[a] ?? 0) + xa
        for (let b = 0; b < width; b++) add(cross, a, b, xa * (person.x[b] ?? 0))
        add(cross, a, width, xa * person.outcome)
      }
    }
    let logs = 0
    for (let j = 0; j < strata; j++) {
      const shrink = theta / (1 + (n[j] ?? 0) * theta)
      logs += Math.log(1 + (n[j] ?? 0) * theta)
      for (let a = 0; a < width; a++) {
        const xa = rows[j]?.[a] ?? 0
        for (let b = 0; b < width; b++) add(cross, a, b, -shrink * xa * (rows[j]?.[b] ?? 0))
        add(cross, a, width, -shrink * xa * (y[j] ?? 0))
      }
    }
    const beta = solve(cross)
    let rest = 0
    const sums = new Array<number>(strata).fill(0)
    for (const person of persons) {
      const r = person.outcome - beta.reduce((sum, b, a) => sum + b * (person.x[a] ?? 0), 0)
      rest += r * r
      sums[person.stratum] = (sums[person.stratum] ?? 0) + r
    }
    for (let j = 0; j < strata; j++) rest -= (theta / (1 + (n[j] ?? 0) * theta)) * (sums[j] ?? 0) ** 2
    return persons.length * Math.log(rest) + logs
  }
  let low = -20
  let high = 10
  for (let step = 0; step < 60; step++) {
    const a = high - 0.618 * (high - low)
    const b = low + 0.618 * (high - low)
    if (deviance(a) < deviance(b)) high = b
    else low = a
  }
  return Math.exp((low + high) / 2)
}

function add(matrix: number[][], a: number, b: number, value: number): void {
  const row = matrix[a]
  if (row) row[b] = (row[b] ?? 0) + value
}

/** Gauss elimination of [A | b]. */
function solve(system: readonly (readonly number[])[]): number[] {
  const rows = system.map((row) => [...row])
  const n = rows.length
  for (let i = 0; i < n; i++) {
    const pivot = rows[i] ?? []
    for (let j = 0; j < n; j++) {
      if (j === i) continue
      const factor = (rows[j]?.[i] ?? 0) / (pivot[i] ?? 1)
      for (let k = i; k <= n; k++) add(rows, j, k, -factor * (pivot[k] ?? 0))
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1))
}

/** Least squares on rows with an intercept. */
function leastSquares(y: readonly number[], x: readonly (readonly number[])[]): number[] {
  const width = (x[0]?.length ?? 0) + 1
  const system = Array.from({ length: width }, () => new Array<number>(width + 1).fill(0))
  for (const [i, row] of x.entries()) {
    const wide = [1, ...row]
    for (let a = 0; a < width; a++) {
      for (let b = 0; b < width; b++) add(system, a, b, (wide[a] ?? 0) * (wide[b] ?? 0))
      add(system, a, width, (wide[a] ?? 0) * (y[i] ?? 0))
    }
  }
  return solve(system)
}

export interface PlainGroup {
  readonly y: readonly number[]
  readonly x: readonly (readonly number[])[]
}

/** Standard error of the endowments part from redrawn rows, copied and fitted anew each time. */
export function plainDecomposition(
  a: PlainGroup,
  b: PlainGroup,
  draws: number,
  random: () => number,
): number {
  const redraw = ({ y, x }: PlainGroup): PlainGroup => {
    const at = y.map(() => Math.floor(random() * y.length))
    return { y: at.map((i) => y[i] ?? 0), x: at.map((i) => x[i] ?? []) }
  }
  const means = ({ x }: PlainGroup) =>
    (x[0] ?? []).map((_, k) => x.reduce((sum, row) => sum + (row[k] ?? 0), 0) / x.length)
  const values: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const [one, other] = [redraw(a), redraw(b)]
    leastSquares(one.y, one.x)
    const beta = leastSquares(other.y, other.x)
    const [meansA, meansB] = [means(one), means(other)]
    values.push(meansA.reduce((sum, mean, k) => sum + (mean - (meansB[k] ?? 0)) * (beta[k + 1] ?? 0), 0))
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / draws
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1))
}

/** M from rows of unit, group and count, by maps. */
export function plainMutual(rows: readonly { unit: string; group: string; n: number }[]): number {
  const units = new Map<string, number>()
  const groups = new Map<string, number>()
  let total = 0
  for (const { unit, group, n } of rows) {
    units.set(unit, (units.get(unit) ?? 0) + n)
    groups.set(group, (groups.get(group) ?? 0) + n)
    total += n
  }
  let m = 0
  for (const { unit, group, n } of rows) {
    if (n === 0) continue
    const p = n / total
    m += p * Math.log(p / (((units.get(unit) ?? 0) / total) * ((groups.get(group) ?? 0) / total)))
  }
  return m
}

/** Standard error of M, every person drawn anew from the list of persons. */
export function plainMutualBootstrap(
  rows: readonly { unit: string; group: string; n: number }[],
  draws: number,
  random: () => number,
): number {
  const persons = rows.flatMap(({ n }, i) => Array.from({ length: n }, () => i))
  const values = Array.from({ length: draws }, () => {
    const counts = new Array<number>(rows.length).fill(0)
    for (let i = 0; i < persons.length; i++) {
      const at = persons[Math.floor(random() * persons.length)] ?? 0
      counts[at] = (counts[at] ?? 0) + 1
    }
    return plainMutual(rows.map((row, i) => ({ ...row, n: counts[i] ?? 0 })))
  })
  const mean = values.reduce((sum, value) => sum + value, 0) / draws
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1))
}
