import { describe, expect, it } from 'vitest'
import { openTable } from '../open-table.ts'
import { STATE } from '../stat/cell-state.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { cellsOf, sizesOf, stridesOf } from '../stat/stat-table.ts'
import { type FlatOptions, readFlat } from './read-flat.ts'

async function read(text: string, options?: FlatOptions) {
  const open = await openTable(Buffer.from(text), { name: 'x.csv', preamble: true })
  return open.ok ? readFlat(open, options) : open
}

async function tableOf(text: string): Promise<StatTable> {
  const found = await read(text)
  if (!found.ok) throw new Error(JSON.stringify(found))
  return found.table
}

const shapeOf = (table: StatTable) =>
  table.dimensions.map(({ id, role, categories }) => [id, role, categories.map(({ code }) => code)])

function at(table: StatTable, ...codes: string[]) {
  const strides = stridesOf(sizesOf(table))
  const cell = codes.reduce((sum, code, d) => {
    const place = table.dimensions[d]?.categories.findIndex((category) => category.code === code) ?? -1
    return sum + place * (strides[d] ?? 1)
  }, 0)
  return { value: table.values[cell], state: table.states[cell] }
}

describe('rows as a statistical table', () => {
  it('takes a column whose header is a year, with an X before it or not, as time', async () => {
    const table = await tableOf('region;kön;X2018;2019\nFalun;kvinnor;1;3\nFalun;män;2;4\n')
    expect(shapeOf(table)).toEqual([
      ['region', 'geo', ['Falun']],
      ['kön', 'classification', ['kvinnor', 'män']],
      ['tid', 'time', ['2018', '2019']],
    ])
    expect([...table.values]).toEqual([1, 3, 2, 4])
    expect(table.dimensions[2]?.timeUnit).toBe('year')
  })

  it('keeps what its one column of figures is called, unless it only says that there are figures', async () => {
    expect((await tableOf('kön;Månadslön\nkvinnor;31000\nmän;34000\n')).contents).toEqual({ sv: 'Månadslön' })
    for (const header of ['value', 'Värde', 'OBS_VALUE', '2019', 'X2019'])
      expect((await tableOf(`kön;${header}\nkvinnor;1\nmän;2\n`)).contents, header).toBeUndefined()
    expect((await tableOf('kön;lön;inkomst\nkvinnor;1;2\nmän;2;3\n')).contents).toBeUndefined()
  })

  it('refuses a whole number that would become another', async () => {
    for (const figure of ['9007199254740993', '-9 007 199 254 740 993', '9007199254740993,0'])
      expect(await read(`ort;value\na;${figure}\n`)).toMatchObject({
        ok: false,
        reason: 'number-too-large',
        line: 2,
        keyword: 'value',
      })
    expect([...(await tableOf('ort;value\na;9007199254740992\n')).values]).toEqual([2 ** 53])
  })

  it('parts headers of contents and year into both', async () => {
    const table = await tableOf('region,Folkmängd 2018,Folkmängd 2019,Folkökning 2018\nFalun,5,6,1\n')
    expect(shapeOf(table).slice(1)).toEqual([
      ['measure', 'metric', ['Folkmängd', 'Folkökning']],
      ['tid', 'time', ['2018', '2019']],
    ])
    expect(at(table, 'Falun', 'Folkmängd', '2019')).toEqual({ value: 6, state: STATE.value })
    expect(at(table, 'Falun', 'Folkökning', '2018')).toEqual({ value: 1, state: STATE.value })
    expect(at(table, 'Falun', 'Folkökning', '2019').state).toBe(STATE.unavailable)
  })

  it('passes over a title, keeps what stands under the rows as notes, and reads signs', async () => {
    const table = await tableOf(
      '"Inkomst efter region"\n\n"region","kön","2018"\n"20 Dalarnas län","kvinnor",..\n"20 Dalarnas län","män",-\n"21 Gävleborgs län","män","1 234,5"\n"Källa: egen"\n',
    )
    expect(table.title).toEqual({ sv: 'Inkomst efter region' })
    expect(table.notes?.map(({ text }) => text.sv)).toEqual(['Källa: egen'])
    expect(table.dimensions[0]?.categories.map(({ code, label }) => [code, label.sv])).toEqual([
      ['20', 'Dalarnas län'],
      ['21', 'Gävleborgs län'],
    ])
    expect(at(table, '20', 'kvinnor', '2018').state).toBe(STATE.unavailable)
    expect(at(table, '20', 'män', '2018')).toEqual({ value: 0, state: STATE.nil })
    expect(at(table, '21', 'män', '2018')).toEqual({ value: 1234.5, state: STATE.value })
    expect(at(table, '21', 'kvinnor', '2018').state).toBe(STATE.unavailable)
    expect(table.measure).toEqual({ decimals: 1 })
  })

  it('tells why a figure is missing from a column of signs', async () => {
    const table = await tableOf('kön;value;status\nkvinnor;;...\nmän;5;\nokänt;;.....\n')
    expect([...table.states]).toEqual([STATE.withheld, STATE.value, STATE.declined])
    expect([...table.values]).toEqual([Number.NaN, 5, Number.NaN])
  })

  it('takes a column of names beside its codes as their texts, and leaves row numbers out', async () => {
    const table = await tableOf(
      ';regionkod;region;kön;Andel\n1;0114;Upplands Väsby;K;0.5\n2;0115;Vallentuna;K;0.25\n',
    )
    expect(table.dimensions.map(({ id, label }) => [id, label.sv])).toEqual([
      ['regionkod', 'region'],
      ['kön', 'kön'],
    ])
    expect(table.dimensions[0]?.categories.map(({ code, label }) => [code, label.sv])).toEqual([
      ['0114', 'Upplands Väsby'],
      ['0115', 'Vallentuna'],
    ])
  })

  it('puts periods in order of time, and sums nothing', async () => {
    const table = await tableOf('år;kön;Antal\n2020;K;1\n2018;K;2\n2019;M;3\n')
    expect(shapeOf(table)[0]).toEqual(['år', 'time', ['2018', '2019', '2020']])
    expect(at(table, '2018', 'K').value).toBe(2)
    expect(table.values.length).toBe(cellsOf([3, 2]))
  })

  it.each([
    [
      'the same codes twice',
      'kön;2019\nK;1\nM;2\nK;3\n',
      { reason: 'duplicate-key', line: 4, firstLine: 2, detail: 'K' },
    ],
    [
      'a text among figures',
      `kön;2019\n${Array.from({ length: 20 }, (_, i) => `K${i};${i === 1 ? 'många' : 1}\n`).join('')}`,
      { reason: 'value-unreadable', line: 3, keyword: '2019', detail: 'många' },
    ],
    [
      'a code that is missing',
      'region;kön;2019\nFalun;K;1\n;M;2\n',
      { reason: 'empty-code', line: 3, keyword: 'region' },
    ],
    ['no figures at all', 'kön;region\nK;Falun\n', { reason: 'column-missing', detail: 'kön, region' }],
    [
      'a note between rows',
      'kön;region;2019\nK;Falun;1\nNot\nM;Falun;2\n',
      { reason: 'empty-code', line: 3, detail: 'Not' },
    ],
    ['a web page', '<html><body>nej</body></html>', { reason: 'html-file' }],
  ])('refuses %s, and says where', async (_, text, refusal) => {
    expect(await read(text)).toEqual({ ok: false, ...refusal })
  })

  it('refuses a cube that its rows are too few for, before it is made', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `a${i};b${i};c${i};1`).join('\n')
    const found = await read(`a;b;c;value\n${rows}`, { limits: { cells: 10_000 } })
    expect(found).toEqual({ ok: false, reason: 'too-many-cells', detail: '216000 > 10000' })
  })

  it('takes all columns of figures as measures, and figures beside a value as none', async () => {
    const wide = await tableOf('region;kön;år;antal;medellön\nFalun;K;2020;5;31000\nFalun;M;2020;6;35000\n')
    expect(shapeOf(wide).at(-1)).toEqual(['measure', 'metric', ['antal', 'medellön']])
    expect([...wide.values]).toEqual([5, 31_000, 6, 35_000])
    const beside = await tableOf('kpi;kön;value;count\nN1;K;1.5;10\nN1;M;2.5;12\n')
    expect(beside.dimensions.map(({ id }) => id)).toEqual(['kpi', 'kön'])
    expect([...beside.values]).toEqual([1.5, 2.5])
  })

  it('takes codes that are names of what every object has', async () => {
    const table = await tableOf('kön;value\n__proto__;1\nconstructor;2\n')
    expect(at(table, 'constructor').value).toBe(2)
  })
})
