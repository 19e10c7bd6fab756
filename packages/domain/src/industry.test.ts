import { describe, expect, it } from 'vitest'
import { findIndustry, industryName2007 } from './industry.ts'

describe('findIndustry', () => {
  it.each([
    ['C', 'C', null],
    ['c - Tillverkning', 'C', null],
    ['62.010', 'J', '62'],
    ['62010', 'J', '62'],
    ['01.110', 'A', '01'],
    ['1', 'A', '01'],
    ['47 Detaljhandel', 'G', '47'],
    ['Byggverksamhet', 'F', null],
  ])('reads %s in SNI 2007', (text, section, division) => {
    expect(findIndustry(text, 'SNI2007')).toEqual({ ok: true, version: 'SNI2007', section, division })
  })

  it('gives the same division another section in SNI 2025', () => {
    expect(findIndustry('62', 'SNI2025')).toMatchObject({ section: 'K' })
    expect(findIndustry('85', 'SNI2025')).toMatchObject({ section: 'Q' })
    expect(findIndustry('45', 'SNI2025')).toMatchObject({ ok: false, reason: 'industry-unknown' })
    expect(findIndustry('V', 'SNI2007')).toMatchObject({ ok: false })
  })

  it('refuses a code without its edition', () => {
    expect(findIndustry('62', undefined)).toEqual({ ok: false, reason: 'industry-version-missing' })
  })

  it('refuses what is no code and suggests a name', () => {
    expect(findIndustry('Byggverksamet', 'SNI2007')).toMatchObject({
      suggestions: expect.arrayContaining(['Byggverksamhet']),
    })
    expect(findIndustry('04', 'SNI2007')).toMatchObject({ ok: false, reason: 'industry-unknown' })
    expect(findIndustry('620100', 'SNI2007')).toMatchObject({ ok: false })
    expect(findIndustry('', 'SNI2007')).toMatchObject({ ok: false })
  })

  it('names sections and divisions in both languages', () => {
    expect(industryName2007('F')).toEqual({ sv: 'Byggverksamhet', en: 'Construction' })
    expect(industryName2007('04')).toBeUndefined()
  })
})
