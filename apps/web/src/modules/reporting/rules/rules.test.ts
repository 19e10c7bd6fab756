import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountText, decimalOf, decimalsOf } from './amount-text.ts'
import { columnWidths } from './column-widths.ts'
import { attachment, fileName } from './file-name.ts'
import { headingsInOrder } from './heading-levels.ts'
import { oneLine, plainText } from './plain-text.ts'
import { sheetNames } from './sheet-names.ts'

const any = fc.string({ maxLength: 300, unit: 'binary' })

describe('amounts', () => {
  it('are exact beyond what a float holds', () => {
    expect(amountText(900_719_925_474_099_301n, 'kr', 2, 'sv-SE')).toBe(
      '9\u00A0007\u00A0199\u00A0254\u00A0740\u00A0993,01',
    )
    expect(amountText(-15_050n, 'kr', 2, 'en-GB')).toBe('−150.50')
    expect(amountText(1_210_000_000n, 'tkr', 0, 'sv-SE')).toBe('12\u00A0100')
  })

  it('of a column are shown with the decimals that all of them need', () => {
    expect(decimalsOf([100n, 25_000n], 'kr')).toBe(0)
    expect(decimalsOf([100n, 25_010n], 'kr')).toBe(2)
    expect(decimalsOf([15_000_000n], 'tkr')).toBe(0)
    expect(decimalsOf([15_010_000n], 'tkr')).toBe(1)
    expect(decimalsOf([], 'kr')).toBe(0)
  })

  it('lose nothing as decimal numbers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (amount) => {
        const [whole = '', ore = ''] = decimalOf(amount, 'kr').replace('-', '').split('.')
        expect(BigInt(whole + ore)).toBe(amount < 0n ? -amount : amount)
      }),
      { seed: 1 },
    )
  })
})

it('headings begin at level 1 and go down one level at a time', () => {
  const next = headingsInOrder(true)
  const given = ([3, 3, 1, 2, 3, 2, 1] as const).map((level) => next({ level, text: '' }))
  expect(given.map(({ level, number }) => `${level} ${number}`)).toEqual([
    '1 1',
    '2 1.1',
    '1 2',
    '2 2.1',
    '3 2.1.1',
    '2 2.2',
    '1 3',
  ])
})

describe('columns', () => {
  const columns = (count: number, text: string) =>
    Array.from({ length: count }, () => ({ texts: [text], bold: ['Rubrik'], isFigures: true }))

  it('share the whole width, and wide tables ask for the long side', () => {
    expect(columnWidths(columns(4, '1\u00A0234')).room).toBe('page')
    expect(columnWidths(columns(11, '1\u00A0234\u00A0567')).room).toBe('wide')
    expect(columnWidths(columns(30, '1\u00A0234\u00A0567')).room).toBe('small')
    const texts = fc.record({
      texts: fc.array(any, { maxLength: 4 }),
      bold: fc.array(any, { maxLength: 2 }),
      isFigures: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 40 }), (given) => {
        const { widths } = columnWidths(given)
        expect(widths.every((width) => width > 0)).toBe(true)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1, 9)
      }),
      { seed: 1 },
    )
  })

  it('of words get what figures leave', () => {
    const [words = 0, figures = 0] = columnWidths([
      { texts: ['Könsuppdelad uppföljning av projektmedel'], bold: [''], isFigures: false },
      { texts: ['12\u00A0%'], bold: ['Andel'], isFigures: true },
    ]).widths
    expect(words).toBeGreaterThan(3 * figures)
  })
})

describe('names of files', () => {
  it('keep Swedish letters, and lose what a disk or a header takes amiss', () => {
    expect(fileName('Halvårsrapport 2026: Läget/"nu"')).toBe('Halvårsrapport 2026 Läget nu')
    expect(fileName('../../etc/passwd')).not.toMatch(/^\.|\//)
    expect(fileName('CON')).toBe('jamvikt')
    expect(attachment('Läget (1).pdf')).toBe(
      `attachment; filename="Laget (1).pdf"; filename*=UTF-8''L%C3%A4get%20%281%29.pdf`,
    )
  })

  it('make a header of one line whatever the title is', () => {
    fc.assert(
      fc.property(any, (title) => {
        const header = attachment(`${fileName(title)}.docx`)
        expect(header).toMatch(/^attachment; filename="[\x20-\x7E]+"; filename\*=UTF-8''[\w.!~%-]+$/)
        expect(header.split('"')).toHaveLength(3)
        new Headers({ 'Content-Disposition': header })
      }),
      { seed: 1 },
    )
  })
})

it('names of sheets fit a workbook and are all different', () => {
  expect(
    sheetNames(['Tabell 1', 'tabell 1', "'a/b?'", '', 'History', 'x'.repeat(40), 'x'.repeat(40)]),
  ).toEqual(['Tabell 1', 'tabell 1 2', 'a b', '1', 'History 2', 'x'.repeat(31), `${'x'.repeat(29)} 2`])
})

it('text keeps what can be read, and no more', () => {
  expect(plainText('a\u0000b\u202Ec\uFEFF\uD800\r\nd\te')).toBe('abc\uFFFD\nd\te')
  expect(oneLine(' a\n\n b\u2028c ')).toBe('a b c')
})
