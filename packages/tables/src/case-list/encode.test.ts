import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from './case-record.ts'
import { encodeCases } from './encode.ts'

const RECORD: CaseRecord = {
  row: 2,
  caseId: '1',
  recipientKey: 'org:1',
  recipientName: null,
  organisationNumber: null,
  soleTrader: false,
  supportForm: 'notAsked',
  outcome: 'granted',
  appliedAmountOre: 200n,
  grantedAmountOre: 0n,
  appliedOn: null,
  decidedOn: '2023-05-01',
  municipality: '2080',
  county: '20',
  industry: 'C',
  sex: 'women',
  alternativeSex: { board: 'men' },
  background: 'native',
  age: 'notAsked',
  unit: 'notAsked',
}

function encoded(records: CaseRecord[], options: Parameters<typeof encodeCases>[1] = {}) {
  const found = encodeCases(records, options)
  if (!found.ok) throw new Error(found.reason)
  return found
}

describe('encodeCases', () => {
  it('keeps a missing amount apart from zero, and undated cases apart from dated', () => {
    const cases = encoded([
      RECORD,
      { ...RECORD, outcome: 'pending', grantedAmountOre: 'notApplicable', decidedOn: null },
    ])
    expect(cases.amountGrantedOre).toEqual(Float64Array.of(0, Number.NaN))
    expect(cases.outcome).toEqual(Uint8Array.of(0, 3))
    expect(cases.dimensions.year).toEqual({ codes: Uint16Array.of(0, 1), labels: ['2023', 'undated'] })
  })

  it('counts each recipient once', () => {
    const cases = encoded([RECORD, { ...RECORD, recipientKey: 'org:2' }, RECORD])
    expect([...cases.contributor, cases.contributorCount]).toEqual([0, 1, 0, 2])
  })

  it('takes the sex by another leader rule when told', () => {
    expect(encoded([RECORD], { leaderRule: 'board' }).dimensions.sex.labels).toEqual(['men'])
    expect(encodeCases([RECORD], { leaderRule: 'CEO' })).toEqual({
      ok: false,
      reason: 'leader-rule-unknown',
      known: ['board'],
    })
  })

  it('refuses more labels than codes', () => {
    const records = Array.from({ length: 65_537 }, (_, i) => ({ ...RECORD, unit: `u${i}` }))
    expect(encodeCases(records)).toEqual({ ok: false, reason: 'too-many-labels', dimension: 'unit' })
    expect(encodeCases(records.slice(1))).toMatchObject({ ok: true })
  })

  it('decodes to what was encoded', () => {
    const record = fc.record({
      unit: fc.string(),
      sex: fc.constantFrom('women', 'men', 'declined'),
    }) as fc.Arbitrary<Pick<CaseRecord, 'unit' | 'sex'>>
    fc.assert(
      fc.property(fc.array(record), (parts) => {
        const { dimensions } = encoded(parts.map((part) => ({ ...RECORD, ...part })))
        const decoded = parts.map((_, i) => ({
          unit: dimensions.unit.labels[dimensions.unit.codes[i] ?? -1],
          sex: dimensions.sex.labels[dimensions.sex.codes[i] ?? -1],
        }))
        expect(decoded).toEqual(parts)
      }),
      { seed: 5 },
    )
  })
})
