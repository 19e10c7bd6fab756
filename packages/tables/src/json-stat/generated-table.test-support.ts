import fc from 'fast-check'
import { CELL_STATES, isFigure, STATE } from '../stat/cell-state.ts'
import {
  type Category,
  cellsOf,
  type Measure,
  type Note,
  type StatDimension,
  type StatTable,
} from '../stat/stat-table.ts'

/**
 * Codes that trip careless readers: names of prototypes, numbers that JSON puts first, signs and spaces. A code that is
 * nothing but a backslash is left out: once the engine has seen it as a key, V8 of Node 24 takes any other single
 * escaped character at that place for it (`{"\\\\":1}`, then `{"\\"":1}`).
 */
const code = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '10',
    '2',
    '0',
    'length',
    'å ä',
    '"',
    '\\\\',
    '-',
    '..',
  ),
  fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text !== '\\'),
)
const texts = fc.string({ maxLength: 12 }).map((text) => ({ sv: text }))
const note: fc.Arbitrary<Note> = fc.record({ text: texts, mandatory: fc.boolean() })
const notes = fc.array(note, { minLength: 1, maxLength: 3 })
const day = fc.constantFrom('2024-02-29', '2026-06-08T06:00:00Z')

const measure: fc.Arbitrary<Measure> = fc.record(
  {
    decimals: fc.integer({ min: 0, max: 15 }),
    unit: texts,
    kind: fc.constantFrom('stock' as const, 'flow' as const, 'average' as const),
    prices: fc.constantFrom('current' as const, 'fixed' as const),
    adjusted: fc.record({ calendar: fc.boolean(), season: fc.boolean() }),
    basePeriod: texts,
    referencePeriod: texts,
    contact: texts,
    updated: day,
  },
  { requiredKeys: ['decimals'] },
)

function dimensionOf(id: string, role: StatDimension['role']): fc.Arbitrary<StatDimension> {
  const plain = fc.record({ code, label: texts, notes }, { requiredKeys: ['code', 'label'] })
  const measured = fc.record({ code, label: texts, notes, measure }, { requiredKeys: ['code', 'label'] })
  const category: fc.Arbitrary<Category> = role === 'metric' ? measured : plain
  return fc
    .uniqueArray(category, {
      minLength: 1,
      maxLength: 4,
      selector: (each) => each.code,
    })
    .chain((categories) => {
      const [first, second] = categories.map((each) => each.code)
      const children = first !== undefined && second !== undefined ? { [first]: [second] } : {}
      return fc.record(
        {
          id: fc.constant(id),
          role: fc.constant(role),
          label: texts,
          categories: fc.constant(categories),
          children: fc.constant(children),
          elimination: fc.constantFrom({ total: null }, { total: first ?? null }),
          map: texts,
          domain: texts,
          notes,
          show: fc.constantFrom(
            'code' as const,
            'label' as const,
            'code-label' as const,
            'label-code' as const,
          ),
          ...(role === 'time' ? { timeUnit: fc.constantFrom('year' as const, 'month' as const) } : {}),
        },
        { requiredKeys: ['id', 'role', 'label', 'categories'] },
      )
    })
}

const dimensions = fc
  .record({
    ids: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }),
    roles: fc.shuffledSubarray(['time', 'metric', 'geo', 'classification'] as const, { minLength: 4 }),
  })
  .chain(({ ids, roles }) => fc.tuple(...ids.map((id, d) => dimensionOf(id, roles[d] ?? 'classification'))))

const figure = fc.oneof(
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

/** Tables of one language that hold together, with all that JSON-stat can carry. */
export const generatedTable: fc.Arbitrary<StatTable> = dimensions.chain((made) => {
  const cells = cellsOf(made.map(({ categories }) => categories.length))
  const cell = fc.tuple(fc.nat({ max: CELL_STATES.length - 1 }), figure)
  const at = fc.tuple(
    ...made.map(({ categories }) =>
      fc
        .option(fc.nat({ max: categories.length - 1 }))
        .map((place) => (categories.length === 1 ? null : place)),
    ),
  )
  const hasMetric = made.some(({ role }) => role === 'metric')
  return fc
    .record({
      cells: fc.array(cell, { minLength: cells, maxLength: cells }),
      parts: fc.record(
        {
          id: fc.string({ maxLength: 5 }),
          languages: fc.constant(['sv']),
          title: texts,
          contents: texts,
          description: texts,
          source: texts,
          database: texts,
          contact: texts,
          subject: fc.record({ code: fc.string({ maxLength: 4 }), label: texts }),
          link: texts,
          survey: texts,
          licence: fc.string({ maxLength: 4 }),
          created: day,
          updated: day,
          nextUpdate: day,
          updateFrequency: fc.string({ maxLength: 4 }),
          officialStatistics: fc.boolean(),
          copyright: fc.boolean(),
          notes,
          stub: fc.nat({ max: made.length }),
          stateTexts: fc.record({ withheld: texts, nil: texts }),
          cellNotes: fc.array(fc.record({ at, note }), { minLength: 1, maxLength: 3 }),
          ...(hasMetric ? {} : { measure }),
        },
        { requiredKeys: ['id', 'languages', 'title', 'stub'] },
      ),
    })
    .map(({ cells: drawn, parts }) => ({
      ...parts,
      dimensions: made,
      values: Float64Array.from(drawn, ([state, value]) =>
        isFigure(state) ? (state === STATE.nil ? 0 : value) : Number.NaN,
      ),
      states: Uint8Array.from(drawn, ([state]) => state),
    }))
})
