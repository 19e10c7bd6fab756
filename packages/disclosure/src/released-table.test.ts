import { describe, expect, it } from 'vitest'
import { assertReleased, makeReleasedTable } from './released-table.ts'

describe('ReleasedTable', () => {
  it('passes what the door made and nothing that looks like it', () => {
    const table = makeReleasedTable({ cells: [] })
    expect(() => assertReleased(table)).not.toThrow()
    expect(() => assertReleased({ ...table })).toThrow(TypeError)
    expect(() => assertReleased(JSON.parse(JSON.stringify(table)))).toThrow(TypeError)
    expect(() => assertReleased(null)).toThrow(TypeError)
    expect(Object.isFrozen(table.payload)).toBe(true)
  })
})
