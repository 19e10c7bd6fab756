import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import type { LedgerMapping } from '../model-money.ts'
import { comingIn, mayBeTwice, readOtherwise } from './held-entries.ts'
import { dateOf, type LedgerRow, readLedger, signedOre } from './ledger-rows.ts'
import { guessMeaning, namesOf, suggestMapping } from './suggest-mapping.ts'

const MAPPING: LedgerMapping = {
  kind: 'outcome',
  date: 'Datum',
  amount: 'Belopp',
  activity: 'Aktivitet',
  costType: '',
  financier: '',
  voucher: 'Ver',
  text: 'Text',
  turned: false,
  unit: 'kr',
  keepText: false,
  meanings: { activity: { '1.1': 'a', annat: '' }, costType: {}, financier: {} },
}
const row = (at: number, cells: Record<string, string | number | null>): LedgerRow => ({ row: at, cells })
const read = (rows: readonly LedgerRow[], mapping: Partial<LedgerMapping> = {}) =>
  readLedger(rows, { ...MAPPING, ...mapping }, 'swedish', (_, id) => id === 'a')

describe('rows of a ledger', () => {
  it('become entries or refusals with their place', () => {
    const { entries, refused } = read([
      row(2, {
        Datum: '2017-03-01',
        Belopp: '1 200,50',
        Aktivitet: '1.1',
        Text: 'Konsult Anna 19850101-1234',
      }),
      row(3, { Datum: '170302', Belopp: '-200', Aktivitet: 'annat' }),
      row(4, { Datum: '20170303', Belopp: 99.5, Aktivitet: null }),
      row(5, { Datum: '2017-02-30', Belopp: '1' }),
      row(6, { Datum: null, Belopp: '1 400' }),
      row(7, { Datum: '2017-03-04', Belopp: 'tolv' }),
    ])
    expect(entries.map(({ on, amountOre, activity, text }) => [on, amountOre, activity, text])).toEqual([
      ['2017-03-01', 120_050n, 'a', ''],
      ['2017-03-02', -20_000n, null, ''],
      ['2017-03-03', 9_950n, null, ''],
    ])
    expect(refused).toEqual([
      { row: 5, column: 'Datum', reason: 'not-a-date', value: '2017-02-30' },
      { row: 6, column: 'Datum', reason: 'date-missing' },
      { row: 7, column: 'Belopp', reason: 'amount-not-a-number', value: 'tolv' },
    ])
  })

  it('keep their words only when asked, and never an identity number', () => {
    const [entry] = read(
      [row(2, { Datum: '2017-03-01', Belopp: '1', Text: 'Firma 19850101-1236\u0007 lokal' })],
      {
        keepText: true,
      },
    ).entries
    expect(entry?.text).toContain('lokal')
    expect(entry?.text).not.toContain('1236')
    expect(entry?.text).not.toContain('\u0007')
  })

  it('alike on a day are two; the same file again gives the same rows', () => {
    const same = { Datum: '2017-03-01', Belopp: '10', Aktivitet: '1.1' }
    const first = read([row(2, same), row(3, same)]).entries
    expect(new Set(first.map(({ fingerprint }) => fingerprint)).size).toBe(2)
    const later = read([row(2, { ...same, Belopp: '5' }), row(3, same), row(4, same)]).entries
    expect(later.slice(1).map(({ fingerprint }) => fingerprint)).toEqual(
      first.map(({ fingerprint }) => fingerprint),
    )
  })

  it('with a voucher are known by it, their day and amount; without one by all that is written', () => {
    const as = (cells: object) => {
      const entries = read([
        row(2, { Datum: '2017-03-01', Belopp: '10', Aktivitet: '1.1', ...cells }),
      ]).entries
      return entries[0]?.fingerprint
    }
    expect(as({ Ver: 'A1', Aktivitet: 'Annat namn' })).toBe(as({ Ver: 'A1' }))
    expect(as({ Aktivitet: 'Annat namn' })).not.toBe(as({}))
    const others = [
      as({ Ver: 'A2' }),
      as({ Ver: 'A1', Belopp: '11' }),
      as({ Ver: 'A1', Datum: '2017-03-02' }),
    ]
    expect(new Set([as({ Ver: 'A1' }), as({}), ...others]).size).toBe(5)
    const split = read([
      row(2, { Datum: '2017-03-01', Belopp: '10', Ver: 'A1', Aktivitet: '1.1' }),
      row(3, { Datum: '2017-03-01', Belopp: '10', Ver: 'A1', Aktivitet: 'annat' }),
    ]).entries
    expect(new Set(split.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  })

  it('that may be there already under another name are told, and so are columns read otherwise', () => {
    const on = (day: string, ver: string) => row(2, { Datum: `2017-03-${day}`, Belopp: '10', Ver: ver })
    const held = read([on('01', 'A1'), on('05', 'A2')]).entries
    const coming = (...rows: LedgerRow[]) => comingIn('outcome', read(rows).entries, held, '2017-12-31')
    expect(mayBeTwice(coming(on('01', 'V-A1'), on('05', 'V-A2')))).toBe(true)
    expect(mayBeTwice(coming(on('01', 'A1'), on('03', 'A3'), on('05', 'A2')))).toBe(false)
    expect(mayBeTwice(coming(on('06', 'A3'), on('07', 'A4')))).toBe(false)
    expect(coming(on('01', 'A1'), on('09', 'A9'))).toMatchObject({ known: 1, fresh: 0, absent: 1 })
    expect(readOtherwise(MAPPING, { ...MAPPING, voucher: 'Nr', turned: true })).toEqual(['voucher', 'turned'])
    expect(readOtherwise(null, MAPPING)).toEqual([])
  })

  it('turn their sign where costs are negative', () => {
    const turned = read([row(2, { Datum: '2017-03-01', Belopp: '-10' })], { turned: true }).entries
    expect(turned[0]?.amountOre).toBe(1000n)
  })

  it('read nothing wrongly, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (date, amount) => {
        const { entries, refused } = read([row(2, { Datum: date, Belopp: amount })])
        expect(entries.length + refused.length).toBe(1)
        for (const { on } of entries) expect(on).toMatch(/^(19|20|21)\d\d-\d\d-\d\d$/)
      }),
      { seed: 1 },
    )
    expect(dateOf('1/3/2017')).toBe('2017-03-01')
    expect(dateOf('2017-13-01')).toBeNull()
    expect(signedOre('(1 200)', 'swedish', 'kr')).toEqual({ ok: true, amountOre: -120_000n })
    expect(signedOre('1200-', 'swedish', 'kr')).toEqual({ ok: true, amountOre: -120_000n })
    expect(signedOre(-0.1, 'swedish', 'kr')).toEqual({ ok: true, amountOre: -10n })
  })
})

