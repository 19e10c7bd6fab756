import { describe, expect, it } from 'vitest'
import type { Program } from '../attack/linear-program.ts'
import { highsSolver } from './highs-solver.ts'

/** Three unknowns from 0 to 9, any two of them 1 at most together: fractions reach 1.5, whole numbers 1. */
const triangle: Program = {
  lower: new Float64Array(3),
  upper: new Float64Array(3).fill(9),
  starts: Int32Array.from([0, 2, 4, 6]),
  columns: Int32Array.from([0, 1, 1, 2, 0, 2]),
  rowLower: new Float64Array(3),
  rowUpper: new Float64Array(3).fill(1),
}
const sum = (point: Float64Array | null) => point?.reduce((total, x) => total + x, 0)

describe('HiGHS', () => {
  it('finds the least of a cost, in fractions and in whole numbers, again and again', async () => {
    const open = (await highsSolver()).open(triangle)
    const up = new Float64Array(3).fill(-1)
    expect(sum(open.least(up))).toBeCloseTo(1.5, 6)
    expect(sum(open.leastWhole(up))).toBeCloseTo(1, 6)
    expect(sum(open.least(up.map((x) => -x)))).toBeCloseTo(0, 6)
    expect(open.least(Float64Array.from([-1, 0, 0]))?.[0]).toBeCloseTo(1, 6)
    expect(sum(open.least(up))).toBeCloseTo(1.5, 6)
    open.close()
  })
  it('stops at a whole point that costs enough, and else goes on to the least', async () => {
    const open = (await highsSolver()).open({ ...triangle, rowUpper: new Float64Array(3).fill(8) })
    const up = new Float64Array(3).fill(-1)
    expect(sum(open.leastWhole(up, -4))).toBeGreaterThan(4 - 1e-6)
    expect(sum(open.leastWhole(up, -100))).toBeCloseTo(12, 6)
    expect(sum(open.leastWhole(up))).toBeCloseTo(12, 6)
    open.close()
  })
  it('finds some whole point', async () => {
    const open = (await highsSolver()).open(triangle)
    const point = open.someWhole(new Float64Array(3).fill(-1)) ?? new Float64Array([0.5])
    expect([...point].every((x) => Math.abs(x - Math.round(x)) < 1e-6)).toBe(true)
    expect(sum(point)).toBeLessThan(1 + 1e-6)
    open.close()
  })
  it('says when there is no point, or no whole one', async () => {
    const solver = await highsSolver()
    const none = solver.open({
      ...triangle,
      rowLower: new Float64Array(3).fill(20),
      rowUpper: new Float64Array(3).fill(21),
    })
    expect(none.least(new Float64Array(3))).toBeNull()
    none.close()
    const halves = solver.open({ ...triangle, rowLower: new Float64Array(3).fill(1) })
    expect(halves.least(new Float64Array(3))?.map((x) => Math.round(4 * x) / 4)).toEqual(
      Float64Array.from([0.5, 0.5, 0.5]),
    )
    expect(halves.leastWhole(new Float64Array(3))).toBeNull()
    expect(halves.someWhole(new Float64Array(3))).toBeNull()
    halves.close()
  })
  it('solves where nothing is known but bounds', async () => {
    const open = (await highsSolver()).open({
      ...triangle,
      starts: Int32Array.from([0]),
      columns: new Int32Array(),
      rowLower: new Float64Array(),
      rowUpper: new Float64Array(),
    })
    expect(sum(open.least(new Float64Array(3).fill(-1)))).toBe(27)
    expect(sum(open.leastWhole(new Float64Array(3).fill(-1)))).toBe(27)
    open.close()
  })
})
