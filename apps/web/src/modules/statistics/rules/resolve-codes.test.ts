import { describe, expect, it } from 'vitest'
import { codesOf, dimension, tableOf } from './named-values.test-support.ts'
import { resolveCodes } from './resolve-codes.ts'

const resolved = (...given: Parameters<typeof dimension>) => resolveCodes(tableOf([dimension(...given)]))

describe('industries', () => {
  const NAMES = ['Tillverkning', 'Byggverksamhet', 'Utbildning', 'Totalt']

  it('are given the codes of the edition that the table names', () => {
    const now = resolveCodes(
      tableOf([dimension('bransch', 'classification', NAMES)], 'Chefer efter SNI 2007'),
    )
    expect(codesOf(now.table)).toEqual(['C', 'F', 'P', 'Totalt'])
    expect(now.recognised).toEqual([{ dimension: 'bransch', list: 'sni2007' }])
    expect(now.assumptions.map(({ reason }) => reason)).toEqual([
      'name-of-code',
      'name-of-code',
      'name-of-code',
    ])
    const before = resolveCodes(tableOf([dimension('SNI2002', 'classification', NAMES)]))
    expect(codesOf(before.table)).toEqual(['D', 'F', 'M', 'Totalt'])
  })

  it('are left alone where names fit two editions under different codes', () => {
    const { table, assumptions } = resolved('bransch', 'classification', NAMES)
    expect(codesOf(table)).toEqual(NAMES)
    expect(assumptions).toEqual([
      {
        dimension: 'bransch',
        from: 'bransch',
        to: '',
        label: 'SNI 2002, SNI 2007',
        reason: 'version-unclear',
      },
    ])
  })

  it('tell their edition by names that only one has, and the reader is told', () => {
    const { table, assumptions } = resolved('bransch', 'classification', [
      'Transport och magasinering',
      'Informations- och kommunikationsverksamhet',
      'Byggverksamhet',
    ])
    expect(codesOf(table)).toEqual(['H', 'J', 'F'])
    expect(assumptions[0]).toMatchObject({ to: 'sni2007', label: 'SNI 2007', reason: 'version-by-fit' })
  })

  it('are not interpreted from codes alone, since the same codes mean other things in other editions', () => {
    const { assumptions, recognised } = resolved('näringsgren', 'classification', ['45', '72', '85'])
    expect(assumptions).toHaveLength(1)
    expect(assumptions[0]?.reason).toBe('version-unclear')
    expect(recognised).toHaveLength(1)
    const stated = resolved('näringsgren SNI 2007', 'classification', ['45', '72', '85'])
    expect(stated.assumptions).toEqual([])
    expect(resolved('näringsgren SNI 2025', 'classification', ['45', '72', '85']).recognised).toEqual([
      { dimension: 'näringsgren SNI 2025', list: 'sni2025' },
    ])
  })

  it('of an edition whose codes are not held are left alone', () => {
    expect(resolved('näringsgren SNI92', 'classification', NAMES).recognised).toEqual([])
    expect(resolved('näringsgren SNI92', 'classification', ['45', '72']).recognised).toEqual([])
  })

  it('are read from a code before the name', () => {
    const { table } = resolved('bransch, SNI 2007', 'classification', [
      'C Tillverkning',
      '62 – Dataprogrammering',
      'P Utbildning',
      '85 Utbildning',
    ])
    expect(codesOf(table)).toEqual(['C', '62 – Dataprogrammering', 'P', '85'])
  })

  it('that a name misspells keep their name, with the name that may be meant', () => {
    const { table, assumptions } = resolved('SNI 2007', 'classification', [
      'Tillverkning',
      'Byggverksamhet',
      'Utbildnng',
    ])
    expect(codesOf(table)).toEqual(['C', 'F', 'Utbildnng'])
    expect(assumptions.at(-1)).toEqual({
      dimension: 'SNI 2007',
      from: 'Utbildnng',
      to: '',
      label: 'Utbildning',
      reason: 'misspelt',
    })
  })
})

describe('occupations and education', () => {
  it('are given their codes by name, on the level that most are of', () => {
    expect(
      codesOf(resolved('yrke', 'classification', ['Chefsyrken', 'Militära yrken', 'Officerare']).table),
    ).toEqual(['1', '0', '01'])
    const { table, recognised, assumptions } = resolved('nivå', 'classification', [
      'Forskarutbildning',
      'Gymnasial utbildning',
      'samtliga',
    ])
    expect(codesOf(table)).toEqual(['6', '3', 'samtliga'])
    expect(recognised).toEqual([{ dimension: 'nivå', list: 'sun2020-niva' }])
    expect(assumptions[0]).toMatchObject({ label: 'SUN 2020', reason: 'version-by-fit' })
  })

  it('are not taken for the list where a grouping of its own shares some of the names', () => {
    const { recognised } = resolved('utbildningsnivå', 'classification', [
      'förgymnasial utbildning kortare än 9 år',
      'gymnasial utbildning, högst 2 år',
      'gymnasial utbildning, 3 år',
      'eftergymnasial utbildning, mindre än 3 år',
      'forskarutbildning',
    ])
    expect(recognised).toEqual([])
  })

  it('keep the codes that their producer has given them', () => {
    const given = tableOf([
      dimension('yrke', 'classification', [
        ['X1', 'Chefsyrken'],
        ['X2', 'Militära yrken'],
      ]),
    ])
    expect(resolveCodes(given).table).toBe(given)
  })
})

