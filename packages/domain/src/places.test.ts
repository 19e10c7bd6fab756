import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COUNTIES, findPlace, MUNICIPALITIES, placeOf } from './places.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../shared')
const LIST = join(SHARED, 'data/classifications/lkf2025.csv')

describe('places', () => {
  it('holds all counties and municipalities, each in a county', () => {
    expect(COUNTIES).toHaveLength(21)
    expect(MUNICIPALITIES).toHaveLength(290)
    const codes = new Set(COUNTIES.map((county) => county.code))
    expect(MUNICIPALITIES.filter((municipality) => !codes.has(municipality.countyCode))).toEqual([])
  })

  it('finds every place however its letters are made up, and without suggestions as well', () => {
    for (const { code, name } of MUNICIPALITIES) {
      expect(findPlace('municipality', `${name} kommun`.normalize('NFD'))).toEqual({ ok: true, code, name })
      expect(placeOf('municipality', name.normalize('NFD'))?.code).toBe(code)
    }
    expect(placeOf('municipality', 'Falum')).toBeNull()
    expect(placeOf('county', '__proto__')).toBeNull()
  })

  it('finds every place by its own name and code', () => {
    for (const { code, name } of MUNICIPALITIES) {
      expect(findPlace('municipality', name)).toEqual({ ok: true, code, name })
      expect(findPlace('municipality', code)).toEqual({ ok: true, code, name })
      expect(findPlace('municipality', `${name.toUpperCase()} kommun`)).toEqual({ ok: true, code, name })
      expect(findPlace('municipality', `${name}s kommun`)).toEqual({ ok: true, code, name })
    }
  })

  it.each([
    ['county', 'Dalarnas län', '20'],
    ['county', 'västra götalands LÄN', '14'],
    ['county', 'Region Jämtland Härjedalen', '23'],
    ['county', 'AC', '24'],
    ['county', '1', '01'],
    ['municipality', 'Falu kommun', '2080'],
    ['municipality', 'UpplandsVäsby', '0114'],
    ['municipality', 'Dals Ed', '1438'],
    ['municipality', 'Göteborgs Stad', '1480'],
    ['municipality', 'Habo', '0643'],
    ['municipality', 'Håbo', '0305'],
    ['municipality', '114', '0114'],
  ] as const)('finds the %s %s', (kind, text, code) => {
    expect(findPlace(kind, text)).toMatchObject({ ok: true, code })
  })

  it('refuses what it does not know and names what is near', () => {
    expect(findPlace('municipality', 'Stenungssund')).toEqual({
      ok: false,
      reason: 'place-unknown',
      suggestions: expect.arrayContaining(['Stenungsund']),
    })
    expect(findPlace('county', '')).toEqual({ ok: false, reason: 'place-unknown', suggestions: [] })
    expect(findPlace('county', '02')).toMatchObject({ ok: false })
  })
})

if (existsSync(LIST)) {
  it('agrees with the public list of Statistics Sweden', () => {
    const rows = readFileSync(LIST, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(','))
    const listed = rows.filter(([code = '']) => /^\d{4}$/.test(code))
    expect(listed.length).toBeGreaterThan(280)
    for (const [code = '', name] of listed) expect(findPlace('municipality', code)).toMatchObject({ name })
  })
} else console.warn(`not checked against ${LIST}: the folder is not there`)
