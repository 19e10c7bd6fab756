import { describe, expect, it } from 'vitest'
import { firstUnequal, innerCells } from '../model/cube.ts'
import { type MicroColumn, microCube } from '../testing/shared-microdata.ts'
import { roundCube } from './round-cube.ts'

const THREE: readonly MicroColumn[] = ['municipality', 'sex', 'industry']

function roundedMicro(columns: readonly MicroColumn[], base: number, seed: number) {
  const micro = microCube('micro_100k.csv', columns)
  if (micro === null) return null
  const made = roundCube(micro.cube, micro.values, { base, seed })
  if (!made.ok) throw new Error(made.reason)
  return { ...micro, ...made, counts: micro.values, values: made.values }
}

describe('rounding of 100,000 persons', () => {
  it.each([3, 5])('over three dimensions puts all 3,402 cells next to theirs, base %i', (base) => {
    const made = roundedMicro(THREE, base, 1)
    if (made === null) return
    expect(made.counts.length).toBe(3_402)
    expect(firstUnequal(made.cube, made.values)).toBeNull()
    expect(made.allNext).toBe(true)
  })

  it.each([3, 5])(
    'over four leaves few of 6,286 margins further off, and the grand total next, base %i',
    (base) => {
      const made = roundedMicro(['municipality', 'sex', 'background', 'industry'], base, 1)
      if (made === null) return
      expect(firstUnequal(made.cube, made.values)).toBeNull()
      const beyond = made.shiftByLevel.map(({ beyondNext }) => beyondNext)
      expect(beyond[0]).toBe(0)
      expect(beyond.reduce((sum, n) => sum + n, 0)).toBeLessThan(40)
      expect(made.largestShift).toBeLessThan(2 * base)
      expect(Math.abs((made.values.at(-1) ?? 0) - 100_000)).toBeLessThan(base)
    },
  )

  it.each([3, 5])('hardly leans: the mean shift of inner cells of one rest is near 0, base %i', (base) => {
    const sums = new Float64Array(base)
    const cells = new Float64Array(base)
    for (let seed = 1; seed <= 5; seed++) {
      const made = roundedMicro(THREE, base, seed)
      if (made === null) return
      for (const [cell, inner] of innerCells(made.cube).entries()) {
        if (inner === 0) continue
        const count = made.counts[cell] ?? 0
        sums[count % base] = (sums[count % base] ?? 0) + (made.values[cell] ?? 0) - count
        cells[count % base] = (cells[count % base] ?? 0) + 1
      }
    }
    for (const [rest, sum] of sums.entries())
      expect(Math.abs(sum / (cells[rest] ?? 1))).toBeLessThan(base / 20)
  })
})
