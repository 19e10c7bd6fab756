import type { Locale } from '@jamvikt/i18n'
import { Notice, Select } from '@jamvikt/ui'
import type { FetchRun } from '../fetch/model-fetch.ts'
import { type Dataset, FETCH_AGAIN } from '../model-datasets.ts'
import { fetchRunText } from './fetch-text.ts'

/** How a dataset is fetched: from where, how often, and how it went. */
export function FetchSchedule(props: {
  locale: Locale
  here: string
  home: string
  dataset: Dataset
  runs: readonly FetchRun[]
}) {
  const { locale, here, home, dataset, runs } = props
  if (!('address' in dataset.source)) return <Notice kind="info">{locale.text('fetch.dataset.file')}</Notice>
  return (
    <>
      <p class="note wrap">{locale.text('fetch.dataset.source', { address: dataset.source.address })}</p>
      <form method="post" action={here} class="card form">
        <Select
          id="every"
          label={locale.text('fetch.dataset.again')}
          hint={locale.text('fetch.dataset.againHint')}
          value={dataset.fetchAgain}
          choices={FETCH_AGAIN.map((value) => ({ value, label: locale.text(`fetch.dataset.${value}`) }))}
        />
        <button class="button primary" type="submit">
          {locale.text('fetch.dataset.save')}
        </button>
      </form>
      <form method="post" action={`${here}/now`} class="card form">
        <p class="hint">{locale.text('fetch.dataset.nowHint')}</p>
        <button class="button" type="submit">
          {locale.text('fetch.dataset.now')}
        </button>
      </form>
      <section class="card">
        <h2>{locale.text('fetch.dataset.log')}</h2>
        {runs.length === 0 ? (
          <p>{locale.text('fetch.dataset.none')}</p>
        ) : (
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{locale.text('fetch.dataset.when')}</th>
                <th scope="col">{locale.text('fetch.dataset.how')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <th scope="row">
                    <a href={`${home}/new/fetches/${run.id}`}>{locale.time(run.createdAt)}</a>
                  </th>
                  <td data-label={locale.text('fetch.dataset.how')}>{fetchRunText(locale, run)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}
