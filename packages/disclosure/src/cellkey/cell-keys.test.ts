import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf } from '../model/cube.ts'
import { cellKeys, stir } from './cell-keys.ts'
import { keysOf, plainCube } from './keys.test-support.ts'

const rows = fc.array(fc.record({ a: fc.nat(2), b: fc.nat(3), key: fc.nat(2 ** 32 - 1) }), {
  minLength: 1,
  maxLength: 60,
})

function keysIn(records: readonly { a: number; b: number; key: number }[]) {
  const made = cellKeys(
    plainCube(3, 4),
    [Int32Array.from(records, ({ a }) => a), Int32Array.from(records, ({ b }) => b)],
    Uint32Array.from(records, ({ key }) => key),
  )
  if (!made.ok) throw new Error(made.reason)
  return made.keys
}

describe('cell keys', () => {
  it('are the stirred sum of the record keys modulo 2^32, exactly', () => {
    fc.assert(
      fc.property(rows, (records) => {
        const cube = plainCube(3, 4)
        const keys = keysIn(records)
        for (const [a, b] of [
          ['Total', 'Total'],
          ['1', 'Total'],
          ['0', '2'],
        ] as const) {
          const sum = records
            .filter((r) => (a === 'Total' || `${r.a}` === a) && (b === 'Total' || `${r.b}` === b))
            .reduce((total, { key }) => total + BigInt(key), 0n)
          expect(keys[cellOf(cube, [a, b]) ?? -1]).toBe(stir(Number(sum % 2n ** 32n)))
        }
      }),
      { seed: 1 },
    )
  })

  it('are the same in any order of the records', () => {
    fc.assert(
      fc.property(rows, (records) => {
        expect(keysIn(records.toReversed())).toEqual(keysIn(records))
      }),
      { seed: 1 },
    )
  })

  it('are 0 where there is no record', () => {
    expect(keysIn([{ a: 0, b: 0, key: 7 }])[cellOf(plainCube(3, 4), ['2', '3']) ?? -1]).toBe(0)
  })

  it('are the same for the same records in other tables', () => {
    const people = 5_000
    const keys = keysOf(people, 'secret')
    const group = Int32Array.from(keys.keys(), (row) => row % 7)
    const other = Int32Array.from(keys.keys(), (row) => row % 11)
    const wide = cellKeys(plainCube(7, 11), [group, other], keys)
    const narrow = cellKeys(plainCube(7), [group], keys)
    // Filtered to the group alone, and asked for as the total of another variable.
    const chosen = [...keys.keys()].filter((row) => group[row] === 3)
    const filtered = cellKeys(
      plainCube(11),
      [Int32Array.from(chosen, (row) => other[row] ?? 0)],
      Uint32Array.from(chosen, (row) => keys[row] ?? 0),
    )
    if (!wide.ok || !narrow.ok || !filtered.ok) throw new Error('refused')
    const key = narrow.keys[3]
    expect(wide.keys[cellOf(plainCube(7, 11), ['3', 'Total']) ?? -1]).toBe(key)
    expect(filtered.keys[11]).toBe(key)
  })

  it('spread evenly: over 4,096 records in 16 equal classes', () => {
    const classes = new Float64Array(16)
    for (const key of keysOf(4_096, 'even')) classes[stir(key) >>> 28] = (classes[stir(key) >>> 28] ?? 0) + 1
    const chiSquare = classes.reduce((sum, n) => sum + (n - 256) ** 2 / 256, 0)
    expect(chiSquare).toBeLessThan(37.7) // 15 degrees of freedom, 0.1 %
  })

  it('refuse columns that do not fit', () => {
    const cube = plainCube(2, 2)
    expect(cellKeys(cube, [new Int32Array(3), new Int32Array(2)], new Uint32Array(3))).toEqual({
      ok: false,
      reason: 'unequal-length',
      culprit: 'leaves[1]',
    })
    expect(cellKeys(cube, [new Int32Array(3)], new Uint32Array(3))).toMatchObject({ culprit: 'leaves' })
  })

  it('are stirred one to one', () => {
    const seen = new Set(Array.from({ length: 100_000 }, (_, k) => stir(k * 40_503)))
    expect(seen.size).toBe(100_000)
  })
})
