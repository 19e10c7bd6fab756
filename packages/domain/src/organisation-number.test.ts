import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOrganisationNumber } from './organisation-number.ts'
import { containsPersonalNumber, luhnHolds, maskPersonalNumbers } from './personal-number.ts'

const hash = (digits: string) => `#${[...digits].reduce((sum, digit) => sum * 7 + Number(digit), 1)}`
const withCheckDigit = (nine: string): string =>
  [...'0123456789'].map((digit) => nine + digit).find(luhnHolds) ?? ''

describe('readOrganisationNumber', () => {
  it.each(['2120001355', '212000-1355', '162120001355', '16212000-1355', ' 212000 1355 '])(
    'reads %s as an organisation',
    (text) => {
      expect(readOrganisationNumber(text, hash)).toEqual({
        ok: true,
        kind: 'organisation',
        organisationNumber: '212000-1355',
      })
    },
  )

  it('hashes a sole trader alike however the number is written', () => {
    const person = withCheckDigit('010203123')
    const forms = [
      person,
      `${person.slice(0, 6)}-${person.slice(6)}`,
      `${person.slice(0, 6)}+${person.slice(6)}`,
      `20${person}`,
      `20${person.slice(0, 6)}-${person.slice(6)}`,
      person.replace(/^0/, ''),
    ]
    for (const form of forms) {
      expect(readOrganisationNumber(form, hash)).toEqual({
        ok: true,
        kind: 'soleTrader',
        personalKey: hash(person),
      })
    }
  })

  it('knows a coordination number as a person', () => {
    expect(readOrganisationNumber(withCheckDigit('850161123'), hash)).toMatchObject({ kind: 'soleTrader' })
  })

  it.each([
    ['2120001356', 'organisation-number-checksum'],
    ['abc', 'organisation-number-malformed'],
    ['', 'organisation-number-malformed'],
    ['0020001355', 'organisation-number-malformed'],
    ['12345678901', 'organisation-number-malformed'],
  ])('refuses %s without repeating it', (text, reason) => {
    expect(readOrganisationNumber(text, hash)).toEqual({ ok: false, reason })
  })
})

const personalNumber = fc
  .record({
    year: fc.integer({ min: 1930, max: 2009 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    coordination: fc.boolean(),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ year, month, day, coordination, serial }) => {
    const two = (value: number) => String(value).padStart(2, '0')
    const nine =
      two(year % 100) + two(month) + two(coordination ? day + 60 : day) + String(serial).padStart(3, '0')
    return { century: String(year).slice(0, 2), ten: withCheckDigit(nine) }
  })

describe('maskPersonalNumbers', () => {
  it('lets no personal number through, however written', () => {
    const mark = fc.constantFrom('', '-', '+', ' ', ' - ', '–', '.')
    fc.assert(
      fc.property(personalNumber, mark, fc.boolean(), fc.string(), ({ century, ten }, sign, long, around) => {
        const number = `${long ? century : ''}${ten.slice(0, 6)}${sign}${ten.slice(6)}`
        const masked = maskPersonalNumbers(`${around} ${number} AB`)
        expect(masked.replace(/\D/g, '')).not.toContain(ten)
        expect(masked).not.toContain(number)
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  it('masks a mistyped check digit and a number whose zeros a spreadsheet dropped', () => {
    expect(maskPersonalNumbers('850101-1234')).toBe('••••••-••••')
    expect(maskPersonalNumbers(withCheckDigit('010203123').replace(/^0/, ''))).toBe('••••••-••••')
  })

  it('leaves organisation numbers, amounts, dates and case ids readable', () => {
    for (const text of ['212000-1355', '1 234 567,50', '2016-10-14', '20200940', 'RUN 2023-00512']) {
      expect(maskPersonalNumbers(text)).toBe(text)
    }
  })

  it('holds a number for personal only with a right check digit', () => {
    expect(containsPersonalNumber(`dnr ${withCheckDigit('850101123')}`)).toBe(true)
    expect(containsPersonalNumber('2020-00512')).toBe(false)
  })
})
