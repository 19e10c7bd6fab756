import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BIRTH_GROUPS, findBirthGroup } from './birth-countries.ts'

const DATA = join(process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared'), 'data')

if (existsSync(DATA)) {
  describe('groups of countries of birth in real tables', () => {
    it('are known, all of them', () => {
      const [head = ''] = readFileSync(join(DATA, 'region_dalarna/matchning.csv'), 'utf8').split('\n')
      const named = [...head.matchAll(/"(födda i [^"]+)"/g)].map(([, name = '']) => name)
      expect(named.map((name) => findBirthGroup(name)?.code)).toEqual([
        'sweden',
        'nordic-or-eu',
        'africa',
        'asia',
        'rest-of-europe-americas-oceania',
      ])
      const column = (file: string, at: number) =>
        new Set(
          readFileSync(join(DATA, file), 'utf8')
            .trim()
            .split(/\r?\n/)
            .slice(1)
            .map((line) => [...line.matchAll(/"([^"]*)"/g)][at]?.[1] ?? ''),
        )
      const regions = [...column('region_dalarna/trang.csv', 2)].filter((name) => name !== 'totalt')
      expect(new Set(regions.map((name) => findBirthGroup(name)?.code))).toEqual(
        new Set(['africa', 'asia', 'europe-except-sweden', 'sweden', 'unknown', 'rest-of-world']),
      )
      const twoWay = column('scb_municipality_sex/SCB_inrikesvsutrikesfodda.csv', 3)
      expect([...twoWay].map((name) => findBirthGroup(name)?.code)).toEqual(['sweden', 'foreign-born'])
    })
  })
} else console.warn('The shared data is not here: groups of countries of birth are not held against it.')

describe('groups of countries of birth', () => {
  it('are found by their names in both languages, each by its own only', () => {
    for (const { code, name, aliases } of BIRTH_GROUPS)
      for (const text of [name.sv, name.en, ...aliases, ` född i ${name.sv}`, `Born in ${name.en}`])
        expect(findBirthGroup(text)?.code, text).toBe(code)
  })

  it('have parts that are groups, and totals are none of them', () => {
    const codes = new Set(BIRTH_GROUPS.map(({ code }) => code))
    expect(codes.size).toBe(BIRTH_GROUPS.length)
    for (const { parts } of BIRTH_GROUPS) expect(parts.filter((part) => !codes.has(part))).toEqual([])
    for (const text of ['', 'totalt', 'född i', 'constructor', '__proto__'])
      expect(findBirthGroup(text)).toBeNull()
  })
})
