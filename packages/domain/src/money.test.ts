import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOreFromNumber, detectNumberStyle, parseAmountOre } from './money.ts'

describe('parseAmountOre', () => {
  it.each([
    ['1 234 567,50', 'swedish', 123456750n],
    ['1\u00a0234\u00a0567', 'swedish', 123456700n],
    ['1\u202f234,5 kr', 'swedish', 123450n],
    ['1.234.567,50', 'swedish', 123456750n],
    ['SEK 1,234,567.50', 'english', 123456750n],
    ["1'000.05", 'english', 100005n],
    ['0', 'swedish', 0n],
    ['500 000:-', 'swedish', 50000000n],
  ] as const)('reads %s as %s', (text, style, amountOre) => {
    expect(parseAmountOre(text, style)).toEqual({ ok: true, amountOre })
  })

  it.each([
    ['', 'amount-empty'],
    ['kr', 'amount-empty'],
    ['-5', 'amount-negative'],
    ['−5', 'amount-negative'],
    ['1,234', 'amount-too-precise'],
    ['1,500', 'amount-too-precise'],
    ['12 34', 'amount-not-a-number'],
    ['1000 000,50', 'amount-not-a-number'],
    ['1.23', 'amount-not-a-number'],
    ['1e6', 'amount-not-a-number'],
    ['5 tkr', 'amount-not-a-number'],
    ['100000000000000', 'amount-too-large'],
    ['9'.repeat(5000), 'amount-too-large'],
  ] as const)('refuses %s with %s', (text, reason) => {
    expect(parseAmountOre(text, 'swedish')).toEqual({ ok: false, reason })
  })

  it('counts thousands of kronor exactly to the öre', () => {
    expect(parseAmountOre('1,23456', 'swedish', 'tkr')).toEqual({ ok: true, amountOre: 123456n })
    expect(parseAmountOre('1,234567', 'swedish', 'tkr')).toEqual({ ok: false, reason: 'amount-too-precise' })
  })

  it('reads back every amount that Swedish formatting writes', () => {
    const format = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2 })
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_000_000_000_000n }), (amountOre) => {
        const kronor = amountOre / 100n
        const text = `${format.format(kronor).split(',')[0]},${String(amountOre % 100n).padStart(2, '0')}`
        expect(parseAmountOre(text, 'swedish')).toEqual({ ok: true, amountOre })
      }),
      { seed: 1 },
    )
  })
})

describe('amountOreFromNumber', () => {
  it('takes numbers as spreadsheets show them', () => {
    expect(amountOreFromNumber(0.1 + 0.2)).toEqual({ ok: true, amountOre: 30n })
    expect(amountOreFromNumber(1234.5, 'tkr')).toEqual({ ok: true, amountOre: 123450000n })
  })

  it('refuses what is no amount', () => {
    expect(amountOreFromNumber(0.005)).toEqual({ ok: false, reason: 'amount-too-precise' })
    expect(amountOreFromNumber(-1)).toEqual({ ok: false, reason: 'amount-negative' })
    expect(amountOreFromNumber(Number.NaN)).toEqual({ ok: false, reason: 'amount-not-a-number' })
    expect(amountOreFromNumber(1e25)).toEqual({ ok: false, reason: 'amount-too-large' })
  })
})

describe('detectNumberStyle', () => {
  it.each([
    [['1,234', '2,50'], { ok: true, style: 'swedish' }],
    [['1,234', '1,234,567'], { ok: true, style: 'english' }],
    [['1.234', '1.234,00'], { ok: true, style: 'swedish' }],
    [['0,125'], { ok: true, style: 'swedish' }],
    [['100', '1 000'], { ok: true, style: 'swedish' }],
    [['100', '1,234'], { ok: false, reason: 'number-style-ambiguous', index: 1 }],
    [['100', '1.234'], { ok: false, reason: 'number-style-ambiguous', index: 1 }],
    [['1,5', 'okänt', '1.5'], { ok: false, reason: 'number-style-mixed', index: 2 }],
  ])('decides %j for the column', (texts, expected) => {
    expect(detectNumberStyle(texts)).toEqual(expected)
  })
})
