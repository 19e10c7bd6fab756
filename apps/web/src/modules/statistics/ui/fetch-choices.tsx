import type { Locale } from '@jamvikt/i18n'

export type FetchWay = 'file' | 'address' | 'pxweb' | 'kolada'
const WAYS: readonly FetchWay[] = ['file', 'address', 'pxweb', 'kolada']

/** The ways to bring a table in, each a page of its own. */
export function FetchChoices(props: { locale: Locale; home: string; current: FetchWay }) {
  const { locale, home, current } = props
  return (
    <nav aria-label={locale.text('fetch.from')}>
      <p class="inline">
        <span>{locale.text('fetch.from')}:</span>
        {WAYS.map((way) => (
          <a
            key={way}
            class={way === current ? 'button primary' : 'button'}
            href={way === 'file' ? `${home}/new` : `${home}/new/${way}`}
            aria-current={way === current ? 'page' : undefined}
          >
            {locale.text(`fetch.from.${way}`)}
          </a>
        ))}
      </p>
    </nav>
  )
}
