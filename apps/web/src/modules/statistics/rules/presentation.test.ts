import { STATE, type StatDimension, type StatTable } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { conceptsOf } from './concepts.ts'
import { firstFindings, presentationFindings } from './presentation.ts'
import { viewOf } from './view.ts'

const categories = (...codes: string[]) => codes.map((code) => ({ code, label: { sv: code } }))
const dimension = (id: string, role: StatDimension['role'], ...codes: string[]): StatDimension => ({
  id,
  label: { sv: id },
  role,
  categories: categories(...codes),
})
const PLACES = dimension('kommun', 'geo', '2080', '2081')
const SEX = dimension('kön', 'classification', 'kvinnor', 'män')
const YEARS = dimension('år', 'time', '2022', '2023')
const WORDS = { name: 'Anställda efter kommun', description: '' }

/** Employed by place, sex and year, as they shall be shown; invented. */
function table(dimensions: readonly StatDimension[], change: Partial<StatTable> = {}): StatTable {
  const cells = dimensions.reduce((product, one) => product * one.categories.length, 1)
  return {
    id: '',
    languages: ['sv'],
    title: { sv: 'Anställda' },
    dimensions,
    stub: 1,
    measure: { decimals: 0, unit: { sv: 'antal' } },
    values: Float64Array.from({ length: cells }, (_, cell) => 100 + cell),
    states: new Uint8Array(cells),
    ...change,
  }
}

const GOOD = [PLACES, SEX, YEARS]
const codesOf = (one: StatTable, words = WORDS) => firstFindings(one, words).map(({ code }) => code)
const shown = (one: StatTable, asked: Readonly<Record<string, string>>) => {
  const concepts = conceptsOf(one)
  return presentationFindings(
    one,
    viewOf((name) => asked[name], one, concepts),
    concepts,
    WORDS,
  )
}

describe('a table', () => {
  it('with women beside men, a unit, years and no gaps is left in peace', () => {
    expect(firstFindings(table(GOOD), WORDS)).toEqual([])
  })

  it.each([
    ['no-sex', [PLACES, YEARS], {}],
    ['one-sex', [PLACES, YEARS], { title: { sv: 'Antal anställda kvinnor' } }],
    ['share-without-men', [PLACES, YEARS], { title: { sv: 'Andel kvinnor bland chefer' } }],
    ['of-which', [PLACES, YEARS, dimension('grupp', 'classification', 'alla', 'varav kvinnor')], {}],
  ] as const)('must be looked over: %s', (code, dimensions, change) => {
    const found = firstFindings(table(dimensions, change), WORDS)
    expect(found.find((one) => one.code === code)?.severity).toBe('must')
  })

  it.each([
    ['men-first', [PLACES, dimension('kön', 'classification', 'män', 'kvinnor'), YEARS], {}],
    ['no-year', [PLACES, SEX], {}],
    ['ages-missing', [dimension('ålder', 'classification', '16-24', '25-64'), SEX, YEARS], {}],
  ] as const)('is advised: %s', (code, dimensions, change) => {
    const found = firstFindings(table(dimensions, change), WORDS)
    expect(found.find((one) => one.code === code)?.severity).toBe('advice')
  })

  it.each([
    ['Anställda 16-64 år', false],
    ['Anställda 16–64 år', false],
    ['Anställda 16 till 64 år', false],
    ['Anställda 116–640', true],
    ['Anställda 16–24 år', true],
  ])('of some ages may say them in the name: %s', (name, isAdvised) => {
    const one = table([dimension('ålder', 'classification', '16-24', '25-64'), SEX, YEARS])
    expect(codesOf(one, { name, description: '' }).includes('ages-missing')).toBe(isAdvised)
  })

  it('may say its year and unit in the name', () => {
    const bare = table([PLACES, SEX], { measure: { decimals: 0 } })
    expect(codesOf(bare)).toEqual(expect.arrayContaining(['no-year', 'no-unit']))
    const named = { name: 'Antal anställda 2019', description: '' }
    expect(codesOf(bare, named).filter((code) => code === 'no-year' || code === 'no-unit')).toEqual([])
  })

  it('that has zeros and no nil, or something missing and no reason, does not tell them apart', () => {
    const withSigns = (signs: readonly (readonly [value: number, state: number])[]) => {
      const one = table(GOOD)
      signs.forEach(([value, state], cell) => {
        one.values[cell] = value
        one.states[cell] = state
      })
      return one
    }
    const [zero, nil, gone] = [
      [0, STATE.value],
      [0, STATE.nil],
      [Number.NaN, STATE.unavailable],
    ] as const
    expect(codesOf(withSigns([zero]))).toEqual(['zeros-untold'])
    expect(codesOf(withSigns([zero, nil]))).toEqual([])
    const missing = withSigns([zero, nil, gone])
    expect(codesOf(missing)).toEqual(['missing-untold'])
    const notes = [{ text: { sv: 'Uppgift saknas för Falun.' }, mandatory: false }]
    expect(codesOf({ ...missing, notes })).toEqual([])
  })

  it('is not misread by words that only look like others', () => {
    const cars = table([PLACES, YEARS], { title: { sv: 'Personbilar' } })
    const words = {
      name: 'Bilar',
      description: 'Alla bilar, men inte lastbilar; man räknar dem vid årets slut.',
    }
    expect(codesOf(cars, words)).toEqual([])
  })

  it('of no persons needs no sex', () => {
    expect(
      codesOf(table([PLACES, YEARS], { title: { sv: 'Areal' } }), { name: 'Areal', description: '' }),
    ).toEqual([])
  })
})

