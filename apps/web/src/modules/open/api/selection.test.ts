import { partsOf, type StatTable, selectCodes, sizesOf, stridesOf } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeListsOf, type TableCodeList } from './code-lists.ts'
import { defaultAsks } from './default-selection.ts'
import { RICH_TABLE } from './rich-table.test-support.ts'
import { type Asks, MAX_CELLS, planOf, tableOfPlan, type VariableAsk } from './selection.ts'

const askFor = (text: string, rest: Partial<VariableAsk> = {}): VariableAsk => ({
  choose: (codes, options) => selectCodes(text, codes, options),
  codeList: null,
  ...rest,
})

/** Persons of Gotland and of some of Blekinge by sex; invented. */
function municipalities(measure: StatTable['measure']): StatTable {
  const codes = ['0980', '1060', '1080', '1081', '1082', '1083', '1280']
  const { measure: _, ...table }: StatTable = {
    id: 'tabell',
    languages: ['sv', 'en'],
    title: { sv: 'Personer' },
    dimensions: [
      {
        id: 'Region',
        label: { sv: 'region' },
        role: 'geo',
        categories: codes.map((code) => ({ code, label: { sv: code } })),
      },
      {
        id: 'Kon',
        label: { sv: 'kön' },
        role: 'classification',
        categories: ['K', 'M'].map((code) => ({ code, label: { sv: code } })),
      },
    ],
    stub: 1,
    values: Float64Array.from({ length: 14 }, (_, at) => at + 1),
    states: new Uint8Array(14),
  }
  return measure === undefined ? table : { ...table, measure }
}

function answered(table: StatTable, lists: readonly TableCodeList[], asks: Asks) {
  const planned = planOf(table, lists, asks, {}, 'all')
  if (!planned.ok) throw new Error(planned.detail)
  return tableOfPlan(table, planned.plan)
}

describe('sums by county', () => {
  const counts = municipalities({ decimals: 0, kind: 'stock', unit: { sv: 'personer' } })
  const lists = codeListsOf(counts)
  const id = 'agg_tabell.Region.counties'

  it('are offered of counties that are there with all their municipalities', () => {
    expect(lists.map(({ list }) => [list.id, list.values.map(({ code }) => code)])).toEqual([
      [id, ['09', '10']],
    ])
    const summed = answered(counts, lists, new Map([['Region', askFor('*', { codeList: id })]]))
    expect(summed.dimensions[0]?.categories.map(({ label }) => label.sv)).toEqual(['Gotland', 'Blekinge'])
    expect([...summed.values]).toEqual([1, 2, 3 + 5 + 7 + 9 + 11, 4 + 6 + 8 + 10 + 12])
  })

  it('are what they are sums of where that is asked for', () => {
    const ask = askFor('09,10', { codeList: id, single: true })
    expect(answered(counts, lists, new Map([['Region', ask]])).dimensions[0]?.categories.length).toBe(6)
  })

  it.each([
    [undefined],
    [{ decimals: 0 }],
    [{ decimals: 0, kind: 'average' as const }],
    [{ decimals: 1, kind: 'stock' as const }],
    [{ decimals: 0, kind: 'stock' as const, unit: { sv: 'procent' } }],
    [{ decimals: 0, kind: 'stock' as const, unit: { sv: 'personer', en: 'per cent' } }],
  ])('are not offered where figures are not said to be counts: %j', (measure) => {
    expect(codeListsOf(municipalities(measure))).toEqual([])
  })
})

const PARTS = [
  ...'*?,[]() 0123',
  'TOP(1)',
  'BOTTOM(9)',
  'FROM(20)',
  'RANGE(2021,2022)',
  '00',
  '20*',
  'K',
  'T',
  '65+',
  'A',
]
const expression = fc.array(fc.constantFrom(...PARTS), { maxLength: 6 }).map((parts) => parts.join(''))
const variable = fc.constantFrom(...RICH_TABLE.dimensions.map(({ id }) => id), 'nix', 'toString')
const asked = fc.dictionary(variable, fc.oneof(fc.constant('*'), expression), { noNullPrototype: false })

describe('whatever is asked', () => {
  it('is refused with a place, or answered with the figures of the table', () => {
    const lists = codeListsOf(RICH_TABLE)
    const sizes = sizesOf(RICH_TABLE)
    const strides = stridesOf(sizes)
    fc.assert(
      fc.property(asked, fc.constantFrom('all' as const, 'refused' as const), (wanted, rest) => {
        const asks = new Map(Object.entries(wanted).map(([id, text]) => [id, askFor(text)]))
        const planned = planOf(RICH_TABLE, lists, asks, {}, rest)
        if (!planned.ok) {
          expect([400, 403]).toContain(planned.status)
          expect(planned.detail).toMatch(/“[^”]*”/)
          return
        }
        const { variables } = planned.plan
        const table = tableOfPlan(RICH_TABLE, planned.plan)
        const chosen = variables.map(({ id, codes }, d) =>
          codes.map((code) => {
            const at = RICH_TABLE.dimensions[d]?.categories.findIndex((each) => each.code === code) ?? -1
            expect([id, at]).not.toEqual([id, -1])
            return at * (strides[d] ?? 0)
          }),
        )
        const cells = chosen.reduce(
          (sums, places) => sums.flatMap((sum) => places.map((at) => sum + at)),
          [0],
        )
        expect([...table.values]).toEqual(cells.map((cell) => RICH_TABLE.values[cell]))
        expect(table.dimensions.map(({ id }) => id)).toEqual(
          variables.filter(({ isLeftOut }) => !isLeftOut).map(({ id }) => id),
        )
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})

describe('the default selection', () => {
  it('can always be answered', () => {
    const planned = planOf(RICH_TABLE, [], defaultAsks(RICH_TABLE), {}, 'refused')
    expect(planned.ok && planned.plan.variables.map(({ codes }) => codes.length)).toEqual([4, 3, 1, 2, 1])
  })

  it('of very many places has one', () => {
    const places = Array.from({ length: MAX_CELLS + 1 }, (_, at) => ({
      code: String(at).padStart(4, '0'),
      label: { sv: 'x' },
    }))
    const [region, ...others] = RICH_TABLE.dimensions
    if (region === undefined) throw new Error('no region')
    const parts = { ...partsOf(RICH_TABLE), dimensions: [{ ...region, categories: places }, ...others] }
    const planned = planOf(parts, [], defaultAsks(parts), {}, 'refused')
    expect(planned.ok && planned.plan.variables[0]?.codes.length).toBe(1)
  })

  it('counts time from the earliest also where a table runs from the latest', () => {
    const dimensions = RICH_TABLE.dimensions.map((dimension) =>
      dimension.role === 'time' ? { ...dimension, categories: dimension.categories.toReversed() } : dimension,
    )
    const parts = { ...partsOf(RICH_TABLE), dimensions }
    const planned = planOf(parts, [], defaultAsks(parts), {}, 'refused')
    expect(planned.ok && planned.plan.variables.at(-1)?.codes).toEqual(['2023'])
  })
})
