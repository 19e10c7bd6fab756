/** A seeded source of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly uniform: () => number
  /** A whole number in 0 … n − 1. */
  readonly below: (n: number) => number
  readonly normal: () => number
  /** Gamma with the given shape (above 0) and scale 1. */
  readonly gamma: (shape: number) => number
}

/**
 * Makes a seeded source: xoshiro128** for uniforms, the polar method for normals.
 *
 * @param seed any whole number; its lower 32 bits count
 *
 * Sources: Blackman & Vigna (2021), ACM TOMS 47; Marsaglia & Bray (1964); Marsaglia & Tsang (2000), ACM TOMS 26
 * for gamma.
 * @example makeRandom(7).uniform() === makeRandom(7).uniform() // true
 */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const scramble = () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  }
  let a = scramble()
  let b = scramble()
  let c = scramble()
  let d = scramble() || 1
  const next = (): number => {
    const x = Math.imul(b, 5)
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 11) | (d >>> 21)
    return result
  }
  const uniform = () => (next() + (next() >>> 11) / 0x200000) / 0x100000000
  const below = (n: number) => Math.floor(uniform() * n)
  let spare = Number.NaN
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * factor
      return u * factor
    }
  }
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape)
    const k = shape - 1 / 3
    const scale = 1 / Math.sqrt(9 * k)
    for (;;) {
      const x = normal()
      const v = (1 + scale * x) ** 3
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + k * (1 - v + Math.log(v))) return k * v
    }
  }
  return { uniform, below, normal, gamma }
}

/**
 * How often each of `n` members is drawn when n are drawn with replacement: the row bootstrap.
 *
 * @param into filled with the counts; its length is n
 */
export function resample(random: Random, into: Uint32Array): void {
  into.fill(0)
  const n = into.length
  for (let i = 0; i < n; i++) {
    const at = random.below(n)
    into[at] = (into[at] ?? 0) + 1
  }
}
