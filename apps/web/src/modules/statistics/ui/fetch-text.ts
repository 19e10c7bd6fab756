import type { Locale } from '@jamvikt/i18n'
import type { FetchRefusal, FetchRun } from '../fetch/model-fetch.ts'

/** Why nothing was fetched, with what and where it is about. */
export function fetchRefusalText(
  locale: Locale,
  refusal: Pick<FetchRefusal, 'line' | 'keyword' | 'detail'> & { readonly reason: string },
): string {
  const { reason, line, keyword = '', detail = '' } = refusal
  const text = ['fetch.reason', 'stat.file', 'intake.file', 'intake.worker'].reduceRight(
    (fallback, group) => locale.dynamic(`${group}.${reason}`, fallback, { row: line ?? '', value: detail }),
    reason,
  )
  const place = [
    ...(line === undefined ? [] : [locale.text('stat.file.line', { line })]),
    ...(keyword === '' ? [] : [keyword]),
    ...(detail === '' ? [] : [detail]),
  ]
  return place.length === 0 ? text : `${text} (${place.join(': ')})`
}

/** How a fetch went, or how it stands. */
export function fetchRunText(locale: Locale, { status, outcome }: FetchRun): string {
  if (outcome === null) return locale.text(status === 'queued' ? 'fetch.run.queued' : 'fetch.run.running')
  if (outcome.kind === 'refused') return fetchRefusalText(locale, outcome)
  if (outcome.kind === 'draft') return locale.text('fetch.run.draft')
  const version = locale.number(outcome.version)
  return outcome.kind === 'version'
    ? locale.text('fetch.run.version', { version })
    : locale.text('fetch.run.unchanged', { version })
}
