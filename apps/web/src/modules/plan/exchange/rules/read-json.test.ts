import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan } from './any-plan.test-support.ts'
import { planJson } from './canonical.ts'
import { readPlanJson } from './read-json.ts'

const FACTS = { name: 'En plan', kind: 'action-plan', startsOn: '2026-01-01', endsOn: '2028-12-31' }
const priority = { id: 'p', kind: 'priority', parent: null, fields: { name: 'Stöd' } }
const goal = { id: 'g', kind: 'goal', parent: 'p', fields: { name: 'Fler' } }
const activity = (methods: readonly string[]) => ({
  id: 'a',
  kind: 'activity',
  parent: 'p',
  fields: { name: 'Stöd', methods },
})
const budget = { id: 'b', kind: 'budget', parent: null, fields: { name: 'B', over: ['priority', 'year'] } }
const file = (items: unknown, cells: unknown = [], more: object = {}) =>
  JSON.stringify({ format: 'jamvikt-plan', version: 1, plan: FACTS, items, cells, ...more })
const faultsOf = (text: string) =>
  readPlanJson(text).faults.map(({ reason, place, item }) => `${reason} ${place.path ?? ''} ${item}`.trim())

describe('a plan from JSON', () => {
  it('keeps a national area of a list that is not known here, and says so', () => {
    const of = (code: string) =>
      readPlanJson(file([priority, { id: 'n', kind: 'national', parent: 'p', fields: { code } }]))
    expect(of('goal-care').remarks).toEqual([])
    const { document, remarks } = of('assignment-2031-1')
    expect(document?.items).toHaveLength(2)
    expect(remarks).toMatchObject([
      {
        reason: 'unknown-national',
        place: { path: 'items[1].fields.code' },
        detail: 'assignment-2031-1',
      },
    ])
  })

  it('finds a key that stands twice beside a text of any length', () => {
    const long = `"purpose":"${'x'.repeat(17_000_000)}${'\\"'.repeat(17_000_000)}"`
    const text = file([priority]).replace('"name":"Stöd"', `${long},"name":"a","name":"b"`)
    expect(faultsOf(text)).toEqual(['twice-the-key items[0].fields.name'])
  })

  it.each([
    ['{"format":"jamvikt-plan"', 'json-invalid'],
    ['[]', 'wrong-type'],
    ['{}', 'unknown-format format'],
    [file([]).replace('"version":1', '"version":2'), 'unknown-version version'],
    [file({}), 'wrong-type items'],
    [file([priority, goal]).replace('"id":"g"', '"id":"g","id":"h"'), 'twice-the-key items[1].id'],
    [
      file([priority]).replace('"name":"Stöd"', '"name":"Stöd","purpose":"a","n\\u0061me":"{\\"name\\":"'),
      'twice-the-key items[0].fields.name',
    ],
    [
      file([], [], { cells: [{ amountOre: '1' }, []] }).replace('[]]', '{"key":[],"key":[]}]'),
      'twice-the-key cells[1].key',
    ],
    [file([priority, activity(['4R', 'x'.repeat(61)])]), 'method-too-long items[1].fields.methods Stöd'],
    [
      file([priority, activity(Array.from({ length: 51 }, (_, at) => `metod-${at}`))]),
      'too-many-methods items[1].fields.methods Stöd',
    ],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'wrong-type'],
    [
      file([{ ...goal, fields: { name: 'Fler', year: 1e17 } }]).replace('100000000000000000', '1e400'),
      'not-a-number items[0].fields.year Fler',
    ],
    [file([], [], { more: 1 }), 'unknown-field more'],
    [file([]).replace('"items"', '"__proto__":{"a":1},"items"'), 'unknown-field __proto__'],
    [file([{ ...priority, kind: '__proto__' }]), 'unknown-kind items[0].kind Stöd'],
    [file([{ ...priority, kind: 'constructor' }]), 'unknown-kind items[0].kind Stöd'],
    [
      file([{ ...priority, fields: { name: 'Stöd', owner: 'x' } }]),
      'unknown-field items[0].fields.owner Stöd',
    ],
    [
      file([priority]).replace('"name":"Stöd"', '"name":"Stöd","__proto__":{}'),
      'unknown-field items[0].fields.__proto__ Stöd',
    ],
    [file([priority, priority]), 'duplicate-id items[1].id Stöd'],
    [file([{ ...goal, parent: 'nowhere' }]), 'unknown-parent items[0].parent Fler'],
    [file([{ ...goal, parent: null }]), 'no-parent items[0].parent Fler'],
    [file([priority, { ...priority, id: 'q', parent: 'p' }]), 'misplaced items[1].parent Stöd'],
    [file([{ ...goal, parent: 'g' }]), 'cycle items[0].parent Fler'],
    [file([null]), 'wrong-type items[0]'],
    [file([{ ...priority, id: 7 }]), 'wrong-type items[0].id'],
    [file([{ ...priority, fields: [] }]), 'wrong-type items[0].fields'],
    [
      file([priority, { ...goal, fields: { name: 'Fler', year: 2028.5 } }]),
      'too-precise items[1].fields.year Fler',
    ],
    [file([{ ...priority, kind: 'activity', parent: 'p' }]), 'cycle items[0].parent Stöd'],
    [
      file([priority, { id: 'a', kind: 'activity', parent: 'p', fields: { name: 'A', goals: ['p'] } }]),
      'dangling items[1].fields.goals A',
    ],
    [
      file([
        priority,
        { id: 'a', kind: 'activity', parent: 'p', fields: { name: 'A', start: '2026-02-30' } },
      ]),
      'not-a-date items[1].fields.start A',
    ],
    [
      file([{ ...budget, fields: { name: 'B', over: ['moon'] } }]),
      'unknown-dimension items[0].fields.over B',
    ],
    [file([budget], [{ budget: 'b', key: ['p', '2026'], amountOre: '1' }]), 'wrong-key cells[0] B'],
    [file([priority, budget], [{ budget: 'b', key: ['p', 'år'], amountOre: '1' }]), 'wrong-key cells[0] B'],
    [file([priority, budget], [{ budget: 'b', key: ['p'], amountOre: '1' }]), 'wrong-key cells[0] B'],
    [
      file([priority, budget], [{ budget: 'b', key: ['p', '2026'], amountOre: 1 }]),
      'not-an-amount cells[0].amountOre',
    ],
    [
      file([priority, budget], [{ budget: 'b', key: ['p', '2026'], amountOre: '-1' }]),
      'not-an-amount cells[0].amountOre',
    ],
    [
      file([priority, budget], [{ budget: 'b', key: ['p', '2026'], amountOre: '99999999999999999' }]),
      'amount-too-large cells[0] B',
    ],
    [file([], [{ budget: 'b', key: ['2026'], amountOre: '1' }]), 'dangling cells[0]'],
  ])('refuses %s', (text, fault) => {
    const read = readPlanJson(text)
    expect(read.document).toBeNull()
    expect(faultsOf(text)).toContain(fault)
  })

  it('tells a ring of three, and nothing of what hangs on it, as a ring', () => {
    const ring = ['a', 'b', 'c'].map((id, at, all) => ({ ...goal, id, parent: all[(at + 1) % 3] }))
    expect(faultsOf(file([...ring, { ...goal, id: 'lost', parent: 'nowhere' }]))).toEqual([
      'cycle items[0].parent Fler',
      'cycle items[1].parent Fler',
      'cycle items[2].parent Fler',
      'unknown-parent items[3].parent Fler',
    ])
  })

  it('bears what is nested deep, or too much', () => {
    expect(readPlanJson('['.repeat(200_000)).document).toBeNull()
    const deep = Array.from({ length: 60 }, (_, at) => ({
      ...goal,
      id: `g${at}`,
      parent: at === 0 ? 'p' : `g${at - 1}`,
    }))
    expect(faultsOf(file([priority, ...deep]))).toContain('too-deep items[40].parent Fler')
    expect(faultsOf(file(Array.from({ length: 20_001 }, () => 1)))).toEqual(['too-many-items items'])
  })

  it('says what is worth a look and brings it along', () => {
    const read = readPlanJson(
      file([
        priority,
        { id: 'a', kind: 'activity', parent: 'p', fields: { name: 'A', start: '2025-12-31' } },
      ]),
    )
    expect(read.document).not.toBeNull()
    expect(read.remarks.map(({ reason, item }) => `${reason} ${item}`)).toEqual(['outside-the-plan A'])
  })

  it('is refused where an activity comes after itself, and where a budget is over activity and priority', () => {
    const activity = (id: string, after: readonly string[]) => ({
      id,
      kind: 'activity',
      parent: 'p',
      fields: { name: id.toUpperCase(), after },
    })
    const phase = { id: 'f', kind: 'phase', parent: 'b', fields: { name: 'Fas' } }
    expect(faultsOf(file([priority, activity('a', ['b']), activity('b', ['a'])]))).toEqual([
      'after-itself items[2].fields.after B',
    ])
    expect(faultsOf(file([priority, activity('a', ['f']), activity('b', ['a']), phase]))).toHaveLength(1)
    expect(faultsOf(file([priority, activity('a', ['f']), activity('b', []), phase]))).toEqual([])
    const both = { ...budget, fields: { name: 'B', over: ['priority', 'activity'] } }
    expect(faultsOf(file([priority, both]))).toEqual(['activity-and-priority items[1].fields.over B'])
  })

  it('is refused or sound, whatever is changed in a file', () => {
    const piece = fc.constantFrom(
      'null',
      '"p"',
      '[]',
      '{}',
      '-1',
      '1e999',
      '"\\u0000"',
      '"2026"',
      ',',
      '}',
      'true',
    )
    fc.assert(
      fc.property(anyPlan, fc.nat(), fc.nat(30), piece, (plan, at, length, put) => {
        const text = planJson(plan)
        const from = at % text.length
        const read = readPlanJson(text.slice(0, from) + put + text.slice(from + length))
        expect(read.document === null).toBe(read.faults.length > 0)
        if (read.document !== null) expect(readPlanJson(planJson(read.document)).faults).toEqual([])
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
