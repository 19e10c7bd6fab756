import { describe, expect, it } from 'vitest'
import { keptReport, reportSchema } from '../model-report.ts'
import { ReportBuilder } from './builder.ts'
import type { LaidBlock, LaidTable } from './laid-out.ts'
import { layOut } from './lay-out.ts'
import { sheetsOf } from './sheets.ts'
import { sampleReport } from './testing/sample-report.ts'

const facts = { title: 'T', region: 'R', language: 'sv', date: '2026-08-15', synthetic: true } as const
const builder = () => new ReportBuilder(facts)
const tableOf = (blocks: readonly LaidBlock[], at = 0): LaidTable => {
  const found = blocks.filter((block) => block.kind === 'table')[at]
  if (found === undefined) throw new Error('no table')
  return found
}
const textsOf = ({ rows }: LaidTable) =>
  rows.map(({ cells }) => cells.map(({ text }) => text.replaceAll('\u00A0', ' ')))

describe('a report that is kept', () => {
  it.each(['sv', 'en'] as const)('is read back equal (%s)', (language) => {
    const report = sampleReport(language)
    const kept: unknown = JSON.parse(keptReport(report))
    expect(reportSchema.parse(kept)).toEqual(report)
  })

  it('takes no drawing that runs, refers elsewhere or is none', () => {
    const figure = (inside: string) =>
      builder().figure({
        svg: `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`,
        width: 1,
        height: 1,
        caption: '',
        alt: 'a',
        source: { producer: 'p', version: null, date: null },
      })
    expect(() => figure('<text>url(x) &lt;script</text>').report()).toThrow()
    expect(() => figure('<rect fill="url(#h)"/>').report()).not.toThrow()
    for (const inside of [
      '<script>1</script>',
      '<image href="file:///etc/passwd"/>',
      '<use href="#a"/>',
      '<foreignObject/>',
    ])
      expect(() => figure(inside).report()).toThrow()
  })

  it('takes no table with rows of unlike length', () => {
    const table = (cells: number) => ({
      caption: '',
      head: [[{ text: 'a' }, { text: 'b' }]],
      rows: [{ cells: Array.from({ length: cells }, () => ({ type: 'number' as const, value: 1 })) }],
    })
    expect(() => builder().table(table(2)).report()).not.toThrow()
    expect(() => builder().table(table(3)).report()).toThrow('rows-of-unlike-length')
  })
})

describe('a laid out report', () => {
  it('writes figures in its language, money exactly, and says why there is none', () => {
    const cells = [
      { type: 'money', amountOre: 123_450n },
      { type: 'money', amountOre: 100_000_000n },
      { type: 'number', value: -1234.5, decimals: 1 },
      { type: 'number', value: -0.01, decimals: 1 },
      { type: 'percent', share: 0.1484 },
      { type: 'missing', kind: 'unknown' },
      { type: 'missing', kind: 'declined' },
      { type: 'number', value: 0 },
      { type: 'date', date: '2026-06-30' },
    ] as const
    const said = (language: 'sv' | 'en') =>
      textsOf(
        tableOf(
          layOut(
            new ReportBuilder({ ...facts, language })
              .table({
                caption: '',
                head: [[{ text: '' }]],
                headerColumns: 0,
                rows: cells.map((cell) => ({ cells: [cell] })),
              })
              .report(),
          ).blocks,
        ),
      ).flat()
    expect(said('sv')).toEqual([
      '1 234,50 kr',
      '1 000 000,00 kr',
      '−1 234,5',
      '0,0',
      '14,8 %',
      'okänt',
      'ville inte svara',
      '0',
      '30 juni 2026',
    ])
    expect(said('en').slice(0, 5)).toEqual(['1,234.50 kr', '1,000,000.00 kr', '−1,234.5', '0.0', '14.8 %'])
  })

  it('says the status of an activity in words, and never a sum that is not known', () => {
    const { blocks } = layOut(sampleReport('sv'))
    const rows = textsOf(tableOf(blocks))
    expect(rows[0]?.[0]).toBe('Ledning och styrning')
    expect(rows[1]).toEqual([
      'Webbutbildning med dialoger 1',
      'Enheten för tillväxt',
      '✓ Klar',
      '1 feb. 2026 – 31 okt. 2027',
      '127 492 kr',
      '61 000,50 kr',
      '48 %',
    ])
    const stopped = rows.find(([, , status]) => status === '■ Hindrad')
    expect(stopped?.slice(4)).toEqual(['157 492 kr', 'okänt', 'okänt'])
    const told = blocks.filter((block) => block.kind === 'callout').find(({ mark }) => mark === '■ Hindrad')
    expect(told?.passages.flatMap(({ lines }) => lines.flat().map(({ text }) => text))).toContain(
      'Upphandlingen drog ut på tiden.',
    )
  })

  it('asks for a comment that is required, leaves out one that is not, and tells who answered', () => {
    const comment = (required: boolean, answer: string) =>
      layOut(
        builder()
          .comment({ about: 'Varför?', required, answer, answeredBy: 'Strategen', answeredOn: '2026-08-10' })
          .report(),
      ).blocks
    expect(comment(false, ' ')).toEqual([])
    expect(comment(true, '')).toMatchObject([{ tone: 'watch', mark: '▲ Att bevaka' }])
    expect(JSON.stringify(comment(true, 'Svar'))).toContain(
      'Strategen, 10\u00A0aug. 2026'.replace(' 2026', '\u00A02026'),
    )
  })

  it('numbers tables and figures in their order, and headings where asked', () => {
    const { blocks } = layOut(sampleReport('en'))
    expect(blocks.filter((block) => block.kind === 'table').map(({ label }) => label)).toEqual([
      'Table 1',
      'Table 2',
      'Table 3',
      'Table 4',
    ])
    expect(blocks.filter((block) => block.kind === 'heading').map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '3.1',
      '3.2',
      '4',
    ])
    expect(layOut(builder().heading(3, 'A').report()).blocks).toEqual([
      { kind: 'heading', level: 1, number: '', text: 'A' },
    ])
  })

  it('lays paper across for wide tables, with the heading before them', () => {
    const sheets = sheetsOf(layOut(sampleReport('sv')).blocks)
    expect(sheets.map(({ isLying }) => isLying)).toEqual([false, true, false])
    expect(sheets[1]?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'table'])
    expect(sheets[0]?.blocks.at(-1)?.kind).toBe('table')
  })
})
