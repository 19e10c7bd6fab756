import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STATE } from '../stat/cell-state.ts'
import { checkStatTable } from '../stat/check-table.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { readCodeList } from './read-code-list.ts'
import { readPx } from './read-px.ts'
import { writePx } from './write-px.ts'

const FOLDER = join(
  process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared'),
  'data/px',
)

async function tableOf(path: string): Promise<StatTable> {
  const read = await readPx(join(FOLDER, path))
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read)}`)
  return read.table
}

if (!existsSync(FOLDER)) {
  console.warn(`The PX files are not at ${FOLDER}; tests on them are passed over.`)
  it('PX files of statistics offices are not at hand', () => {
    expect(existsSync(FOLDER)).toBe(false)
  })
} else {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.px$/i.test(path),
  )

  describe('PX files of statistics offices', () => {
    it('are 64', () => {
      expect(files).toHaveLength(64)
    })

    it.each(files)('%s is the same when written and read back', async (path) => {
      const table = await tableOf(path)
      expect(checkStatTable(table)).toBeNull()
      for (const charset of ['windows-1252', 'utf-8'] as const) {
        const again = await readPx(Buffer.concat([...writePx(table, { charset })]))
        expect(again).toEqual({ ok: true, table })
      }
    })

    it('hold the population of Sweden’s counties, which sums to that of the country', async () => {
      const table = await tableOf('Population/BE0101A1.px')
      expect(table.languages).toEqual(['en'])
      expect(table.dimensions.map(({ role, categories }) => [role, categories.length])).toEqual([
        ['geo', 21],
        ['classification', 4],
        ['classification', 101],
        ['classification', 2],
        ['time', 2],
      ])
      expect([...table.values.subarray(0, 4)]).toEqual([13201, 13079, 12439, 12656])
      const ofYear = (at: number) =>
        table.values.reduce((sum, value, cell) => sum + (cell % 2 === at ? value : 0), 0)
      expect([ofYear(0), ofYear(1)]).toEqual([9_011_392, 9_047_752])
    })

    it('with keys hold the same figures as without', async () => {
      const [keyed, plain] = [await tableOf('keys/BE101ACEkeys.px'), await tableOf('Population/BE101ACE.px')]
      expect(keyed.values).toEqual(plain.values)
      const symbols = [
        await tableOf('keys/BE0101F1symbnotkeys.px'),
        await tableOf('NPM/BE0101F1symbnot.px'),
      ] as const
      expect(symbols[0].states).toEqual(symbols[1].states)
      expect(symbols[0].values).toEqual(symbols[1].values)
    })

    it('tell all six kinds of missing and nil', async () => {
      const { states, stateTexts, cellMarks } = await tableOf('NPM/BE0101F1allKeywords.px')
      const kinds = [
        'notApplicable',
        'unavailable',
        'withheld',
        'noAnswer',
        'declined',
        'notAsked',
        'nil',
      ] as const
      expect([1, 5, 9, 13, 17, 21, 25].map((cell) => states[cell])).toEqual(kinds.map((kind) => STATE[kind]))
      expect(stateTexts?.withheld).toEqual({ en: 'three' })
      expect(stateTexts?.nil).toEqual({ en: 'nil' })
      expect(cellMarks).toBeUndefined()
    })

    it('have contents with measures of their own', async () => {
      const { dimensions, measure, notes } = await tableOf('NPM/BE0101F1allKeywords.px')
      const contents = dimensions.find(({ role }) => role === 'metric')
      expect(measure).toBeUndefined()
      expect(contents?.categories[1]?.measure).toEqual({
        unit: { en: 'number' },
        decimals: 0,
        kind: 'flow',
        prices: 'fixed',
        adjusted: { calendar: true, season: true },
        basePeriod: { en: '2000' },
        referencePeriod: { en: '31st December' },
        updated: '2004-02-12T16:28',
      })
      expect(contents?.categories[0]?.measure?.contact?.en).toContain('\n')
      expect(notes?.map(({ mandatory }) => mandatory)).toEqual([true, false])
    })

    it('have three languages with names of their own', async () => {
      const table = await tableOf('multilanguage/BE0101F1langensvfiolikacelln.px')
      expect(table.languages).toEqual(['en', 'sv', 'fi'])
      expect(table.dimensions.map(({ label }) => label.fi)).toEqual([
        'kunta',
        'ikä',
        'aika',
        'tyypi',
        'sukupuoli',
      ])
      expect(table.dimensions[4]?.categories[0]?.label).toEqual({ en: 'men', sv: 'män', fi: 'miehet' })
      expect(table.cellNotes?.map(({ at }) => at)).toContainEqual([null, 0, null, 1, null])
    })

    it('have hierarchies', async () => {
      const { dimensions } = await tableOf('Hierarchies/GeneveEUhierarch.px')
      const country = dimensions.find(({ id }) => id === 'Country')
      expect(country?.children?.EUA).toEqual(['208', '752', '826', 'EAA'])
      expect(Object.keys(country?.children ?? {}).toSorted()).toEqual(['E1A', 'E2A', 'EAA', 'EUA'])
    })

    it('mark thousands of cells, and list quarters in their own way', async () => {
      const table = await tableOf('datanotecell/Transmengde.px')
      expect(table.values).toHaveLength(2 * 65 * 15 * 1 * 14)
      expect(table.cellMarks).toHaveLength(6760)
      expect(table.dimensions[4]).toMatchObject({ role: 'time', timeUnit: 'quarter', show: 'code' })
      expect(table.other?.px?.find(({ keyword }) => keyword === 'TIMEVAL')?.values[0]?.text).toBe('TLIST(K)')
    })

    it('keep all decimals of a figure', async () => {
      const { values, states, measure } = await tableOf('percent/ENdecround0.px')
      expect([...values.subarray(12, 16)]).toEqual([12.45, 8.00005, 10.00006, 10.00007])
      expect([...states.subarray(-3)]).toEqual([STATE.unavailable, STATE.unavailable, STATE.unavailable])
      expect(measure?.decimals).toBe(1)
    })
  })

  describe('value sets and aggregations of Statistics Sweden', () => {
    const listOf = async (name: string) => {
      const read = await readCodeList(join(FOLDER, 'aggregations', name), { language: 'sv' })
      if (!read.ok) throw new Error(JSON.stringify(read))
      return read.list
    }

    it('name every municipality of 2003', async () => {
      const list = await listOf('Kommuner2003.vs')
      expect(list).toMatchObject({ id: 'Region1999/2003', kind: 'valueset', domain: 'Region1999/2003' })
      expect(list.values).toHaveLength(290)
      expect(list.values[0]).toEqual({ code: '0114', label: { sv: 'Upplands Väsby' }, members: ['0114'] })
    })

    it('sum each of them once into a local labour market', async () => {
      const list = await listOf('Lokala arbetsmarknader98-.agg')
      expect(list).toMatchObject({
        kind: 'aggregation',
        domain: 'Kommuner2003',
        id: 'local labor markets98-',
      })
      expect(list.values).toHaveLength(100)
      expect(list.values[0]).toMatchObject({ code: '01001LA', label: { sv: 'Stockholm LA' } })
      const members = list.values.flatMap((value) => value.members)
      expect(new Set(members).size).toBe(members.length)
    })

    it('hold ages, one by one and in groups', async () => {
      expect((await listOf('ÅlderM.vs')).values.length).toBe(102)
      expect((await listOf('10-årsgrupper.agg')).values.map(({ members }) => members.length)).toEqual([
        1, 10, 10, 10, 10,
      ])
      expect((await listOf('5-årsgrupper.agg')).values.map(({ code }) => code)).toHaveLength(9)
      expect((await listOf('6-årsgrupper.agg')).domain).toBe('ÅlderMX')
    })

    it('are no tables, and tables are no lists', async () => {
      expect(await readPx(join(FOLDER, 'aggregations/ÅlderM.vs'))).toMatchObject({
        reason: 'not-this-format',
      })
      expect(await readCodeList(join(FOLDER, 'NPM/EXEMPEL1.PX'))).toMatchObject({
        reason: 'not-this-format',
        line: 1,
      })
    })
  })
}