it('columns and words are recognised, and only what one thing alone is called', () => {
  const headers = ['Ver', 'Bokföringsdatum', 'Konto', 'Aktivitetskod', 'Belopp', 'Text']
  expect(suggestMapping(headers, null)).toMatchObject({
    date: 'Bokföringsdatum',
    amount: 'Belopp',
    activity: 'Aktivitetskod',
    costType: 'Konto',
    voucher: 'Ver',
    text: 'Text',
    keepText: false,
  })
  expect(suggestMapping(['Datum', 'Min kolumn'], { ...MAPPING, amount: 'Min kolumn' }).amount).toBe(
    'Min kolumn',
  )
  const document = testDocument([
    testItem('priority', 'p', null),
    testItem('activity', 'a', 'p', { name: 'Webbkurs för chefer' }, 0),
    testItem('activity', 'b', 'p', { name: 'Verkstäder' }, 1),
    testItem('activity', 'c', 'p', { name: 'Verkstäder' }, 2),
  ])
  const names = namesOf(document, 'activity')
  const guess = (text: string) => guessMeaning(text, names)
  expect([guess('webbkurs för  CHEFER'), guess('1.1'), guess('1.2 Verkstäder'), guess('Webbkurs')]).toEqual([
    'a',
    'a',
    'b',
    'a',
  ])
  expect([guess('Verkstäder'), guess(''), guess('__proto__'), guess('We')]).toEqual(['', '', '', ''])
})
