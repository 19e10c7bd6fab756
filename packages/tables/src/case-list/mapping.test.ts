import { describe, expect, it } from 'vitest'
import { checkMapping } from './check-mapping.ts'
import { type MappingInput, parseMapping } from './mapping.ts'

function problemsOf(content: unknown, headers: string[] = ['Beslut', 'Kön', 'Bransch']) {
  const parsed = parseMapping(content)
  if (!parsed.ok) return parsed.problems
  const checked = checkMapping(parsed.mapping, headers)
  return checked.ok ? [] : checked.problems
}

const BASE: MappingInput = { columns: { outcome: 'Beslut' } }

describe('a mapping', () => {
  it('is taken when it says enough', () => {
    expect(
      problemsOf({
        columns: { outcome: 'Beslut', sex: 'Kön', industry: 'Bransch' },
        values: { outcome: { Ja: 'granted', '': 'pending' }, sex: { K: 'women', '': 'notAsked' } },
        leaderRule: 'board',
        industryVersion: 'none',
      }),
    ).toEqual([])
  })

  it.each([
    [
      { ...BASE, colour: 1 },
      { reason: 'unknown-key', detail: 'colour' },
    ],
    [
      { ...BASE, aggregated: [{ by: {}, applied: 'A', granted: 'B', share: 'C' }] },
      { path: 'aggregated.0', detail: 'share' },
    ],
    [{ columns: 5 }, { path: 'columns', reason: 'invalid-value' }],
    [
      { ...BASE, leaderRule: 'chef' },
      { path: 'leaderRule', reason: 'invalid-value' },
    ],
    [
      { columns: { outcom: 'Beslut', outcome: 'Beslut' } },
      { reason: 'unknown-field', suggestions: ['outcome'] },
    ],
    [
      { columns: { outcome: 'Beslutt' } },
      { reason: 'column-missing', detail: 'Beslutt', suggestions: ['Beslut'] },
    ],
    [{ ...BASE, constants: { outcome: 'granted' } }, { reason: 'column-and-constant' }],
    [{ columns: {} }, { reason: 'outcome-missing' }],
    [{ columns: { outcome: 'Beslut', sex: 'Kön' } }, { reason: 'leader-rule-missing' }],
    [{ columns: { outcome: 'Beslut', industry: 'Bransch' } }, { reason: 'industry-version-missing' }],
    [
      { ...BASE, values: { outcome: { Ja: 'yes' } } },
      { reason: 'value-target-unknown', detail: 'yes' },
    ],
    [{ ...BASE, values: { sex: { K: 'kvinnor' } } }, { reason: 'value-target-unknown' }],
    [{ ...BASE, values: { outcome: { Ja: 'granted', ' ja': 'refused' } } }, { reason: 'values-conflict' }],
    [
      { ...BASE, alternativeSex: { board: 'Styrelse' } },
      { path: 'alternativeSex.board', reason: 'column-missing' },
    ],
    ['text', { path: '', reason: 'invalid-value' }],
  ])('is refused by name and place: %#', (content, problem) => {
    expect(problemsOf(content)).toMatchObject([problem])
  })
})
