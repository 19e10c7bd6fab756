import { type Cube, tabulateCube } from '../model/cube.ts'

export interface UnequalLength {
  readonly ok: false
  readonly reason: 'unequal-length'
  /** The argument whose length does not fit the others. */
  readonly culprit: string
}

/**
 * Stirs a 32-bit key: one to one, so that equally likely keys stay so, but no longer linear (the finaliser of
 * MurmurHash3). Sums of keys are linear: the key of a total is the sum of the keys of its parts, and unstirred their
 * noises would be tied to one another.
 */
export function stir(key: number): number {
  let x = key >>> 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/**
 * The key of every cell of a cube: the sum of the keys of its records modulo 2^32, stirred.
 *
 * A cell's key depends on which records it holds and on nothing else: not on their order, not on the table, not on
 * the filter. Cells of the same records have the same key; one record more or less gives another that cannot be
 * foreseen without the secret. A cell without records has key 0.
 *
 * @param leaves for each dimension, the leaf of every record
 * @param keys of every record, from `recordKeys`
 * @returns one key for each cell, or `unequal-length`
 * @example cellKeys(cube, [sexOfRow, industryOfRow], keys)
 */
export function cellKeys(
  cube: Cube,
  leaves: readonly Int32Array[],
  keys: Uint32Array,
): { readonly ok: true; readonly keys: Uint32Array } | UnequalLength {
  const short = leaves.findIndex(({ length }) => length !== keys.length)
  if (short >= 0) return { ok: false, reason: 'unequal-length', culprit: `leaves[${short}]` }
  if (leaves.length !== cube.dimensions.length) {
    return { ok: false, reason: 'unequal-length', culprit: 'leaves' }
  }
  // In halves of 16 bits, sums stay exact for up to 2^37 records.
  const low = tabulateCube(
    cube,
    leaves,
    Float64Array.from(keys, (key) => key & 0xffff),
  )
  const high = tabulateCube(
    cube,
    leaves,
    Float64Array.from(keys, (key) => key >>> 16),
  )
  const sums = low.map((sum, cell) => (((high[cell] ?? 0) % 0x10000) * 0x10000 + sum) % 2 ** 32)
  return { ok: true, keys: Uint32Array.from(sums, stir) }
}
