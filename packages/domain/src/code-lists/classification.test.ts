import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CLASSIFICATION_IDS,
  type ClassificationId,
  childrenOf,
  classification,
  entriesNamed,
  entryOf,
  findByName,
  levelOf,
  parentOf,
} from './classification.ts'

const LISTS = join(
  process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared'),
  'data/classifications',
)

/** Rows of a list of two columns, the second in quotes where it holds a comma. */
function listed(file: string): (readonly [string, string])[] {
  const [, ...lines] = readFileSync(join(LISTS, file), 'utf8').trim().split(/\r?\n/)
  return lines.map((line) => {
    const at = line.indexOf(',')
    const name = line.slice(at + 1).replace(/^"(.*)"$/, '$1')
    return [line.slice(0, at), name.replaceAll('""', '"')] as const
  })
}

const held = (id: ClassificationId) =>
  classification(id).entries.map(({ code, name }): readonly [string, string] => [code, name.sv])

if (existsSync(LISTS)) {
  describe('the lists of Statistics Sweden', () => {
    for (const id of ['sni2007', 'sun2020-niva', 'sun2020-inriktning', 'sun2020-grupp'] as const)
      it(`are held code by code and name by name: ${id}`, () => {
        expect(new Map(held(id))).toEqual(new Map(listed(`${id}.csv`)))
      })

    it('are held without the notes that stand behind five names of SNI 2002', () => {
      const theirs = listed('sni2002.csv').map(([code, name]) => [code, name.split('|')[0]?.trim()] as const)
      expect(new Map(held('sni2002'))).toEqual(new Map(theirs))
    })

    it('are held with the zeros that the armed forces have lost in SSYK 2012', () => {
      const lost = ['110', '210', '310']
      const theirs = listed('ssyk2012.csv').filter(([code]) => !lost.includes(code))
      const ours = held('ssyk2012').filter(([code]) => !/^0./.test(code))
      expect(new Map(ours)).toEqual(new Map(theirs))
      expect(entriesNamed('ssyk2012', 'Officerare').map(({ code }) => code)).toEqual(['01', '011', '0110'])
    })

    it('are held for places, with Munkfors', () => {
      const theirs = listed('lkf2026.csv').filter(([code]) => code.length <= 4)
      const ours = new Map(held('places'))
      expect(theirs.filter(([code, name]) => ours.get(code) !== name)).toEqual([])
      const known = new Set(theirs.map(([code]) => code))
      expect([...ours.keys()].filter((code) => !known.has(code)).sort()).toEqual(['00', '1762'])
    })
  })
} else console.warn('The lists of classifications are not here: codes and names are not held against them.')

describe('a code list', () => {
  it('carries dates and a source in every edition', () => {
    for (const id of CLASSIFICATION_IDS) {
      const { validFrom, validTo, source, levels } = classification(id)
      expect(validFrom).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(validTo === null || validTo > validFrom).toBe(true)
      expect(source).not.toBe('')
      expect(levels.length).toBeGreaterThan(0)
    }
  })

  it('knows an edition whose codes are not held, and says so', () => {
    expect(entryOf('sni2025', 'A')).toEqual({ ok: false, reason: 'version-without-entries' })
    expect(findByName('sni2025', 'Utbildning')).toEqual({ ok: false, reason: 'version-without-entries' })
    expect(childrenOf('sni2025', null)).toEqual([])
  })

  it('gives one code the meaning of its edition', () => {
    const name = (id: ClassificationId) => {
      const found = entryOf(id, '72')
      return found.ok ? found.entry.name.sv : ''
    }
    expect(name('sni2007')).toBe('Vetenskaplig forskning och utveckling')
    expect(name('sni2002')).toMatch(/^Databehandlingsverksamhet/)
  })

  it('is climbed from the finest code to the section', () => {
    const path = (id: ClassificationId, code: string): string[] => {
      const parent = parentOf(id, code)
      return parent === null ? [code] : [code, ...path(id, parent.code)]
    }
    expect(path('sni2007', '62010')).toEqual(['62010', '6201', '620', '62', 'J'])
    expect(path('sni2002', '72220')).toEqual(['72220', '7222', '722', '72', 'KA', 'K'])
    expect(path('ssyk2012', '0110')).toEqual(['0110', '011', '01', '0'])
    expect(path('places', '2080')).toEqual(['2080', '20', '00'])
    expect(path('birth-countries', 'asia')).toEqual(['asia', 'foreign-born'])
    expect(levelOf('sni2002', 'DA')?.name.en).toBe('Subsection')
    expect(levelOf('sni2002', '15')?.name.en).toBe('Division')
  })

  it('finds names however they are written, and names like a misspelt one', () => {
    const found = findByName('sni2007', ' HOTELL och  restaurangverksamhet')
    expect(found.ok && found.entries.map(({ code }) => code)).toEqual(['I'])
    expect(findByName('sni2007', 'Construction').ok).toBe(true)
    expect(findByName('ssyk2012', 'Oficerare')).toEqual({
      ok: false,
      reason: 'name-unknown',
      suggestions: expect.arrayContaining(['Officerare']),
    })
  })

  it('has each code once, and each child among the children of its parent', () => {
    for (const id of CLASSIFICATION_IDS) {
      const { entries, levels } = classification(id)
      expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
      for (const { code, parent, level, name } of entries) {
        const { length } = levels[level] ?? { length: -1 }
        expect(length === null || length === code.length, `${id} ${code}`).toBe(true)
        expect(name.sv, `${id} ${code}`).not.toBe('')
        expect(childrenOf(id, parent).map((child) => child.code)).toContain(code)
        const above = parentOf(id, code)
        expect(above === null || above.level < level, `${id} ${code}`).toBe(true)
      }
    }
  })

  it('gives every division of SNI a section', () => {
    for (const id of ['sni2002', 'sni2007'] as const)
      expect(childrenOf(id, null).every(({ code }) => /^[A-U]$/.test(code))).toBe(true)
  })

  it('answers any text without throwing, and words of JavaScript as unknown', () => {
    for (const code of ['__proto__', 'constructor', 'toString', ''])
      expect(entryOf('sni2007', code)).toEqual({ ok: false, reason: 'code-unknown' })
    const ids = fc.constantFrom(...CLASSIFICATION_IDS)
    fc.assert(
      fc.property(ids, fc.string({ unit: 'grapheme', maxLength: 200 }), (id, text) => {
        const found = findByName(id, text)
        expect(found.ok ? found.entries.length > 0 : found.reason !== undefined).toBe(true)
        expect(parentOf(id, text) === null || entryOf(id, text).ok).toBe(true)
      }),
      { seed: 1, numRuns: 60 },
    )
  })
})
