import { findIndustry, findPlace, isMissingKind, isSex, maskPersonalNumbers } from '@jamvikt/domain'
import { fold } from '../case-list/cell-text.ts'
import { fieldOfHeader, headerWords, meaningOf } from '../case-list/vocabulary.ts'
import type { BaseReason } from './base-types.ts'

const COUNT =
  /^(antal( .*)?|count|n|number( of .*)?|företag|firms?|companies|invånare|inhabitants|befolkning|folkmängd|population|värde|value)$/u
const TOTAL =
  /^(total(t|s|er)?( .*)?|summa|båda( könen)?|both( sexes)?|alla( .*)?|all( .*)?|samtliga( .*)?|(00 )?(hela )?riket)$/u
const DIMENSIONS: ReadonlySet<string> = new Set([
  'sex',
  'background',
  'age',
  'industry',
  'municipality',
  'county',
  'supportForm',
  'unit',
])

/** What a column of a base table gives: the count, a dimension, or nothing that is known. */
export function roleOf(header: string): string | undefined {
  if (COUNT.test(headerWords(header))) return 'count'
  const field = fieldOfHeader(header)?.field
  return field !== undefined && DIMENSIONS.has(field) ? field : undefined
}

/** Whether a label stands for a sum over the dimension. */
export const isTotal = (text: string): boolean => TOTAL.test(fold(text))

export type LabelResult = { ok: true; label: string } | { ok: false; reason: BaseReason }

/** Reads a label into the same word, code or kind of missing that a list of cases gives. */
export function baseLabel(field: string, header: string, text: string): LabelResult {
  const meant = text === '' ? 'noAnswer' : (meaningOf(field, fold(text), header) ?? text)
  if (isMissingKind(meant)) return { ok: true, label: meant }
  if (field === 'sex') return isSex(meant) ? { ok: true, label: meant } : { ok: false, reason: 'bad-sex' }
  if (field === 'municipality' || field === 'county') {
    const whole = findPlace(field, meant)
    const place = whole.ok ? whole : findPlace(field, /^(\d{2,4})\s/.exec(meant)?.[1] ?? '')
    return place.ok ? { ok: true, label: place.code } : { ok: false, reason: 'bad-place' }
  }
  return { ok: true, label: maskPersonalNumbers(meant) }
}

/**
 * The SNI 2007 sections of a column's labels, when all of them are codes or names of it; else null, and the labels
 * stand as written. A section given both whole and by its parts would count its firms twice: `mixed`.
 */
export function sectionsOf(labels: readonly string[]): Map<string, string> | { mixed: string } | null {
  const sections = new Map<string, string>()
  const depths = new Map<string, number>()
  for (const label of labels) {
    if (isMissingKind(label)) continue
    const found = findIndustry(label, 'SNI2007')
    if (!found.ok) return null
    const digits = /^\d[\d.]*/.exec(label)?.[0].replaceAll('.', '').length
    const depth = found.division === null ? 0 : Math.max(2, digits ?? 2)
    if ((depths.get(found.section) ?? depth) !== depth) return { mixed: label }
    depths.set(found.section, depth)
    sections.set(label, found.section)
  }
  return sections
}
