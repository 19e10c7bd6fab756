import type { Locale } from '@jamvikt/i18n'
import { Notice, ProgressBar } from '@jamvikt/ui'
import type { FundingList } from '../model.ts'
import { ListNav } from './list-pages.tsx'

/** In place of the release page until the tables are protected: `share` of it is done, 0–1; null when it failed. */
export function ProtectionPage(props: {
  locale: Locale
  here: string
  list: FundingList
  share: number | null
}) {
  const { locale, here, share } = props
  return (
    <>
      <h1>{locale.text('release.title', { name: props.list.name })}</h1>
      <ListNav locale={locale} here={here} list={props.list} current="release" />
      {share === null ? (
        <Notice kind="bad">
          <p>{locale.text('release.protecting.failed')}</p>
          <p>{locale.text('release.protecting.fewer')}</p>
        </Notice>
      ) : (
        <>
          <ProgressBar
            id="protecting"
            label={locale.text('release.protecting')}
            share={share}
            source={`${here}/release/status`}
          />
          <p class="note">{locale.text('release.protecting.wait')}</p>
        </>
      )}
      <form method="post" action={`${here}/release/protection`} class="bar-row">
        {share === null ? (
          <button class="button primary" type="submit" name="again" value="1">
            {locale.text('release.protecting.again')}
          </button>
        ) : (
          <button class="button" type="submit">
            {locale.text('cancel')}
          </button>
        )}
      </form>
    </>
  )
}