describe('a view', () => {
  it('that hides sex must be looked over, and is mended by women and men across', () => {
    const [found] = shown(table(GOOD), { columns: 'år' })
    expect(found).toMatchObject({ code: 'sex-not-shown', severity: 'must' })
    expect(found?.mended?.columns).toBe('kön')
    expect(shown(table(GOOD), { columns: 'år', panels: 'kön' })).toEqual([])
  })

  it('of women’s share alone is mended by the shares of both', () => {
    const [found] = shown(table(GOOD), { gap: 'share' })
    expect(found?.code).toBe('women-share-alone')
    expect(found?.mended).toMatchObject({ gap: 'none', of: 'kön' })
  })

  it('of per cent on few says how few', () => {
    const few = table(GOOD, { values: Float64Array.from({ length: 8 }, (_, cell) => 3 + cell) })
    const [found] = shown(few, { gap: 'ratio' })
    expect(found).toMatchObject({ code: 'small-base', figures: { some: 6 } })
    expect(found?.mended).toMatchObject({ gap: 'none', of: null })
    expect(shown(table(GOOD), { gap: 'ratio' })).toEqual([])
  })

  it('without a figure has no axis to speak of', () => {
    const none = table(GOOD, { states: new Uint8Array(8).fill(STATE.withheld) })
    expect(shown({ ...none, values: none.values.fill(Number.NaN) }, { rows: 'år', chart: 'lines' })).toEqual(
      [],
    )
  })

  it('whose axis leaves 0 out is told so, and one that begins near 0 is not', () => {
    expect(shown(table(GOOD), { rows: 'år', chart: 'lines' }).map(({ code }) => code)).toEqual(['axis-cut'])
    const wide = table(GOOD, { values: Float64Array.from({ length: 8 }, (_, cell) => 20 + 100 * cell) })
    expect(shown(wide, { rows: 'år', chart: 'lines' })).toEqual([])
  })

  it('with more lines than can be told apart is divided into panels', () => {
    const branches = dimension('bransch', 'classification', 'a', 'b', 'c', 'd', 'e')
    const found = shown(table([SEX, branches, YEARS]), { rows: 'år', columns: 'bransch', chart: 'lines' })
    const alike = found.find(({ code }) => code === 'look-alike')
    expect(alike?.mended).toMatchObject({ columns: 'kön', panels: 'bransch' })
  })
})
