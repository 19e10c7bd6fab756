import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { FetchRun } from '../fetch/model-fetch.ts'
import type { Dataset } from '../model-datasets.ts'
import { fetchRunText } from './fetch-text.ts'

/** On a dataset’s page: how often it is fetched, and that the latest fetch failed, with the reason. */
export function FetchState(props: {
  locale: Locale
  home: string
  dataset: Dataset
  latest: FetchRun | null
}) {
  const { locale, home, dataset, latest } = props
  if (!('address' in dataset.source)) return null
  const more = <a href={`${home}/${dataset.slug}/fetch`}>{locale.text('fetch.state.more')}</a>
  if (latest?.status === 'failed')
    return (
      <Notice kind="watch">
        <p>
          {locale.text('fetch.state.failed', { time: locale.time(latest.finishedAt ?? latest.createdAt) })}{' '}
          {fetchRunText(locale, latest)}
        </p>
        <p>{more}</p>
      </Notice>
    )
  return (
    <p class="note">
      {dataset.fetchAgain === 'never' ? null : (
        <>
          {locale.text('fetch.state.every', {
            every: locale.text(`fetch.dataset.${dataset.fetchAgain}`),
          })}{' '}
        </>
      )}
      {latest === null ? null : (
        <>
          {locale.text('fetch.state.last', {
            time: locale.time(latest.createdAt),
            outcome: fetchRunText(locale, latest),
          })}{' '}
        </>
      )}
      {more}
    </p>
  )
}
