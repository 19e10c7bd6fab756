/** A small seeded generator (mulberry32), so that the same seed gives the same region on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** 0 ≤ whole < n. */
  below(n: number): number
  shuffled<Item>(items: readonly Item[]): Item[]
  /** One of the choices, by weight. */
  pick<Item>(choices: readonly (readonly [Item, number])[]): Item
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
    pick(choices) {
      let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      const found = choices.find(([, weight]) => {
        rest -= weight
        return rest < 0
      })
      const chosen = found ?? choices.at(-1)
      if (chosen === undefined) throw new RangeError('nothing to choose among')
      return chosen[0]
    },
  }
}

/** Shares a whole number out by weight, the largest remainders first. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = total - shares.reduce((a, b) => a + b, 0)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
