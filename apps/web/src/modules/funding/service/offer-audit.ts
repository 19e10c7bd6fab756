import { type Locale, localeOf } from '@jamvikt/i18n'
import type { Texts } from '@jamvikt/tables'
import type { Actor } from '../../../platform/policy.ts'
import { offerReleased } from '../../statistics/public.ts'
import { catalogueTable, type LabelWords } from '../rules/catalogue-table.ts'
import type { ReleasedPayload } from '../worker/engine-messages.ts'
import type { FundingDoors } from './doors.ts'
import type { ReleasedAudit } from './released-audit.ts'

export type AuditOffered =
  | { readonly ok: true; readonly slug: string }
  | { readonly ok: false; readonly reason: 'nothing-stands' | 'address-taken' }

/**
 * Puts the released figures of a list into the catalogue of statistics, by sex and one more dimension, from where another
 * person can open them for everybody. An offer of what is there already changes nothing.
 */
export async function offerAudit(
  doors: FundingDoors,
  actor: Actor,
  audit: ReleasedAudit,
  crossing: string | null,
  words: (locale: Locale, dimension: string, code: string) => string,
): Promise<AuditOffered> {
  const { list, tables } = audit
  if (tables.length === 0) return { ok: false, reason: 'nothing-stands' }
  const periods = tables
    .map(({ payload }) => ({ ...(payload.payload as ReleasedPayload), period: payload.period }))
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
  const inBoth = (say: (locale: Locale) => string): Texts => ({
    sv: say(localeOf('sv')),
    en: say(localeOf('en')),
  })
  const labels: LabelWords = (dimension, code) => inBoth((locale) => words(locale, dimension, code))
  const title = inBoth((locale) =>
    locale.text('catalogue.name', {
      name: list.name,
      crossing: crossing === null ? '' : words(locale, '', crossing),
    }),
  )
  const name = (title.sv ?? list.name).replace(/, $/, '').slice(0, 200)
  const kept = await doors.inRegion(actor, (db) =>
    offerReleased(db, actor, {
      name,
      description: localeOf('sv').text('catalogue.description', { threshold: audit.threshold }),
      area: 'economy',
      producer: localeOf('sv').text('catalogue.producer'),
      licence: 'CC0',
      synthetic: list.synthetic,
      tables,
      part: crossing ?? '',
      table: catalogueTable(periods, crossing, labels, title),
    }),
  )
  if (!kept.ok && kept.reason !== 'unchanged') return { ok: false, reason: 'address-taken' }
  return { ok: true, slug: kept.slug }
}
