import type { Contribution, Magnitude } from './types.ts'

const TOP = 5

/** Adds recipients up within one group at a time, reusing its memory between groups. */
export class RecipientSums {
  readonly #sums: Float64Array
  readonly #seen: Uint8Array
  readonly #touched: Uint32Array
  #count = 0
  #stated = 0

  constructor(recipients: number) {
    this.#sums = new Float64Array(recipients)
    this.#seen = new Uint8Array(recipients)
    this.#touched = new Uint32Array(recipients)
  }

  add(recipient: number, ore: number): void {
    if (this.#seen[recipient] === 0) {
      this.#seen[recipient] = 1
      this.#touched[this.#count++] = recipient
    }
    this.#sums[recipient] = (this.#sums[recipient] ?? 0) + ore
    this.#stated++
  }

  /** The group's magnitude; afterwards everything stands at zero again. */
  take(idOf: Uint32Array, describe: () => string): Magnitude {
    let totalOre = 0
    const top: Contribution[] = []
    for (let i = 0; i < this.#count; i++) {
      const recipient = this.#touched[i] ?? 0
      const ore = this.#sums[recipient] ?? 0
      totalOre += ore
      keepTop(top, { id: idOf[recipient] ?? 0, ore })
      this.#sums[recipient] = 0
      this.#seen[recipient] = 0
    }
    if (!Number.isSafeInteger(totalOre)) throw new RangeError(`the sum of ${describe()} is beyond exact öre`)
    const magnitude = {
      totalOre,
      stated: this.#stated,
      contributors: this.#count,
      largestOre: top[0]?.ore ?? 0,
      secondLargestOre: top[1]?.ore ?? 0,
      top,
    }
    this.#count = 0
    this.#stated = 0
    return magnitude
  }
}

function keepTop(top: Contribution[], entry: Contribution): void {
  const last = top[top.length - 1]
  if (top.length === TOP && last !== undefined && !precedes(entry, last)) return
  let at = top.length
  for (; at > 0; at--) {
    const before = top[at - 1]
    if (before === undefined || precedes(before, entry)) break
  }
  top.splice(at, 0, entry)
  if (top.length > TOP) top.pop()
}

function precedes(a: Contribution, b: Contribution): boolean {
  return a.ore > b.ore || (a.ore === b.ore && a.id < b.id)
}

/** A sum without known recipients, as aggregated input gives it. */
export function bareMagnitude(totalOre: number): Magnitude {
  return { totalOre, stated: null, contributors: null, largestOre: null, secondLargestOre: null, top: null }
}
