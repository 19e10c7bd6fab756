import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceptsOf } from '../../rules/concepts.ts'
import { ALL } from '../../rules/view.ts'
import { choiceOf } from './choice.ts'
import { askedFor, inventedTable } from './invented-tables.test-support.ts'
import { mergeStrata, strataOf } from './strata-of.ts'
import { sumCells } from './sum-cells.ts'

const strataFor = (table: ReturnType<typeof inventedTable>, query: string) => {
  const concepts = conceptsOf(table)
  const choice = choiceOf(askedFor(query), table, concepts)
  if (choice.kind !== 'counts') throw new Error(choice.kind)
  return { choice, found: strataOf(table, choice, concepts) }
}

const DIMENSIONS = ['födelse', 'ålder', 'bransch', 'arbete'] as const

describe('strata', () => {
  it('are what the cells sum to, for every choice of outcome and groups', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof({ weight: 9, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
          { minLength: 96, maxLength: 96 },
        ),
        fc.shuffledSubarray([...DIMENSIONS], { minLength: 1 }),
        fc.constantFrom('2018', '2019'),
        (figures, [outcome = '', ...groups], year) => {
          let next = 0
          const cells: { at: Readonly<Record<string, string>>; value: number }[] = []
          const table = inventedTable({
            figure: (at) => {
              const value = figures[next++] ?? 0
              cells.push({ at, value })
              return value
            },
          })
          const query = new URLSearchParams([
            ['outcome', outcome],
            ['yesOf', outcome],
            ['in.år', year],
            ...groups.map((id) => ['group', id]),
          ])
          const { choice, found } = strataFor(table, query.toString())
          if (!found.ok) throw new Error(found.reason)
          const rest = DIMENSIONS.filter((id) => id !== outcome && !groups.includes(id))
          for (const id of rest) expect(choice.rest.get(id)).toBe(ALL)
          expect(new Set(found.strata.map(({ codes }) => codes.join()))).toHaveLength(found.strata.length)
          for (const { codes, counts } of found.strata) {
            const own = cells.filter(
              ({ at }) => at.år === year && choice.groups.every((id, place) => at[id] === codes[place]),
            )
            const n = own.reduce((sum, { value }) => sum + value, 0)
            const successes = own
              .filter(({ at }) => choice.yes.includes(at[outcome] ?? ''))
              .reduce((sum, { value }) => sum + value, 0)
            expect(counts).toEqual(Number.isNaN(n) ? null : { successes, n })
          }
        },
      ),
      { seed: 1, numRuns: 200 },
    )
  })

  it('merged are the strata of fewer groups, missing where one of them is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(50), fc.constant(Number.NaN)), { minLength: 96, maxLength: 96 }),
        (figures) => {
          let next = 0
          const table = inventedTable({ figure: () => figures[next++] ?? 0 })
          const many = strataFor(table, 'outcome=arbete&yesOf=arbete&group=födelse&group=ålder')
          const few = strataFor(table, 'outcome=arbete&yesOf=arbete&group=ålder')
          if (!many.found.ok || !few.found.ok) throw new Error('refused')
          expect(mergeStrata(many.found.strata, [0, 2])).toEqual(few.found.strata)
        },
      ),
      { seed: 1 },
    )
  })

  it('put women first', () => {
    const { found } = strataFor(inventedTable({ figure: () => 1 }), 'outcome=arbete&yesOf=arbete')
    expect(found).toMatchObject({ strata: [{ codes: ['kvinnor'] }, { codes: ['män'] }] })
  })

  it('take a total as the whole, and are left out where parts are more than it', () => {
    const table = inventedTable({
      outcomes: ['totalt', 'med arbete', 'annat'],
      fields: ['vård', 'teknik'],
      figure: ({ arbete, kön, födelse, ålder, bransch }) => {
        if (arbete !== 'totalt') return arbete === 'annat' ? 1 : 5
        return kön === 'män' && födelse === 'inrikes' && ålder === '25-44' && bransch === 'vård' ? 2 : 20
      },
    })
    const { choice, found } = strataFor(
      table,
      'outcome=arbete&yesOf=arbete&yes=med+arbete&group=födelse&group=ålder&group=bransch',
    )
    expect(choice.yes).toEqual(['med arbete'])
    if (!found.ok) throw new Error(found.reason)
    expect(found.strata.filter(({ counts }) => counts === null).map(({ codes }) => codes)).toEqual([
      ['män', 'inrikes', '25-44', 'vård'],
    ])
    expect(found.strata[0]?.counts).toEqual({ successes: 5, n: 20 })
  })

  it('are refused where they are too many or no persons', () => {
    const ages = Array.from({ length: 400 }, (_, age) => `${age}`)
    const wide = inventedTable({ ages, figure: () => 1 })
    expect(strataFor(wide, 'outcome=arbete&yesOf=arbete&group=ålder&group=bransch').found).toEqual({
      ok: false,
      reason: 'too-many-strata',
      count: 2400,
    })
    for (const figure of [0.5, -1, 2 ** 60])
      expect(strataFor(inventedTable({ figure: () => figure }), 'outcome=arbete').found).toEqual({
        ok: false,
        reason: 'not-whole',
      })
  })
})

describe('sums of cells', () => {
  const table = inventedTable({ figure: () => 1 })
  it('are missing of codes that the table does not have', () => {
    const axes = [{ dimension: 'kön', codes: ['kvinnor', 'constructor'] }]
    expect([...sumCells(table, axes, new Map()).sums]).toEqual([Number.NaN, Number.NaN])
  })
})
