import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hmac, keysOf } from './keys.test-support.ts'
import { recordKeys } from './record-keys.ts'

describe('record keys', () => {
  it('are the first 32 bits of the keyed hash of purpose and id', () => {
    const made = recordKeys(['a', 'b'], hmac('secret'), 'count')
    const first = createHmac('sha256', 'secret').update('count:a').digest('hex').slice(0, 8)
    expect(made.ok && made.keys[0]).toBe(Number.parseInt(first, 16))
  })

  it('belong to the id, not to its place', () => {
    const forth = recordKeys(['a', 'b', 'c'], hmac('s'), 'count')
    const back = recordKeys(['c', 'b', 'a'], hmac('s'), 'count')
    expect(forth.ok && back.ok && [...forth.keys]).toEqual(back.ok && [...back.keys].reverse())
  })

  it('all change with the secret and with the purpose', () => {
    const keys = keysOf(1_000, 'one')
    for (const other of [keysOf(1_000, 'two'), keysOf(1_000, 'one', 'amount')]) {
      expect(keys.filter((key, row) => key === other[row]).length).toBe(0)
    }
  })

  it('read the bytes of a view where it begins', () => {
    const made = recordKeys(['a'], () => new Uint8Array([9, 9, 1, 2, 3, 4, 9]).subarray(2, 6), 'count')
    expect(made.ok && made.keys[0]).toBe(0x01020304)
  })

  it.each([
    [['a', ''], 'empty-id', 1],
    [['a', 'b', 'a'], 'duplicate-id', 2],
  ] as const)('refuse %j: %s in row %i', (ids, reason, row) => {
    expect(recordKeys(ids, hmac('s'), 'count')).toEqual({ ok: false, reason, row })
  })

  it('refuse a hash of fewer than four bytes', () => {
    expect(recordKeys(['a'], () => new Uint8Array(3), 'count')).toEqual({
      ok: false,
      reason: 'bad-hash',
      row: 0,
    })
  })
})
