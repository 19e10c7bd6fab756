import { describe, expect, it } from 'vitest'
import { codesOf, dimension, tableOf } from './named-values.test-support.ts'
import { resolveCodes } from './resolve-codes.ts'

const read = (id: string, values: readonly string[], role: 'geo' | 'classification' = 'geo') => {
  const { table, assumptions } = resolveCodes(tableOf([dimension(id, role, values)]))
  return { codes: codesOf(table), told: assumptions, role: table.dimensions[0]?.role }
}

describe('names that are those of counties and of municipalities', () => {
  const NAMES = ['Stockholm', 'Uppsala', 'Jönköping', 'Kalmar', 'Örebro', 'Gotland']
  const COUNTY_CODES = ['01', '03', '06', '08', '18', '09']
  const MUNICIPALITY_CODES = ['0180', '0380', '0680', '0880', '1880', '0980']

  it.each(['län', 'Län', 'länskod', 'county', 'boendelän, län', 'region'])('are counties in “%s”', (id) => {
    const { codes, told } = read(id, NAMES)
    expect(codes).toEqual(COUNTY_CODES)
    expect(told[0]).toEqual({ dimension: id, from: id, to: 'county', label: '', reason: 'place-level' })
  })

  it.each(['kommun', 'municipality', 'kommunnamn'])('are municipalities in “%s”', (id) => {
    const { codes, told } = read(id, NAMES)
    expect(codes).toEqual(MUNICIPALITY_CODES)
    expect(told[0]).toMatchObject({ to: 'municipality', reason: 'place-level' })
  })

  it('are nothing where nothing tells, and the reader is told to choose', () => {
    const { codes, told } = read('plats', [...NAMES, 'Riket'])
    expect(codes).toEqual([...NAMES, 'Riket'])
    expect(told).toEqual([
      { dimension: 'plats', from: 'plats', to: '', label: NAMES.join(', '), reason: 'level-unclear' },
    ])
  })

  it('are told apart by the others that stand with them', () => {
    expect(read('plats', [...NAMES, 'Falun']).codes).toEqual([...MUNICIPALITY_CODES, '2080'])
    expect(read('plats', [...NAMES, 'Skåne']).codes).toEqual([...COUNTY_CODES, '12'])
    expect(read('region', ['Örebro län', 'Örebro', 'Kumla', 'Hallsberg']).codes).toEqual([
      '18',
      '1880',
      '1881',
      '1861',
    ])
  })
})

describe('places', () => {
  it('whose nought or name has been left out are told as what they are', () => {
    expect(read('kommun', ['114', '1480']).told).toEqual([
      { dimension: 'kommun', from: '114', to: '0114', label: 'Upplands Väsby', reason: 'lost-zero' },
    ])
    expect(read('län', ['AB', 'C']).told.map(({ to, reason }) => [to, reason])).toEqual([
      ['01', 'county-letter'],
      ['03', 'county-letter'],
    ])
  })

  it('are known by their names where the column is called something else', () => {
    const { codes, role } = read('område', ['Falun', 'Borlänge', 'Mora', 'Bortom'], 'classification')
    expect([codes, role]).toEqual([['2080', '2081', '2062', 'Bortom'], 'geo'])
    expect(read('namn', ['Falun', 'Anna', 'Bo', 'Cia'], 'classification').role).toBe('classification')
  })

  it('that are unknown are listed wherever places are meant', () => {
    const { told } = read('ort', ['Svedala by', 'Grycksbo', 'Falun'])
    expect(told).toEqual([
      {
        dimension: 'ort',
        from: 'ort',
        to: '',
        label: 'Svedala by, Grycksbo, Falun',
        reason: 'places-unknown',
      },
    ])
    expect(read('kommun', ['Falun', 'Bortom', 'Ingenstans']).told.map(({ from }) => from)).toContain('Bortom')
  })
})
