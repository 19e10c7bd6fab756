import type { Locale } from '@jamvikt/i18n'
import { Notice, ProgressBar } from '@jamvikt/ui'
import type { FetchRun } from '../fetch/model-fetch.ts'
import { fetchRunText } from './fetch-text.ts'

/** How far a fetch has come, or how it went. */
export function FetchRunView(props: { locale: Locale; here: string; home: string; run: FetchRun }) {
  const { locale, here, home, run } = props
  const { outcome } = run
  if (outcome === null)
    return (
      <>
        <ProgressBar
          id="fetching"
          label={locale.text('fetch.run.progress')}
          share={run.progress}
          source={`${here}/status`}
        />
        <p class="note">{locale.text('fetch.run.wait')}</p>
      </>
    )
  if (outcome.kind !== 'refused')
    return (
      <Notice kind="good">
        {outcome.kind === 'draft' ? locale.text('fetch.run.done') : fetchRunText(locale, run)}
      </Notice>
    )
  return (
    <>
      <Notice kind="bad">
        <p>{fetchRunText(locale, run)}</p>
        <p>{locale.text('fetch.run.nothingKept')}</p>
      </Notice>
      {outcome.resumable ? (
        <form method="post" action={`${here}/resume`} class="bar-row">
          <button class="button primary" type="submit">
            {locale.text('fetch.run.resume')}
          </button>
        </form>
      ) : null}
      <p>
        <a href={`${home}/new`}>{locale.text('fetch.run.again')}</a>
      </p>
    </>
  )
}
