import { EmptyState } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'

/** A page of the open site that lists things of one kind, or says that there are none. */
export function openListPage(
  c: WebContext,
  site: { readonly slug: string; readonly name: string },
  page: {
    readonly title: string
    readonly lede: string
    /** What is said where nothing is listed. */
    readonly none: string
    /** `null` where nothing is. */
    readonly list: ComponentChildren
  },
) {
  const locale = c.get('locale')
  const home = `/open/${site.slug}`
  return renderPage(
    c,
    { title: `${page.title}: ${site.name}`, open: { home, name: site.name } },
    <>
      <p class="crumb">
        <a href={home}>{site.name}</a>
      </p>
      <h1>{page.title}</h1>
      <p class="lede">{page.lede}</p>
      {page.list ?? (
        <EmptyState title={page.none}>
          <p>
            <a href={home}>{locale.text('open.region', { name: site.name })}</a>
          </p>
        </EmptyState>
      )}
    </>,
  )
}
