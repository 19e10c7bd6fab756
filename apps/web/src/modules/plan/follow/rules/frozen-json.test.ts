import { describe, expect, it } from 'vitest'
import { readPlanJson } from '../../exchange/rules/read-json.ts'
import { type Frozen, frozenJson, frozenOf } from './frozen-json.ts'

describe('what a closed period rests on', () => {
  it('is read back as it was kept: every öre, figure and status', () => {
    const { document } = readPlanJson(
      JSON.stringify({
        format: 'jamvikt-plan',
        version: 1,
        plan: { name: 'Plan', startsOn: '2026-01-01', endsOn: '2027-12-31' },
        cells: [],
        items: [{ id: 'p', kind: 'priority', parent: null, fields: { name: 'Prioritering' } }],
      }),
    )
    if (document === null) throw new Error('no plan')
    const frozen: Frozen = {
      revision: 7,
      document,
      ledger: {
        sums: [
          { kind: 'outcome', activity: null, year: 2026, amountOre: 9_007_199_254_740_993n, entries: 1 },
          { kind: 'commitment', activity: 'a', year: 2027, amountOre: -5n, entries: 2 },
        ],
        coversTo: '2026-06-30',
        staleOrders: { asOf: '2026-03-31', amountOre: 12n },
      },
      before: new Map([['a', 'late']]),
      catalogue: {
        sv: [
          {
            id: 'i',
            name: 'Andel',
            unit: '%',
            period: '2025',
            decimals: 1,
            women: { value: 0.004, state: 'value' },
            men: { value: null, state: 'withheld' },
            all: null,
            dataset: 'Chefer',
            producer: 'SCB',
            version: 2,
            fetchedAt: '2026-01-01T00:00:00Z',
          },
        ],
      },
    }
    const text = frozenJson(frozen)
    expect(frozenOf(JSON.parse(text))).toEqual(frozen)
    expect(frozenJson(frozenOf(JSON.parse(text)))).toBe(text)
  })
})
