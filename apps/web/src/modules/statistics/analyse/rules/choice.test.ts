import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceptsOf } from '../../rules/concepts.ts'
import { ALL } from '../../rules/view.ts'
import { choiceOf, unitsOffered } from './choice.ts'
import { askedFor, inventedTable } from './invented-tables.test-support.ts'
import { divisible, hasOverlap, partsOf, wholeOf } from './parts.ts'
import { strataOf } from './strata-of.ts'

const table = inventedTable({ figure: () => 5 })
const concepts = conceptsOf(table)
const named = (names: readonly string[]) => names.map((code) => ({ code, label: { sv: code } }))
const chosen = (query = '', parts = table) => choiceOf(askedFor(query), parts, conceptsOf(parts))
const counted = (query = '', parts = table) => {
  const choice = chosen(query, parts)
  if (choice.kind !== 'counts') throw new Error(choice.kind)
  return choice
}

describe('what is asked of a table of counts', () => {
  it('is made whole: an outcome, sex and two groups, the latest period, the rest summed', () => {
    expect(counted()).toEqual({
      kind: 'counts',
      outcome: 'bransch',
      yes: ['handel'],
      groups: ['kön', 'födelse', 'ålder'],
      rest: new Map([
        ['arbete', ALL],
        ['år', '2019'],
      ]),
      by: { dimension: 'födelse', base: null },
      over: 'ålder',
      units: 'bransch',
      isSaid: false,
    })
  })

  it('follows the form', () => {
    const query =
      'outcome=arbete&yesOf=arbete&yes=med+arbete&group=ålder&group=bransch&by=bransch&base=vård&over=bransch&units=&in.år=2018&in.födelse=inrikes'
    expect(counted(query)).toEqual({
      kind: 'counts',
      outcome: 'arbete',
      yes: ['med arbete'],
      groups: ['kön', 'ålder', 'bransch'],
      rest: new Map([
        ['födelse', 'inrikes'],
        ['år', '2018'],
      ]),
      by: { dimension: 'bransch', base: 'vård' },
      over: 'bransch',
      units: null,
      isSaid: false,
    })
  })

  it('follows the address of a view: what it shows of the outcome counts as yes', () => {
    const choice = counted(
      'rows=ålder&columns=kön&of=arbete&in.arbete=med+arbete&in.födelse=inrikes&in.år=2018',
    )
    expect(choice).toMatchObject({ outcome: 'arbete', yes: ['med arbete'] })
    expect(choice.rest.get('år')).toBe('2018')
  })

  it('does not take ticks of an outcome that has been changed for another', () => {
    expect(counted('outcome=arbete&yesOf=bransch&yes=utan+arbete').yes).toEqual(['med arbete'])
  })

  it('may be of sex alone', () => {
    expect(counted('outcome=arbete&yesOf=arbete')).toMatchObject({ groups: ['kön'], by: null, over: null })
  })

  it('passes over what the table does not have, whatever it is', () => {
    const names = [
      'outcome',
      'yes',
      'yesOf',
      'group',
      'by',
      'base',
      'over',
      'units',
      'of',
      'rows',
      'gap',
      'in.år',
      'in.kön',
      'in.__proto__',
    ]
    const odd = fc.constantFrom(
      '__proto__',
      'constructor',
      '*',
      '',
      'kön',
      'år',
      'arbete',
      'handel',
      '%',
      '\u0000',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(odd, fc.string())), { maxLength: 30 }),
        (pairs) => {
          const query = new URLSearchParams(pairs.map(([name, value]) => [name, value]))
          const choice = counted(query.toString())
          const offered = divisible(table, concepts).map(({ id }) => id)
          expect(offered).toContain(choice.outcome)
          expect(choice.groups[0]).toBe('kön')
          expect(new Set(choice.groups).size).toBe(choice.groups.length)
          expect(choice.groups.slice(1).every((id) => offered.includes(id) && id !== choice.outcome)).toBe(
            true,
          )
          expect(choice.yes.length).toBeGreaterThan(0)
          const ids = [choice.outcome, ...choice.groups, ...choice.rest.keys()]
          expect(ids.toSorted()).toEqual(table.dimensions.map(({ id }) => id).toSorted())
          expect(strataOf(table, choice, concepts).ok).toBe(true)
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })
})

describe('the latest period', () => {
  it('is the latest by value, wherever it stands', () => {
    const falling = {
      ...table,
      dimensions: table.dimensions.map((each) =>
        each.role === 'time' ? { ...each, categories: each.categories.toReversed() } : each,
      ),
    }
    expect(counted('', falling).rest.get('år')).toBe('2019')
  })
})

