import { isMissingKind, LEADER_RULES, type LeaderRule, OUTCOMES, type Sex } from '@jamvikt/domain'
import type { CaseRecord } from './case-record.ts'

/** One dimension: per case an index into `labels`. */
export interface EncodedDimension {
  codes: Uint16Array
  labels: string[]
}

export type CaseDimension =
  | 'sex'
  | 'background'
  | 'age'
  | 'industry'
  | 'municipality'
  | 'county'
  | 'supportForm'
  | 'unit'
  | 'year'

/** Cases column by column, for the audit engine. All arrays have `length` places, in the order of the records. */
export interface EncodedCases {
  ok: true
  length: number
  /** 0 granted, 1 refused, 2 withdrawn, 3 pending. */
  outcome: Uint8Array
  dimensions: Record<CaseDimension, EncodedDimension>
  /** Whole öre, exact; NaN where not stated. */
  amountAppliedOre: Float64Array
  amountGrantedOre: Float64Array
  /** The recipient's number from 0, for counting contributors. */
  contributor: Uint32Array
  contributorCount: number
}

export type EncodeRefusal =
  | { ok: false; reason: 'too-many-labels'; dimension: CaseDimension }
  | { ok: false; reason: 'leader-rule-unknown'; known: LeaderRule[] }

const READ: Record<Exclude<CaseDimension, 'sex'>, (record: CaseRecord) => string> = {
  background: (record) => record.background,
  age: (record) => record.age,
  industry: (record) => record.industry,
  municipality: (record) => record.municipality,
  county: (record) => record.county,
  supportForm: (record) => record.supportForm,
  unit: (record) => record.unit,
  year: (record) => record.decidedOn?.slice(0, 4) ?? 'undated',
}

const MAX_LABELS = 65_536

/**
 * Turns case records into dictionary-coded columns. Labels stand in order of first appearance; kinds of missing are
 * labels of their own. A missing amount is NaN, zero is zero.
 * @param records what `readCases` gave
 * @param options `leaderRule`: use the sex by this rule's alternative column instead of the main one
 * @returns the columns; `leader-rule-unknown` when no record has that rule; `too-many-labels` above 65,536
 * @example encodeCases(read.records, { leaderRule: 'board' })
 */
export function encodeCases(
  records: readonly CaseRecord[],
  options: { leaderRule?: LeaderRule } = {},
): EncodedCases | EncodeRefusal {
  const rule = options.leaderRule
  if (rule !== undefined && !records.some((record) => record.alternativeSex[rule] !== undefined)) {
    const known = LEADER_RULES.filter((name) => records.some((r) => r.alternativeSex[name] !== undefined))
    return { ok: false, reason: 'leader-rule-unknown', known }
  }
  const sexOf = (record: CaseRecord): Sex =>
    rule === undefined ? record.sex : (record.alternativeSex[rule] ?? 'notAsked')
  const readers: Record<CaseDimension, (record: CaseRecord) => string> = { sex: sexOf, ...READ }

  const dimension = (name: CaseDimension): EncodedDimension => dictionary(records.map(readers[name]))
  const dimensions: Record<CaseDimension, EncodedDimension> = {
    sex: dimension('sex'),
    background: dimension('background'),
    age: dimension('age'),
    industry: dimension('industry'),
    municipality: dimension('municipality'),
    county: dimension('county'),
    supportForm: dimension('supportForm'),
    unit: dimension('unit'),
    year: dimension('year'),
  }
  for (const name of ['sex', ...Object.keys(READ)] as CaseDimension[]) {
    if (dimensions[name].labels.length > MAX_LABELS) {
      return { ok: false, reason: 'too-many-labels', dimension: name }
    }
  }

  const ore = (amount: CaseRecord['appliedAmountOre']): number =>
    isMissingKind(amount) ? Number.NaN : Number(amount)
  const contributors = new Map<string, number>()
  const contributor = Uint32Array.from(records, (record) => {
    const number = contributors.get(record.recipientKey) ?? contributors.size
    contributors.set(record.recipientKey, number)
    return number
  })
  return {
    ok: true,
    length: records.length,
    outcome: Uint8Array.from(records, (record) => OUTCOMES.indexOf(record.outcome)),
    dimensions,
    amountAppliedOre: Float64Array.from(records, (record) => ore(record.appliedAmountOre)),
    amountGrantedOre: Float64Array.from(records, (record) => ore(record.grantedAmountOre)),
    contributor,
    contributorCount: contributors.size,
  }
}

function dictionary(values: readonly string[]): EncodedDimension {
  const index = new Map<string, number>()
  const codes = Uint16Array.from(values, (value) => {
    const code = index.get(value) ?? index.size
    index.set(value, code)
    return code
  })
  return { codes, labels: [...index.keys()] }
}
