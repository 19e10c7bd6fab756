import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { TakenOff } from '../../statistics/public.ts'

/** Stands where a table stood that has been taken off; on other people’s pages its links open apart. */
export function Gone(props: { locale: Locale; home: string; gone: TakenOff; isEmbedded?: boolean }) {
  const { locale, home, gone } = props
  const apart = props.isEmbedded ? { target: '_blank', rel: 'noopener' } : {}
  return (
    <>
      <h1>{gone.name}</h1>
      <Notice kind="watch">
        {locale.text('open.gone', { date: locale.date(gone.at), text: gone.notice })}
      </Notice>
      <p>
        <a href={`${home}/log`} {...apart}>
          {locale.text('open.log')}
        </a>{' '}
        ·{' '}
        <a href={home} {...apart}>
          {locale.text('open.gone.all')}
        </a>
      </p>
    </>
  )
}