describe('places', () => {
  it('of before get the code of today where the area is the same, and it is listed', () => {
    const { table, assumptions } = resolved('region', 'geo', [
      ['1917', 'Heby'],
      ['1507', 'Färgelanda'],
      ['2080', 'Falun'],
    ])
    expect(codesOf(table)).toEqual(['0331', '1439', '2080'])
    expect(assumptions.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['1917 Heby', '0331', 'old-code'],
      ['1507 Färgelanda', '1439', 'old-code'],
    ])
    expect(codesOf(resolved('region', 'geo', ['Kopparbergs län', 'Gävleborgs län']).table)).toEqual([
      '20',
      '21',
    ])
  })

  it('of before keep theirs where they were merged or divided, or where the place of today is there too', () => {
    const merged = resolved('region', 'geo', [
      'Kristianstads län',
      'Malmöhus län',
      'Hallands län',
      'Dalarnas län',
    ])
    expect(codesOf(merged.table)).toEqual(['Kristianstads län', 'Malmöhus län', '13', '20'])
    expect(merged.assumptions.filter(({ reason }) => reason === 'old-code')).toEqual([
      { dimension: 'region', from: 'Kristianstads län', to: '', label: 'Skåne', reason: 'old-code' },
      { dimension: 'region', from: 'Malmöhus län', to: '', label: 'Skåne', reason: 'old-code' },
    ])
    const kept = resolved('region', 'geo', [
      ['12', 'Malmöhus län'],
      ['20', 'Kopparbergs län'],
      ['21', 'Gävleborgs län'],
    ])
    expect(codesOf(kept.table)).toEqual(['12', '20', '21'])
    expect(kept.assumptions.map(({ from, to, label }) => [from, to, label])).toEqual([
      ['12 Malmöhus län', '', 'Skåne'],
    ])
    const both = resolved('region', 'geo', [
      ['1917', 'Heby'],
      ['0331', 'Heby'],
    ])
    expect(codesOf(both.table)).toEqual(['1917', '0331'])
    expect(both.assumptions).toHaveLength(1)
  })

  it('that a name misspells keep their name, with the name that may be meant', () => {
    const { table, assumptions } = resolved('kommun', 'geo', ['Falun', 'Borlänge', 'Ludvka'])
    expect(codesOf(table)).toEqual(['2080', '2081', 'Ludvka'])
    expect(assumptions.at(-1)).toMatchObject({ from: 'Ludvka', to: '', label: 'Ludvika', reason: 'misspelt' })
  })

  it('keep their parts and totals under the new codes', () => {
    const region = dimension('region', 'geo', ['Riket', 'Falun', ['1917', 'Heby']])
    const given = tableOf([
      { ...region, children: { Riket: ['Falun', '1917'] }, elimination: { total: 'Riket' } },
    ])
    const { table } = resolveCodes(given)
    expect(table.dimensions[0]).toMatchObject({
      children: { '00': ['2080', '0331'] },
      elimination: { total: '00' },
    })
  })
})

it('sex, ages and countries of birth are recognised and left as they are', () => {
  const given = tableOf([
    dimension('kön', 'classification', ['kvinnor', 'män']),
    dimension('ålder', 'classification', ['16-24 år', '25+ år', 'totalt']),
    dimension('grupp', 'classification', ['födda i Sverige', 'födda i Afrika', 'totalt']),
    dimension('år', 'time', ['2019', '2020']),
  ])
  const { table, assumptions, recognised } = resolveCodes(given)
  expect(table).toBe(given)
  expect(assumptions).toEqual([])
  expect(recognised.map(({ list }) => list)).toEqual(['sex', 'age-groups', 'birth-countries'])
})

it('what looks like ages or countries of birth and is neither is not taken for it', () => {
  const other = tableOf([
    dimension('vistelsetid', 'classification', ['0-1 år', '2-3 år']),
    dimension('medborgarskap', 'classification', ['Sverige', 'Afrika']),
    dimension('yrke', 'classification', ['1', '2', '3']),
    dimension('utbildningsnivå', 'classification', ['1', '2', '3']),
  ])
  expect(resolveCodes(other).recognised).toEqual([])
})
