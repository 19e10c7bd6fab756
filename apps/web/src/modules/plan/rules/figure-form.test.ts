import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testItem } from '../../../testing/plan-arbitrary.ts'
import type { ItemOf } from '../model-items.ts'
import { EMPTY_LINE, figuresTyped, linesOf, type TypedLine } from './figure-form.ts'
import { FIGURE_SEXES, FIGURE_WHATS } from './indicator-figures.ts'

const figure = fc
  .record({
    what: fc.constantFrom(...FIGURE_WHATS),
    year: fc.integer({ min: 1990, max: 2100 }),
    sex: fc.constantFrom(...FIGURE_SEXES),
    group: fc.constantFrom('', 'Utrikes födda'),
    entered: fc.oneof(
      fc.integer({ min: -999_999, max: 999_999 }).map((value) => ({ value: value / 100, missing: null })),
      fc.constantFrom('notAsked', 'withheld').map((missing) => ({ value: null, missing })),
    ),
  })
  .map(({ entered, ...at }) => ({ ...at, ...entered }))
const series = fc.uniqueArray(figure, {
  selector: ({ what, year, sex, group }) => JSON.stringify([what, year, sex, group]),
  maxLength: 12,
})
const items = (all: readonly Readonly<Record<string, unknown>>[]) =>
  all.flatMap((fields, at): ItemOf<'figure'>[] => {
    const item = testItem('figure', `f${at}`, 'i', fields)
    return item.kind === 'figure' ? [item] : []
  })
const line = (given: Partial<TypedLine>): TypedLine => ({
  ...EMPTY_LINE,
  what: 'actual',
  year: '2026',
  ...given,
})
const women = (value: string, missing = '') => ({ ...EMPTY_LINE.bySex, women: { value, missing } })
const faultsOf = (...lines: readonly TypedLine[]) => {
  const typed = figuresTyped(lines)
  return typed.ok ? [] : typed.faults.map(({ line: at, reason, sex }) => [at, reason, sex])
}

describe('the form of figures', () => {
  it('says what the series says', () => {
    fc.assert(
      fc.property(series, (figures) => {
        const typed = figuresTyped([...linesOf(items(figures)), EMPTY_LINE])
        const order = (all: readonly unknown[]) => all.map((each) => JSON.stringify(each)).toSorted()
        expect(order(typed.ok ? typed.figures : [])).toEqual(
          order(
            figures.map(({ what, year, sex, group, value, missing }) => ({
              what,
              year,
              sex,
              group,
              value,
              missing,
            })),
          ),
        )
      }),
      { seed: 1 },
    )
  })

  it('tells zero from nothing, and a number from a reason why there is none', () => {
    const typed = figuresTyped([line({ bySex: women('0') }), EMPTY_LINE])
    expect(typed).toEqual({
      ok: true,
      figures: [{ what: 'actual', year: 2026, sex: 'women', group: '', value: 0, missing: null }],
    })
    expect(faultsOf(line({ bySex: women('1', 'withheld') }))).toEqual([[0, 'both', 'women']])
  })

  it('says where each fault is', () => {
    expect(
      faultsOf(
        line({ bySex: women('5') }),
        line({ bySex: women('tre'), year: '26' }),
        line({ bySex: women('5'), what: '__proto__' }),
        line({ bySex: women('6') }),
      ),
    ).toEqual([
      [1, 'year', null],
      [1, 'number', 'women'],
      [2, 'what', null],
      [3, 'twice', null],
    ])
  })
})
