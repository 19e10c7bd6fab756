import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvTokenizer } from './csv-tokenizer.ts'
import { TableRefusedError } from './table.ts'

function tokenize(pieces: readonly string[], delimiter = ';', maxCell = 1000): string[][] {
  const tokenizer = new CsvTokenizer(delimiter, maxCell)
  return [...pieces.flatMap((piece) => tokenizer.push(piece)), ...tokenizer.end()]
}

function refusalOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
  }
  return undefined
}

describe('CsvTokenizer', () => {
  it('reads back any table that is written with quotes, cut anywhere, whatever the line end', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', '"', ';', '\n', '\r', ' ', '=') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.nat(60), (rows, lineEnd, cut) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';') + lineEnd)
          .join('')
        expect(tokenize([text.slice(0, cut), text.slice(cut)])).toEqual(rows)
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('gives the same records however the text is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r') })
    fc.assert(
      fc.property(text, (content) => {
        const whole = refusalOf(() => tokenize([content])) ?? tokenize([content])
        const cut = refusalOf(() => tokenize([...content])) ?? tokenize([...content])
        expect(cut).toEqual(whole)
      }),
      { seed: 4, numRuns: 1000 },
    )
  })

  it('keeps empty cells, empty lines and a quote inside a plain cell', () => {
    expect(tokenize(['a;;b"c\n\n;x'])).toEqual([['a', '', 'b"c'], [''], ['', 'x']])
  })

  it.each([
    ['a;b\n"Firma" AB;1\n', 'malformed-quote', 2],
    ['a;b\n1;2\n"x;3\n', 'unterminated-quote', 3],
    [`a;b\n1;${'x'.repeat(1001)}\n`, 'cell-too-long', 2],
    [`a;b\n1;"${'x'.repeat(5000)}`, 'cell-too-long', 2],
  ])('refuses a broken text by its record: %#', (text, reason, row) => {
    expect(refusalOf(() => tokenize([text]))).toEqual({ ok: false, reason, row })
  })
})
