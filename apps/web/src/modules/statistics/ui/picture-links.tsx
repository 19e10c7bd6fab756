import type { Locale } from '@jamvikt/i18n'
import { queryOf, type View } from '../rules/view.ts'

/** What a chart or map can be taken away as: a picture, or a line of code for another website. */
export function PictureLinks(props: {
  locale: Locale
  address: string
  view: View
  title: string
  /** An earlier version that is looked at. */
  version: number | null
  embedFrom: string | null
}) {
  const { locale, address, view, version, embedFrom } = props
  if (view.chart === 'table') return null
  const query = queryOf(view)
  query.set('lang', locale.language)
  if (version !== null) query.set('version', String(version))
  return (
    <section class="picture-links no-print" aria-label={locale.text('picture.take')}>
      <p class="chips">
        <a class="chip" href={`${address}/picture.svg?${query}`} download>
          {locale.text('picture.take.svg')}
        </a>
        <a class="chip" href={`${address}/picture.png?${query}`} download>
          {locale.text('picture.take.png')}
        </a>
      </p>
      {embedFrom === null ? null : (
        <details>
          <summary>{locale.text('picture.embed')}</summary>
          <p>{locale.text('picture.embed.text')}</p>
          <label for="embed-code">{locale.text('picture.embed.code')}</label>
          <textarea id="embed-code" class="code" rows={4} readOnly>
            {embedCode(new URL(`${address}/embed?${query}`, embedFrom).href, props.title)}
          </textarea>
        </details>
      )}
    </section>
  )
}

function embedCode(address: string, title: string): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${address.replaceAll('&', '&amp;')}" title="${name}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`
}
