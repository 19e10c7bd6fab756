import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkStatTable, readStatTable, type StatTable } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, dimension, tableOf } from './named-values.test-support.ts'
import { resolveCodes } from './resolve-codes.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../../../shared')

it('a very long list of names is read through', () => {
  const names = Array.from({ length: 60_000 }, (_, at) => `Byggverksamhet ${at}`)
  const { table, assumptions } = resolveCodes(
    tableOf([
      dimension('SNI 2007', 'classification', names),
      dimension('region', 'geo', ['Kristianstads län']),
    ]),
  )
  expect(codesOf(table)).toEqual(names)
  expect(assumptions).toHaveLength(1)
})

describe('any table', () => {
  const NAMES = [
    ...[
      'Tillverkning',
      'Byggverksamhet',
      'Utbildning',
      'P',
      '85',
      'F',
      '45',
      'F Byggverksamhet',
      'byggverksamhet',
    ],
    ...[
      '1917',
      '0331',
      'Heby',
      'Hebby',
      '11',
      '12',
      'Kristianstads län',
      'Kristianstad',
      'Malung',
      'Malung-Sälen',
    ],
    ...[
      'Kopparbergs län',
      'Dalarnas län',
      '20',
      'Riket',
      '00',
      'Officerare',
      '01',
      'officerare',
      '2023',
      'Chefsyrken',
    ],
    ...['__proto__', 'constructor', 'totalt', 'Sverige', 'Afrika', '16-24 år', '-', ' ', '(((', 'SNI 2007'],
  ]
  const value = fc.oneof(fc.constantFrom(...NAMES), fc.string({ minLength: 1, maxLength: 30 }))
  const arbitraryDimension = (id: string) =>
    fc.record({
      id: fc.constantFrom(id, `${id} SNI 2007`, `${id} yrke`),
      role: fc.constantFrom('geo' as const, 'classification' as const),
      values: fc.uniqueArray(fc.tuple(value, fc.option(value)), {
        minLength: 1,
        maxLength: 12,
        selector: ([code]) => code,
      }),
    })

  it('keeps its figures, texts and number of values, holds together, and is not changed when read again', () => {
    fc.assert(
      fc.property(arbitraryDimension('a'), arbitraryDimension('b'), (...drawn) => {
        const given = tableOf(
          drawn.map(({ id, role, values }) =>
            dimension(
              id,
              role,
              values.map(([code, name]) => [code, name ?? code]),
            ),
          ),
        )
        expect(checkStatTable(given)).toBeNull()
        const { table, assumptions } = resolveCodes(given)
        expect(checkStatTable(table)).toBeNull()
        expect(table.values).toBe(given.values)
        expect(table.states).toBe(given.states)
        const labels = (each: StatTable) =>
          each.dimensions.map(({ categories }) => categories.map(({ label }) => label))
        expect(labels(table)).toEqual(labels(given))
        const told = new Set(
          assumptions.filter(({ to }) => to !== '').map(({ dimension: id, to }) => `${id} ${to}`),
        )
        for (const [d, { id, categories }] of table.dimensions.entries())
          for (const [at, { code }] of categories.entries())
            if (code !== given.dimensions[d]?.categories[at]?.code) expect(told).toContain(`${id} ${code}`)
        expect(codesOf(resolveCodes(table).table)).toEqual(codesOf(table))
      }),
      { seed: 1, numRuns: 400 },
    )
  })
})

if (existsSync(join(SHARED, 'data/scb_municipality_sex'))) {
  it('dimensions of a real table are recognised', async () => {
    const file = join(SHARED, 'data/scb_municipality_sex/SCB_inrikesvsutrikesfodda.csv')
    const read = await readStatTable(readFileSync(file), { name: 'SCB_inrikesvsutrikesfodda.csv' })
    expect(read.ok).toBe(true)
    if (!read.ok) return
    const { table, recognised, assumptions } = resolveCodes(read.table)
    expect(assumptions.filter(({ to }) => to === '')).toEqual([])
    expect(codesOf(table)?.every((code) => /^\d{4}$/.test(code))).toBe(true)
    expect(Object.fromEntries(recognised.map(({ dimension: id, list }) => [id, list]))).toMatchObject({
      region: 'places',
      födelseregion: 'birth-countries',
      ålder: 'age-groups',
      kön: 'sex',
    })
    expect(table.values).toBe(read.table.values)
  })
} else console.warn('The shared data is not here: no real table is resolved.')
