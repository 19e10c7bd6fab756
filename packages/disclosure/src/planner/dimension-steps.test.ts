import { describe, expect, it } from 'vitest'
import { type DimensionSpec, parseDimensions, tabulateColumns } from '../model/from-columns.ts'
import { baseOf } from './arrange.ts'
import { type Step, stepsOf } from './dimension-steps.ts'

/** The changes to the first of the dimensions, which is made of these columns. */
function stepsFor(dims: string, columns: Readonly<Record<string, readonly string[]>>): Step[] {
  const parsed = parseDimensions(dims)
  if (!parsed.ok) throw new Error(parsed.part)
  const specs: readonly DimensionSpec[] = parsed.specs
  const values = new Map(Object.entries(columns))
  const table = tabulateColumns(specs, values)
  if (!table.ok) throw new Error(table.reason)
  const [source] = baseOf(table, specs, values).sources
  return source === undefined ? [] : stepsOf(source)
}

const told = (steps: readonly Step[]) =>
  steps.map(({ change }) =>
    'merged' in change ? change.merged.map(({ codes }) => codes.join('|')) : change.kind,
  )
const repeated = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([code, count]) => Array<string>(count).fill(code))

describe('the changes of a dimension', () => {
  it('two values can only be left out', () => {
    expect(told(stepsFor('sex', { sex: ['K', 'M'] }))).toEqual(['leave-out'])
  })

  it('age groups by pairs and triples; a last single one joins the run before', () => {
    const age = ['5-14', '15-24', '25-34', '35-44', '45+']
    const steps = stepsFor('age', { age })
    expect(told(steps)).toEqual([
      'leave-out',
      ['5-14|15-24', '25-34|35-44|45+'],
      ['5-14|15-24|25-34', '35-44|45+'],
    ])
    expect(steps[1]?.coarse?.dimension.codes).toEqual(['5-24', '25+', 'Total'])
  })

  it('what is no age group stays by itself', () => {
    const age = ['0-9', '10-19', '20-29', '30-39', 'okänt']
    const [, pairs] = stepsFor('age', { age })
    expect(new Set(pairs?.coarse?.dimension.codes)).toEqual(new Set(['0-19', '20-39', 'okänt', 'Total']))
  })

  it('years by twos and threes, and all', () => {
    const steps = stepsFor('year', { year: ['2018', '2019', '2020', '2021'] })
    expect(told(steps)).toEqual(['pool-all-years', ['2018|2019', '2020|2021']])
  })

  it('every column that groups it, with what lies above', () => {
    const steps = stepsFor('town<part<county', {
      town: ['a', 'b', 'c', 'd'],
      part: ['n', 'n', 's', 'w'],
      county: ['X', 'X', 'X', 'Y'],
    })
    expect(steps.map(({ change }) => change)).toEqual([
      { kind: 'leave-out', column: 'town' },
      { kind: 'group', column: 'town', by: 'part' },
      { kind: 'group', column: 'town', by: 'county' },
    ])
    expect(steps[1]?.coarse).toMatchObject({
      spec: { column: 'part', chains: [['county']] },
      dimension: { name: 'part', codes: ['n', 's', 'w', 'X', 'Y', 'Total'], leaves: 3 },
    })
    expect([...(steps[1]?.coarse?.leafOf ?? [])]).toEqual([0, 0, 1, 2])
  })

  it('the smallest values as one, by the share of the records that they hold', () => {
    const industry = repeated({ A: 50, B: 25, C: 12, D: 6, E: 4, F: 3 })
    expect(told(stepsFor('industry', { industry }))).toEqual(['leave-out', ['E|F'], ['C|D|E|F']])
  })

  it('a grouping that merged values do not fit into falls away', () => {
    const steps = stepsFor('age<life', {
      age: ['0-9', '10-19', '20-29', '30-39', '40-49', '50-59'],
      life: ['young', 'young', 'young', 'old', 'old', 'old'],
    })
    const codes = steps.map(({ coarse }) => coarse?.dimension.codes.join(' '))
    expect(codes).toEqual([
      undefined,
      'old young Total',
      '0-19 20-39 40-59 Total',
      '0-29 30-59 young old Total',
    ])
  })
})