describe('figures of which nothing is told', () => {
  const bare = { ...table, title: { sv: '' } }
  it('are asked about, and count persons when the address says so', () => {
    expect(chosen('', bare)).toMatchObject({ kind: 'figures', isAsked: true })
    expect(chosen('counts=yes', bare)).toMatchObject({ kind: 'counts', isSaid: true })
    expect(chosen('counts=__proto__', bare)).toMatchObject({ kind: 'figures', isAsked: true })
    expect(chosen('counts=yes')).toMatchObject({ kind: 'counts', isSaid: false })
  })

  it('are not asked about where a text tells that they count nobody', () => {
    const wages = { ...table, contents: { sv: 'Månadslön' } }
    expect(chosen('counts=yes', wages)).toMatchObject({ kind: 'figures', isAsked: false })
  })
})

describe('other tables', () => {
  it('of means and shares are looked at as views', () => {
    const shares = { ...table, measure: { decimals: 0, unit: { sv: 'procent' } } }
    const choice = chosen('by=ålder&base=45-64&gap=difference&chart=map', shares)
    expect(choice).toMatchObject({
      kind: 'figures',
      base: '45-64',
      view: { rows: 'ålder', columns: 'kön', gap: 'difference' },
    })
    expect(chosen('by=år&base=constructor', shares)).toMatchObject({
      base: null,
      view: { rows: 'födelse', gap: 'ratio' },
    })
  })

  it('without sexes have no gap', () => {
    expect(chosen('', inventedTable({ sexes: ['a', 'b'], figure: () => 1 }))).toEqual({ kind: 'no-sex' })
  })
})

describe('the parts of a dimension', () => {
  const dimension = {
    id: 'nivå',
    label: { sv: 'nivå' },
    role: 'classification' as const,
    categories: ['alla', 'kort', 'lång', 'constructor', 'lång 1', 'lång 2', 'samtliga'].map((code) => ({
      code,
      label: { sv: code },
    })),
    children: Object.fromEntries([['lång', ['lång 1', 'lång 2']]]),
  }

  it('are neither totals nor wholes of others', () => {
    expect(partsOf(dimension, concepts)).toEqual(['kort', 'constructor', 'lång 1', 'lång 2'])
    expect(partsOf({ ...dimension, elimination: { total: 'kort' } }, concepts)).not.toContain('kort')
  })

  it('make the whole where there is no total', () => {
    expect(wholeOf(dimension, concepts)).toEqual(['alla'])
    expect(wholeOf({ ...dimension, categories: dimension.categories.slice(1, -1) }, concepts)).toEqual([
      'kort',
      'constructor',
      'lång 1',
      'lång 2',
    ])
  })

  it('are not taken where a list of measures stands among them', () => {
    const mixed = inventedTable({ fields: ['antal', 'medelinkomst'], figure: () => 1 })
    expect(divisible(mixed, conceptsOf(mixed)).map(({ id }) => id)).not.toContain('bransch')
  })

  it('are units where they are three or more and no ages', () => {
    const three = inventedTable({ ages: ['a', 'b', 'c'], figure: () => 1 })
    expect(unitsOffered(three, conceptsOf(three)).map(({ id }) => id)).toEqual(['bransch'])
  })

  it('are the finest groups of birth, and the whole the widest', () => {
    const groups = ['Sverige', 'Utrikes född', 'Norden utom Sverige', 'EU utom Norden', 'Övriga världen']
    const born = { ...dimension, id: 'födelseland', categories: named(groups), children: {} }
    expect(partsOf(born, concepts)).toEqual(groups.filter((name) => name !== 'Utrikes född'))
    expect(wholeOf(born, concepts)).toEqual(['Sverige', 'Utrikes född'])
    const europe = named([
      'Norden eller EU utom Sverige',
      'Europa utom EU och Norden',
      'Europa utom Sverige',
      'Sverige',
    ])
    const wider = { ...born, categories: europe }
    expect(wholeOf(wider, concepts)).toEqual(['Europa utom Sverige', 'Sverige'])
    expect(hasOverlap(wider)).toBe(false)
  })

  it('are the ages that are no wholes, where those share no years', () => {
    const of = (ages: readonly string[]) => ({
      ...dimension,
      id: 'ålder',
      categories: named(ages),
      children: {},
    })
    const sound = of(['16-64 år', '16-24 år', '25-64 år', 'uppgift saknas'])
    expect(partsOf(sound, concepts)).toEqual(['16-24 år', '25-64 år', 'uppgift saknas'])
    expect(wholeOf(sound, concepts)).toEqual(['16-64 år'])
    expect(hasOverlap(sound)).toBe(false)
    expect(hasOverlap(of(['16-64 år', '16-24 år', '20-64 år', '25-64 år']))).toBe(true)
  })

  it('are not taken where counties stand among municipalities', () => {
    const codes = named(['00', '20', '2080', '2081'])
    expect(hasOverlap({ ...dimension, role: 'geo', categories: codes })).toBe(true)
    expect(hasOverlap({ ...dimension, role: 'geo', categories: codes.slice(2) })).toBe(false)
  })
})
