import { describe, expect, it } from 'vitest'
import { openTable } from '../open-table.ts'
import { readBase } from './read-base.ts'

async function base(text: string, name = 'bas.csv') {
  const table = await openTable(Buffer.from(text), { name })
  if (!table.ok) throw new Error(table.reason)
  return readBase(table)
}

describe('a base table', () => {
  it('is read by its Swedish headers into the labels that cases have', async () => {
    const text =
      'Kön;Bransch;Kommun;Bakgrund;Antal\nKvinnor;C;Umeå;Inrikes född;1 200\nMän;Byggverksamhet;2482;Utrikes född;0\n'
    expect(await base(text)).toEqual({
      ok: true,
      dimensions: ['sex', 'industry', 'municipality', 'background'],
      cells: [
        { by: { sex: 'women', industry: 'C', municipality: '2480', background: 'native' }, count: 1200 },
        { by: { sex: 'men', industry: 'F', municipality: '2482', background: 'foreignBorn' }, count: 0 },
      ],
      totalRows: 0,
      ignoredColumns: [],
    })
  })

  it('is read by its English headers, as JSON too', async () => {
    const rows = [
      { gender: 'female', county: 'AC', 'age group': '20-29', firms: 3 },
      { gender: 'unknown', county: '24 Västerbottens län', 'age group': '', firms: 4 },
    ]
    expect(await base(JSON.stringify(rows), 'bas.json')).toMatchObject({
      cells: [
        { by: { sex: 'women', county: '24', age: '20-29' }, count: 3 },
        { by: { sex: 'noAnswer', county: '24', age: 'noAnswer' }, count: 4 },
      ],
    })
  })

  it('leaves out totals and counts them', async () => {
    const text =
      'kön;ålder;antal\nmän;20-29;5\nmän;totalt;9\nmän;30-39;4\nbåda könen;20-29;7\nkvinnor;20-29;2\n'
    expect(await base(text)).toMatchObject({
      totalRows: 2,
      cells: [{ count: 5 }, { count: 4 }, { by: { sex: 'women', age: '20-29' }, count: 2 }],
    })
  })

  it('leaves out a dimension whose every label is a total', async () => {
    expect(await base('kön;ålder;antal\nmän;totalt;9\nkvinnor;totalt;7\n')).toMatchObject({
      dimensions: ['sex'],
      totalRows: 0,
      cells: [{ by: { sex: 'men' }, count: 9 }, { count: 7 }],
    })
  })

  it('adds finer industry codes up to sections', async () => {
    const text = 'kön;SNI;antal\nman;10;5\nman;11;6\nkvinna;10;1\nman;Uppgift saknas;2\n'
    expect(await base(text)).toMatchObject({
      cells: [
        { by: { sex: 'men', industry: 'C' }, count: 11 },
        { by: { sex: 'women', industry: 'C' }, count: 1 },
        { by: { sex: 'men', industry: 'noAnswer' }, count: 2 },
      ],
    })
  })

  it('keeps industries of its own words as written, all of them', async () => {
    expect(await base('kön;bransch;antal\nman;Gröna näringar;5\nman;C;6\n')).toMatchObject({
      cells: [{ by: { industry: 'Gröna näringar' } }, { by: { industry: 'C' } }],
    })
  })

  it('takes a code and its name beside each other, and passes over columns that say nothing', async () => {
    const text = '"";År;Kön;Kommunkod;Kommun;SNI;Bransch;Antal\n1;2024;K;2480;Umeå;F;Byggverksamhet;5\n'
    expect(await base(text)).toMatchObject({
      dimensions: ['sex', 'municipality', 'industry'],
      cells: [{ by: { sex: 'women', municipality: '2480', industry: 'F' }, count: 5 }],
      ignoredColumns: ['kolumn 1', 'År'],
    })
  })

  it.each([
    ['bransch;antal\nC;5\n', { reason: 'no-sex' }],
    ['kön;antal\ntotalt;5\n', { reason: 'no-sex' }],
    ['kön;bransch\nman;C\n', { reason: 'no-count' }],
    ['kön;antal företag;antal anställda\nman;5;6\n', { reason: 'several-counts', column: 'antal anställda' }],
    ['kön;år;antal\nman;2023;5\nman;2024;6\n', { reason: 'unknown-column', column: 'år' }],
    ['kön;kommun;kommunnamn;antal\nman;2480;Skellefteå;5\n', { reason: 'columns-disagree', row: 2 }],
    ['kön;antal\n', { reason: 'no-rows' }],
    ['kön;antal\nman\n', { reason: 'bad-row', row: 2 }],
    ['kön;antal\nman;5,5\n', { reason: 'bad-count', row: 2, column: 'antal', value: '5,5' }],
    ['kön;antal\nman;-5\n', { reason: 'bad-count', value: '-5' }],
    ['kön;antal\nman;5\nkvinna;\n', { reason: 'bad-count', row: 3 }],
    ['kön;antal\n1;5\n', { reason: 'bad-sex', row: 2, value: '1' }],
    ['kön;kommun;antal\nman;Umåe;5\n', { reason: 'bad-place', row: 2, column: 'kommun', value: 'Umåe' }],
    ['kön;SNI;antal\nman;C;5\nman;10;4\n', { reason: 'industry-levels-mixed', value: '10' }],
    ['kön;antal\nman;5\nMän;4\n', { reason: 'duplicate', row: 3, value: 'men' }],
  ])('is refused with its place: %#', async (text, refusal) => {
    expect(await base(text)).toMatchObject({ ok: false, ...refusal })
  })

  it('is refused where a number may have lost its leading zero', async () => {
    const text = JSON.stringify([{ kön: 'man', sni: 1110, antal: 4 }])
    expect(await base(text, 'bas.json')).toMatchObject({ reason: 'industry-code-ambiguous', value: '1110' })
  })
})
