/**
 * Shapley values: what each player adds, averaged over every order in which the players can join.
 *
 * Exact by listing all 2ⁿ coalitions; the values add up to worth(all) − worth(none).
 *
 * @param players number of players, 0–16
 * @param worth of a coalition, given as a bit mask
 * @throws RangeError for more players than 16, or a worth that is not finite
 *
 * Source: Shapley (1953); for decompositions Shorrocks (2013), J. Econ. Inequality 11.
 * @example shapley(2, (mask) => (mask === 3 ? 1 : 0)) // [0.5, 0.5]
 */
export function shapley(players: number, worth: (mask: number) => number): number[] {
  if (players > 16) throw new RangeError(`at most 16 players, got ${players}`)
  const worths = Float64Array.from({ length: 1 << players }, (_, mask) => worth(mask))
  const bad = worths.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0) throw new RangeError(`worth of coalition ${bad} is not finite: ${worths[bad]}`)
  const factorial = [1]
  for (let i = 1; i <= players; i++) factorial.push((factorial[i - 1] ?? 1) * i)
  const weight = (size: number) =>
    ((factorial[size] ?? 1) * (factorial[players - 1 - size] ?? 1)) / (factorial[players] ?? 1)
  return Array.from({ length: players }, (_, player) => {
    let value = 0
    for (let mask = 0; mask < worths.length; mask++) {
      if (mask & (1 << player)) continue
      value += weight(bits(mask)) * ((worths[mask | (1 << player)] ?? 0) - (worths[mask] ?? 0))
    }
    return value
  })
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1
  return count
}
