import { isLanguage, localeOf } from '@jamvikt/i18n'
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { withOpenSite } from '../../platform/db/tenant.ts'
import { assets } from '../../platform/http/assets.ts'
import type { Platform, Web, WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import {
  conceptsOf,
  EmbeddedView,
  type MapBoundaries,
  type Pictured,
  PngMaker,
  type PublishedContent,
  pictureSvg,
  pngAnswer,
  publishedTable,
  queryOf,
  sharePicture,
  shareText,
  svgAnswer,
  tableTakenOff,
  viewOf,
} from '../statistics/public.ts'
import type { PageCache } from './page-cache.ts'
import { Gone } from './ui/gone.tsx'

/** Pictures of what is published, and charts that others show on their own pages. */
export function addPictures(app: Web, platform: Platform, cache: PageCache, boundaries?: MapBoundaries) {
  const maker = new PngMaker(platform.config.root)
  // A picture stands where its reader's language is not known: its address says which one it is in.
  for (const file of ['picture.svg', 'picture.png', 'share.png', 'embed'])
    app.use(`/open/:site/:dataset/${file}`, (c, next) => {
      const asked = c.req.query('lang')
      if (isLanguage(asked)) c.set('locale', localeOf(asked))
      return cache.serve(c, c.req.param('site') ?? '', next)
    })

  const pictured = async (c: WebContext) => {
    const found = await withOpenSite(platform.db, c.req.param('site') ?? '', async (db, site) => ({
      site,
      released: await publishedTable(db, c.req.param('dataset') ?? '', new Date()),
    }))
    if (found === null || found.released === null) throw new HttpProblem(404)
    const { site, released } = found
    return picturedOf(c, released.payload, site.name, boundaries)
  }

  app.get('/open/:site/:dataset/picture.svg', async (c) => {
    const shown = await pictured(c)
    return svgAnswer(c, pictureSvg(shown), shown.dataset.slug)
  })

  app.get('/open/:site/:dataset/picture.png', async (c) => {
    const shown = await pictured(c)
    return pngAnswer(c, maker, pictureSvg(shown), shown.dataset.slug)
  })

  app.get('/open/:site/:dataset/share.png', async (c) => {
    const shown = await pictured(c)
    return pngAnswer(c, maker, sharePicture(shown), shown.dataset.slug, 1)
  })

  app.get('/open/:site/:dataset/embed', async (c) => {
    const { site } = c.req.param()
    const gone = await withOpenSite(platform.db, site, async (db) =>
      (await publishedTable(db, c.req.param('dataset'), new Date())) === null
        ? tableTakenOff(db, c.req.param('dataset'), new Date())
        : null,
    )
    if (gone !== null)
      return embedded(
        c,
        gone.name,
        <Gone locale={c.get('locale')} home={`/open/${site}`} gone={gone} isEmbedded />,
        410,
      )
    const shown = await pictured(c)
    const { dataset, view } = shown
    const page = `/open/${site}/${dataset.slug}?${queryOf(view)}`
    return embedded(c, dataset.name, <EmbeddedView {...shown} page={page} />)
  })
}

/** A page to stand on other people’s pages. */
function embedded(c: WebContext, title: string, content: ComponentChildren, status: 200 | 410 = 200) {
  const html = renderToString(
    <html lang={c.get('locale').language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={assets().style} />
      </head>
      <body class="embedded">
        <main>{content}</main>
      </body>
    </html>,
  )
  return c.html(`<!doctype html>${html}`, status)
}

/** What a published table is drawn of, by the address that asks. */
function picturedOf(
  c: WebContext,
  { dataset, version, provenance, table }: PublishedContent,
  region: string,
  boundaries: MapBoundaries | undefined,
): Pictured {
  const concepts = conceptsOf(table)
  const view = viewOf((name) => c.req.query(name), table, concepts)
  return { locale: c.get('locale'), dataset, version, provenance, table, view, concepts, boundaries, region }
}

/** What a link to a page of a table is shown as elsewhere: a sentence and a picture. */
export function shareOf(shown: Pictured, page: string, origin: string) {
  const query = queryOf(shown.view)
  query.set('lang', shown.locale.language)
  return {
    text: shareText(shown),
    address: new URL(page, origin).href,
    image: new URL(`${page}/share.png?${query}`, origin).href,
  }
}
