import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTable } from '../open-table.ts'
import type { FlatShape, NumberSigns } from './flat-shape.ts'
import { readFigure } from './read-figure.ts'
import { readFlat } from './read-flat.ts'
import { renewShape } from './renew-shape.ts'

const read = async (figures: readonly string[], numbers?: NumberSigns) => {
  const text = `ort;value\n${figures.map((figure, at) => `o${at};"${figure}"`).join('\n')}\n`
  const open = await openTable(Buffer.from(text), { name: 'x.csv' })
  const shape: FlatShape = {
    dimensions: [{ column: 'ort', role: 'geo' }],
    values: ['value'],
    across: [],
    status: null,
    ...(numbers === undefined ? {} : { numbers }),
  }
  const found = open.ok ? await readFlat(open, { shape }) : open
  return found.ok ? [...found.table.values] : found
}

describe('figures whose sign may part thousands or decimals', () => {
  it.each([[['1.234']], [['1,234', '56']], [['1.234', '12,5']], [['−12.345', '0,5']]])(
    '%j are asked about, with the line',
    async (figures) => {
      expect(await read(figures)).toMatchObject({ ok: false, reason: 'number-ambiguous', line: 2 })
    },
  )

  it.each([
    [
      ['1.234', '12.5'],
      [1.234, 12.5],
    ],
    [
      ['1.234', '0.123'],
      [1.234, 0.123],
    ],
    [
      ['1,234', '1234,567'],
      [1.234, 1234.567],
    ],
    [
      ['1 234', '5'],
      [1234, 5],
    ],
  ])('%j tell by themselves', async (figures, values) => {
    expect(await read(figures)).toEqual(values)
  })

  it('are read as is said, and nothing else is', async () => {
    expect(await read(['1.234', '1.234.567,5', '1 000'], { decimal: ',', thousands: '.' })).toEqual([
      1234, 1_234_567.5, 1000,
    ])
    expect(await read(['1.234', '5'], { decimal: '.', thousands: '' })).toEqual([1.234, 5])
    expect(await read(["1'234.5"], { decimal: '.', thousands: "'" })).toEqual([1234.5])
    expect(await read(['1.5'], { decimal: ',', thousands: '' })).toMatchObject({ reason: 'value-unreadable' })
    expect(await read(['12.34'], { decimal: ',', thousands: '.' })).toMatchObject({
      reason: 'value-unreadable',
    })
  })

  it('of any size come back as they were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom<NumberSigns>(
          { decimal: ',', thousands: '.' },
          { decimal: '.', thousands: ',' },
          { decimal: '.', thousands: "'" },
          { decimal: ',', thousands: '' },
        ),
        (whole, hundredths, signs) => {
          const grouped = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, signs.thousands)
          const text = `${whole < 0 ? '-' : ''}${grouped}${signs.decimal}${String(hundredths).padStart(2, '0')}`
          const expected = Number(`${whole}.${String(hundredths).padStart(2, '0')}`)
          expect(readFigure(text, signs)?.value).toBe(expected)
        },
      ),
      { seed: 1 },
    )
  })
})

describe('the header of a list', () => {
  it('stands where it is said to, with what is over it kept', async () => {
    const text = 'Tabell;1\nOm;något;annat\nort;value\nFalun;5\n'
    const open = await openTable(Buffer.from(text), { name: 'x.csv', headerRow: 3 })
    if (!open.ok) throw new Error(open.reason)
    expect([open.headers, open.preamble]).toEqual([
      ['ort', 'value'],
      ['Tabell 1', 'Om något annat'],
    ])
    const found = await readFlat(open)
    expect(found.ok && found.table.title).toEqual({ sv: 'Tabell 1' })
    expect(await openTable(Buffer.from(text), { name: 'x.csv', headerRow: 99 })).toMatchObject({
      ok: false,
      reason: 'no-header',
    })
  })
})

describe('a shape of an earlier file', () => {
  const shape: FlatShape = {
    dimensions: [{ column: 'ort', role: 'geo' }],
    values: ['X2022', 'X2023'],
    across: [{ id: 'tid', role: 'time', codes: ['2022', '2023'] }],
    status: null,
  }
  it('takes periods that have come, leaves those that have gone and those that were left out', () => {
    const renewed = renewShape(shape, ['ort', 'X2021', 'X2023', 'X2024', 'anm'])
    expect([renewed.values, renewed.across[0]?.codes]).toEqual([
      ['X2023', 'X2024'],
      ['2023', '2024'],
    ])
    expect(renewShape(shape, ['ort', 'antal'])).toBe(shape)
  })
})

describe('figures with a per cent sign', () => {
  const table = async (text: string) => {
    const open = await openTable(Buffer.from(text), { name: 'x.csv' })
    return open.ok ? readFlat(open) : open
  }

  it('are figures in per cent, whatever stands before the sign', async () => {
    const found = await table('ort;andel\nA;"12,5 %"\nB;7%\nC;..\nD;"100\u00a0%"\n')
    expect(found).toMatchObject({ ok: true, table: { measure: { decimals: 1, unit: { sv: '%' } } } })
    expect(found.ok && [...found.table.values]).toEqual([12.5, 7, Number.NaN, 100])
  })

  it('are not mixed with figures of another kind', async () => {
    const shape = {
      dimensions: [{ column: 'ort', role: 'geo' as const }],
      values: ['andel'],
      across: [],
      status: null,
    }
    const open = await openTable(Buffer.from('ort;andel\nA;0.5\nB;7%\n'), { name: 'x.csv' })
    expect(open.ok && (await readFlat(open, { shape }))).toMatchObject({
      reason: 'value-unreadable',
      line: 3,
    })
  })

  it('give a unit to their own column alone', async () => {
    const found = await table('ort;antal;andel\nA;3;"12,5 %"\nB;4;"7 %"\n')
    const measure = found.ok ? found.table.dimensions.find(({ role }) => role === 'metric') : undefined
    expect(measure?.categories.map(({ code, measure: told }) => [code, told?.unit?.sv])).toEqual([
      ['antal', undefined],
      ['andel', '%'],
    ])
  })

  it('are no figures where no number stands before the sign', async () => {
    for (const text of ['%', 'a%', '5%%', '5 % '.repeat(2)]) expect(readFigure(text)).toBeNull()
  })
})
