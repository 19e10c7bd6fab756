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

/** Codes of one dimension as they grow; labels stand in order of first appearance. */
class Dictionary {
  readonly #index = new Map<string, number>()
  readonly #codes: number[] = []

  add(value: string): void {
    const code = this.#index.get(value) ?? this.#index.size
    this.#index.set(value, code)
    this.#codes.push(code)
  }

  get size(): number {
    return this.#index.size
  }

  finish(): EncodedDimension {
    return { codes: Uint16Array.from(this.#codes), labels: [...this.#index.keys()] }
  }
}

/**
 * Turns case records into dictionary-coded columns, one record at a time, so that a long list need not stand in memory
 * as records. Kinds of missing are labels of their own. A missing amount is NaN, zero is zero.
 * @example
 * const encoder = new CaseEncoder()
 * for (const record of records) encoder.add(record)
 * const columns = encoder.finish()
 */
export class CaseEncoder {
  readonly #rule: LeaderRule | undefined
  readonly #known = new Set<LeaderRule>()
  readonly #dimensions = new Map<CaseDimension, Dictionary>()
  readonly #readers: [Dictionary, (record: CaseRecord) => string][]
  readonly #outcome: number[] = []
  readonly #applied: number[] = []
  readonly #granted: number[] = []
  readonly #contributor: number[] = []
  readonly #contributors = new Map<string, number>()

  /** @param options `leaderRule`: use the sex by this rule's alternative column instead of the main one */
  constructor(options: { leaderRule?: LeaderRule } = {}) {
    const rule = options.leaderRule
    this.#rule = rule
    const sexOf = (record: CaseRecord): Sex =>
      rule === undefined ? record.sex : (record.alternativeSex[rule] ?? 'notAsked')
    const readers: Record<CaseDimension, (record: CaseRecord) => string> = { sex: sexOf, ...READ }
    this.#readers = (Object.keys(readers) as CaseDimension[]).map((name) => {
      const dictionary = new Dictionary()
      this.#dimensions.set(name, dictionary)
      return [dictionary, readers[name]]
    })
  }

  add(record: CaseRecord): void {
    for (const [dictionary, read] of this.#readers) dictionary.add(read(record))
    for (const rule of LEADER_RULES) if (record.alternativeSex[rule] !== undefined) this.#known.add(rule)
    this.#outcome.push(OUTCOMES.indexOf(record.outcome))
    this.#applied.push(ore(record.appliedAmountOre))
    this.#granted.push(ore(record.grantedAmountOre))
    const number = this.#contributors.get(record.recipientKey) ?? this.#contributors.size
    this.#contributors.set(record.recipientKey, number)
    this.#contributor.push(number)
  }

  /** @returns the columns; `leader-rule-unknown` when no record has that rule; `too-many-labels` above 65,536 */
  finish(): EncodedCases | EncodeRefusal {
    if (this.#rule !== undefined && !this.#known.has(this.#rule)) {
      return {
        ok: false,
        reason: 'leader-rule-unknown',
        known: LEADER_RULES.filter((rule) => this.#known.has(rule)),
      }
    }
    for (const [dimension, dictionary] of this.#dimensions) {
      if (dictionary.size > MAX_LABELS) return { ok: false, reason: 'too-many-labels', dimension }
    }
    const dimensions = Object.fromEntries(
      [...this.#dimensions].map(([name, dictionary]) => [name, dictionary.finish()]),
    )
    return {
      ok: true,
      length: this.#outcome.length,
      outcome: Uint8Array.from(this.#outcome),
      dimensions: dimensions as Record<CaseDimension, EncodedDimension>,
      amountAppliedOre: Float64Array.from(this.#applied),
      amountGrantedOre: Float64Array.from(this.#granted),
      contributor: Uint32Array.from(this.#contributor),
      contributorCount: this.#contributors.size,
    }
  }
}

function ore(amount: CaseRecord['appliedAmountOre']): number {
  return isMissingKind(amount) ? Number.NaN : Number(amount)
}

/**
 * The columns of a list of records: `CaseEncoder` over all of them.
 * @example encodeCases(read.records, { leaderRule: 'board' })
 */
export function encodeCases(
  records: readonly CaseRecord[],
  options: { leaderRule?: LeaderRule } = {},
): EncodedCases | EncodeRefusal {
  const encoder = new CaseEncoder(options)
  for (const record of records) encoder.add(record)
  return encoder.finish()
}
