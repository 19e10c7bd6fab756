import {
  containsPersonalNumber,
  digitsOfPerson,
  isMissingKind,
  isOutcome,
  LEADER_RULES,
  type LeaderRule,
  MUNICIPALITIES,
  maskPersonalNumbers,
  type Outcome,
  readOrganisationNumber,
  type Sex,
} from '@jamvikt/domain'
import type { TableRow } from '../table.ts'
import type { CaseRecord, Refusal } from './case-record.ts'
import { fold } from './cell-text.ts'
import type { Mapping } from './mapping.ts'
import { type ListReading, RowReading } from './row-reading.ts'

export type CaseItem = { kind: 'case'; record: CaseRecord } | { kind: 'refusal'; refusal: Refusal }

type Hash = (text: string) => string
type Recipient = Pick<CaseRecord, 'recipientKey' | 'recipientName' | 'organisationNumber' | 'soleTrader'>

const COUNTY_OF: ReadonlyMap<string, string> = new Map(
  MUNICIPALITIES.map((municipality) => [municipality.code, municipality.countyCode]),
)

/** Makes the reader of one list: each row becomes a case, or every reason why not. It remembers the ids seen. */
export function createCaseReader(list: ListReading, hash: Hash): (row: TableRow) => CaseItem[] {
  const firstRows = new Map<string, number>()
  return (row) => {
    const reading = new RowReading(list, row)
    if (reading.refusals.length > 0) return reading.refusals.map((refusal) => ({ kind: 'refusal', refusal }))
    const record = readCase(reading, list.mapping, hash, firstRows)
    if (reading.refusals.length === 0) return [{ kind: 'case', record }]
    return reading.refusals.map((refusal) => ({ kind: 'refusal', refusal }))
  }
}

function readCase(
  reading: RowReading,
  mapping: Mapping,
  hash: Hash,
  firstRows: Map<string, number>,
): CaseRecord {
  const caseId = readCaseId(reading, hash, firstRows)
  const outcome = readOutcome(reading)
  const municipality = reading.dimension('municipality')
  return {
    row: reading.row,
    caseId,
    ...readRecipient(reading, caseId, hash),
    supportForm: reading.dimension('supportForm'),
    outcome,
    ...readAmounts(reading, outcome),
    ...readDates(reading),
    municipality,
    county: readCounty(reading, municipality),
    industry: reading.dimension('industry'),
    sex: reading.sex(),
    alternativeSex: readAlternativeSex(reading, mapping),
    background: reading.dimension('background'),
    age: reading.dimension('age'),
    unit: reading.dimension('unit'),
  }
}

function readCaseId(reading: RowReading, hash: Hash, firstRows: Map<string, number>): string {
  if (!reading.isMapped('case')) return `rad-${reading.row}`
  const text = reading.text('case')
  if (text === '') {
    if (reading.refusals.length === 0) reading.refuse(reading.column('case'), 'required-empty')
    return ''
  }
  const isPersonal = containsPersonalNumber(text) || looksPersonal(text)
  const caseId = isPersonal ? `hash:${hash(text)}` : text
  const firstRow = firstRows.get(caseId)
  if (firstRow === undefined) firstRows.set(caseId, reading.row)
  else reading.refuse(reading.column('case'), 'duplicate-case', text, { firstRow })
  return caseId
}

/** An id that has the very form of a personal number, if mistyped. */
const looksPersonal = (text: string): boolean =>
  /^\d{6,8}[-+ ]?\d{4}$/.test(text) && digitsOfPerson(text) !== undefined

function readOutcome(reading: RowReading): Outcome {
  const outcome = reading.dimension('outcome')
  return isOutcome(outcome) ? outcome : 'pending'
}

function readRecipient(reading: RowReading, caseId: string, hash: Hash): Recipient {
  const name = reading.text('recipient').replace(/\s+/g, ' ')
  const masked = maskPersonalNumbers(name)
  const numberText = reading.text('organisationNumber')
  if (numberText !== '') {
    const number = readOrganisationNumber(numberText, hash)
    if (!number.ok) reading.refuse(reading.column('organisationNumber'), number.reason)
    else if (number.kind === 'soleTrader') {
      return {
        recipientKey: `person:${number.personalKey}`,
        recipientName: null,
        organisationNumber: null,
        soleTrader: true,
      }
    } else {
      const { organisationNumber } = number
      return {
        recipientKey: `org:${organisationNumber}`,
        recipientName: masked === '' ? null : masked,
        organisationNumber,
        soleTrader: false,
      }
    }
  }
  const key = masked === name ? fold(name) : `hash:${hash(fold(name))}`
  return {
    recipientKey: name === '' ? `case:${caseId}` : `name:${key}`,
    recipientName: masked === '' ? null : masked,
    organisationNumber: null,
    soleTrader: false,
  }
}

function readAmounts(
  reading: RowReading,
  outcome: Outcome,
): Pick<CaseRecord, 'appliedAmountOre' | 'grantedAmountOre'> {
  const appliedAmountOre = reading.amount('appliedAmount')
  const granted = reading.amount('grantedAmount')
  if (appliedAmountOre === 0n) reading.refuse(reading.column('appliedAmount'), 'applied-not-positive', '0')
  if (outcome === 'refused' && !isMissingKind(granted) && granted !== 0n) {
    reading.refuse(reading.column('grantedAmount'), 'amount-on-refused', reading.text('grantedAmount'))
  }
  const nothingToGrant = granted === 'noAnswer' && outcome !== 'granted'
  return { appliedAmountOre, grantedAmountOre: nothingToGrant ? 'notApplicable' : granted }
}

function readDates(reading: RowReading): Pick<CaseRecord, 'appliedOn' | 'decidedOn'> {
  const appliedOn = reading.date('appliedOn')
  const decidedOn = reading.date('decidedOn')
  if (appliedOn !== null && decidedOn !== null) {
    const digits = Math.min(appliedOn.length, decidedOn.length)
    if (decidedOn.slice(0, digits) < appliedOn.slice(0, digits)) {
      reading.refuse(reading.column('decidedOn'), 'decision-before-application', decidedOn)
    }
  }
  return { appliedOn, decidedOn }
}

function readCounty(reading: RowReading, municipality: string): string {
  const implied = COUNTY_OF.get(municipality)
  if (!reading.isMapped('county')) return implied ?? 'notAsked'
  const county = reading.dimension('county')
  if (implied !== undefined && /^\d\d$/.test(county) && county !== implied) {
    reading.refuse(
      reading.column('municipality'),
      'county-municipality-mismatch',
      reading.text('municipality'),
    )
  }
  return county
}

function readAlternativeSex(reading: RowReading, mapping: Mapping): Partial<Record<LeaderRule, Sex>> {
  const found: Partial<Record<LeaderRule, Sex>> = {}
  for (const rule of LEADER_RULES) {
    const header = mapping.alternativeSex?.[rule]
    if (header !== undefined) found[rule] = reading.sex(header)
  }
  return found
}
