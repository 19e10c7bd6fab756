import type { Locale } from '@jamvikt/i18n'
import { kindText, type listOpenPages } from '../../statistics/public.ts'

/** The pages that a region has put together, before its tables. */
export function OpenPageList(props: {
  locale: Locale
  home: string
  pages: Awaited<ReturnType<typeof listOpenPages>>
}) {
  const { locale, pages } = props
  if (pages.length === 0) return null
  return (
    <section class="card">
      <h2>{locale.text('open.pages')}</h2>
      <ul class="plain">
        {pages.map(({ page, content, publishedAt }) => (
          <li key={page.id}>
            <a href={`${props.home}/pages/${page.slug}`}>{content.title}</a>
            <br />
            {content.lede === '' ? null : (
              <>
                {content.lede}
                <br />
              </>
            )}
            <small class="note">
              {kindText(locale, content)} · {locale.date(publishedAt)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
