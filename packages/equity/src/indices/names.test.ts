import { describe, expect, it } from 'vitest'
import { gapCorrectedIndex } from './gap-corrected-metric.ts'
import { meanRankIndex } from './mean-rank-index.ts'
import type { MetricDefinition } from './metric-definition.ts'

const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty']
const own = <T>(name: string, value: T): Readonly<Record<string, T>> => Object.fromEntries([[name, value]])

describe('names that all objects know', () => {
  it.each(NAMES)('%s is a name like any other of ranks', (id) => {
    const definition = {
      id: 'i',
      version: '1',
      minimumShare: 1,
      indicators: [{ id, kind: 'level' as const }],
    }
    const result = meanRankIndex(definition, [
      { unit: 'a', values: own(id, { level: 2 }) },
      { unit: 'b', values: own(id, { level: 1 }) },
      { unit: 'c', values: {} },
    ])
    if (!result.ok) throw new Error(result.reason)
    expect(result.units.map(({ index, missing }) => [index, missing])).toEqual([
      [2.75, []],
      [1.25, []],
      [null, [id]],
    ])
    expect(Object.entries(result.units[0]?.ranks ?? {})).toEqual([[id, 2.75]])
    expect(Object.getPrototypeOf(result.units[0]?.ranks)).toBe(Object.prototype)
  })
  it.each(NAMES)('%s is a name like any other of scores', (id) => {
    const definition: MetricDefinition = {
      id: 'i',
      version: '1',
      minimumShare: 1,
      domains: [{ id, weight: 1, subdomains: [{ id, indicators: [{ id, correction: 'none' }] }] }],
    }
    const result = gapCorrectedIndex(definition, [
      { unit: 'a', values: own(id, { women: 1, men: 1 }) },
      { unit: 'b', values: {} },
    ])
    if (!result.ok) throw new Error(result.reason)
    expect(result.units[0]?.index).toBeCloseTo(100, 12)
    expect(result.units[1]).toMatchObject({ index: null, missing: [id] })
    expect(Object.keys(result.units[0]?.domains[0]?.subdomains[0]?.indicators ?? {})).toEqual([id])
  })
})

describe('weights of domains', () => {
  const indexOf = (first: number, second: number) => {
    const indicator = (id: string) => ({ id, correction: 'none' as const })
    const definition: MetricDefinition = {
      id: 'i',
      version: '1',
      minimumShare: 1,
      domains: [
        { id: 'x', weight: first, subdomains: [{ id: 'x', indicators: [indicator('x')] }] },
        { id: 'y', weight: second, subdomains: [{ id: 'y', indicators: [indicator('y')] }] },
      ],
    }
    const values = { x: { women: 1, men: 3 }, y: { women: 2, men: 3 } }
    const result = gapCorrectedIndex(definition, [{ unit: 'a', values }])
    if (!result.ok) throw new Error(result.reason)
    return result.units[0]?.index ?? Number.NaN
  }
  it('matter only in proportion, also where their sum cannot be written', () => {
    const even = indexOf(1, 1)
    expect(even).toBeCloseTo(Math.sqrt(50.5 * 80.2), 10)
    expect(indexOf(1e308, 1e308)).toBeCloseTo(even, 10)
    expect(indexOf(1e-320, 1e-320)).toBeCloseTo(even, 10)
  })
})
