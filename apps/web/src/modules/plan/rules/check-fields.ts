import { type FieldDef, type FieldsOf, type FieldValue, fieldDefs, type ItemKind } from '../model-items.ts'
import { isOverBoth } from './budget-span.ts'

const MOST_LINE = 300
const MOST_TEXT = 12_000
const MOST_REFERENCES = 200
const REFERENCE = /^[\p{L}\p{N}._:-]{1,100}$/u
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

export type FaultReason =
  | 'required'
  | 'too-long'
  | 'not-words'
  | 'not-a-date'
  | 'not-a-choice'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-precise'
  | 'not-references'
  | 'ends-before-start'
  | 'after-itself'
  | 'activity-and-priority'
  | 'unknown-field'

export interface FieldFault {
  readonly field: string
  readonly reason: FaultReason
}

export type CheckedFields<Kind extends ItemKind> =
  | { readonly ok: true; readonly fields: FieldsOf<Kind> }
  | { readonly ok: false; readonly faults: readonly FieldFault[] }

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, from 1900 to 2199. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? []
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return /^(19|20|21)/.test(year) && at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day)
}

/** A field about which nothing is said. */
function emptyValue(def: FieldDef): FieldValue {
  switch (def.type) {
    case 'line':
    case 'text':
      return ''
    case 'yes':
      return false
    case 'items':
    case 'codes':
      return []
    case 'date':
    case 'choice':
    case 'number':
      return null
  }
}

/**
 * Checks the fields of an item that is written, wherever they come from: a form, a file. Fields that are not given are
 * empty; every fault is told.
 */
export function checkFields<Kind extends ItemKind>(
  kind: Kind,
  given: Readonly<Record<string, unknown>>,
): CheckedFields<Kind> {
  const read = readFields(kind, given)
  const { over } = given
  if (kind !== 'budget' || !Array.isArray(over) || !isOverBoth(over)) return read
  const faults = read.ok ? [] : read.faults
  return { ok: false, faults: [...faults, { field: 'over', reason: 'activity-and-priority' }] }
}

/** Reads fields as they stand in the database. What was written before a way of dividing was refused can be read. */
export function readFields<Kind extends ItemKind>(
  kind: Kind,
  given: Readonly<Record<string, unknown>>,
): CheckedFields<Kind> {
  const defs = fieldDefs(kind)
  const faults: FieldFault[] = Object.keys(given)
    .filter((field) => !Object.hasOwn(defs, field))
    .map((field) => ({ field, reason: 'unknown-field' }))
  const fields: Record<string, FieldValue> = {}
  for (const [field, def] of Object.entries(defs)) {
    const value = Object.hasOwn(given, field) ? given[field] : undefined
    const checked = value === undefined ? emptyValue(def) : checked1(def, value)
    if (isFault(checked)) faults.push({ field, reason: checked.fault })
    else if (def.type === 'line' && def.required && checked === '') faults.push({ field, reason: 'required' })
    else fields[field] = checked
  }
  const { start, end } = fields
  if (typeof start === 'string' && typeof end === 'string' && end < start)
    faults.push({ field: 'end', reason: 'ends-before-start' })
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, fields: fields as unknown as FieldsOf<Kind> }
}

/**
 * The fields of an item as they were kept, checks or no checks: what was sound when it was decided stays as it was. A field
 * that has been added since is empty; so is one whose kind of value has changed.
 */
export function fieldsAsKept<Kind extends ItemKind>(
  kind: Kind,
  kept: Readonly<Record<string, unknown>>,
): FieldsOf<Kind> {
  const fields = Object.entries(fieldDefs(kind)).map(([field, def]) => {
    const value = Object.hasOwn(kept, field) ? kept[field] : undefined
    return [field, isOfType(def, value) ? value : emptyValue(def)]
  })
  return Object.fromEntries(fields) as FieldsOf<Kind>
}

function isOfType(def: FieldDef, value: unknown): value is FieldValue {
  switch (def.type) {
    case 'line':
    case 'text':
      return typeof value === 'string'
    case 'yes':
      return typeof value === 'boolean'
    case 'date':
    case 'choice':
      return value === null || typeof value === 'string'
    case 'number':
      return value === null || typeof value === 'number'
    case 'items':
    case 'codes':
      return Array.isArray(value) && value.every((each) => typeof each === 'string')
  }
}

const fault = (reason: FaultReason) => ({ fault: reason })
type Checked = FieldValue | { readonly fault: FaultReason }

function isFault(checked: Checked): checked is { readonly fault: FaultReason } {
  return typeof checked === 'object' && checked !== null && 'fault' in checked
}

function checked1(def: FieldDef, value: unknown): Checked {
  switch (def.type) {
    case 'line':
      return words(value, MOST_LINE, /[\p{Cc}\p{Cs}\u2028\u2029]/u)
    case 'text':
      return words(value, MOST_TEXT, /[^\P{Cc}\t\n]|\p{Cs}/u)
    case 'yes':
      return typeof value === 'boolean' ? value : fault('not-a-choice')
    case 'date':
      return value === null || (typeof value === 'string' && isDate(value)) ? value : fault('not-a-date')
    case 'choice':
      return value === null || (typeof value === 'string' && def.of.includes(value))
        ? value
        : fault('not-a-choice')
    case 'number':
      return value === null ? null : numberOf(def, value)
    case 'items':
    case 'codes':
      return isReferences(value) ? [...new Set(value)] : fault('not-references')
  }
}

function words(value: unknown, most: number, refused: RegExp): Checked {
  if (typeof value !== 'string') return fault('not-words')
  const text = value.replace(/\r\n?/g, '\n').trim()
  if (refused.test(text)) return fault('not-words')
  return text.length > most ? fault('too-long') : text
}

function numberOf(def: Extract<FieldDef, { type: 'number' }>, value: unknown): Checked {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault('not-a-number')
  if (value < (def.least ?? -1e12)) return fault('too-small')
  if (value > (def.most ?? 1e12)) return fault('too-large')
  return Number(value.toFixed(def.decimals)) === value ? value : fault('too-precise')
}

function isReferences(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_REFERENCES &&
    value.every((each) => typeof each === 'string' && REFERENCE.test(each))
  )
}
