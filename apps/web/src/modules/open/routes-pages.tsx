import { withOpenSite } from '../../platform/db/tenant.ts'
import type { Platform, Web } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import {
  IndicatorIndex,
  IndicatorPage,
  type MapBoundaries,
  openIndicator,
  openIndicators,
  PageView,
  readOpenPage,
} from '../statistics/public.ts'
import type { PageCache } from './page-cache.ts'
import { openListPage } from './ui/open-list-page.tsx'

/** The pages that a region has put together, and its indicators, for anybody. */
export function addOpenPages(app: Web, platform: Platform, cache: PageCache, boundaries?: MapBoundaries) {
  app.use('/open/:site/pages/:page', (c, next) => cache.serve(c, c.req.param('site'), next))
  app.use('/open/:site/indicators/:indicator', (c, next) => cache.serve(c, c.req.param('site'), next))

  app.get('/open/:site/pages/:page', async (c) => {
    const locale = c.get('locale')
    const found = await withOpenSite(platform.db, c.req.param('site'), async (db, site) => ({
      site,
      page: await readOpenPage(db, c.req.param('page'), new Date(), locale.language),
    }))
    if (found === null || found.page === null) throw new HttpProblem(404)
    const { site, page } = found
    const home = `/open/${site.slug}`
    return renderPage(
      c,
      { title: page.content.title, open: { home, name: site.name } },
      <>
        <p class="crumb">
          <a href={home}>{site.name}</a>
        </p>
        <PageView
          locale={locale}
          content={page.content}
          shown={page.shown}
          boundaries={boundaries}
          places={{
            table: (dataset, view) => `${home}/${dataset}${view === '' ? '' : `?${view}`}`,
            indicator: (address) => `${home}/indicators/${address ?? ''}`,
          }}
        />
        <p class="note">{locale.text('open.page.published', { date: locale.date(page.publishedAt) })}</p>
      </>,
    )
  })

  app.get('/open/:site/indicators', async (c) => {
    const locale = c.get('locale')
    const found = await withOpenSite(platform.db, c.req.param('site'), async (db, site) => ({
      site,
      indicators: await openIndicators(db, new Date(), locale.language),
    }))
    if (found === null) throw new HttpProblem(404)
    const { site, indicators } = found
    const home = `/open/${site.slug}/indicators`
    return openListPage(c, site, {
      title: locale.text('open.indicators'),
      lede: locale.text('open.indicators.lede'),
      none: locale.text('open.indicators.none'),
      list:
        indicators.length === 0 ? null : (
          <IndicatorIndex locale={locale} home={home} indicators={indicators} />
        ),
    })
  })

  app.get('/open/:site/indicators/:indicator', async (c) => {
    const locale = c.get('locale')
    const found = await withOpenSite(platform.db, c.req.param('site'), async (db, site) => ({
      site,
      indicator: await openIndicator(db, c.req.param('indicator'), new Date(), locale.language),
    }))
    if (found === null || found.indicator === null) throw new HttpProblem(404)
    const { site, indicator } = found
    const home = `/open/${site.slug}`
    const { slug } = indicator.measured.dataset
    return renderPage(
      c,
      { title: indicator.measured.indicator.name, open: { home, name: site.name } },
      <>
        <p class="crumb">
          <a href={home}>{site.name}</a> › <a href={`${home}/indicators`}>{locale.text('open.indicators')}</a>
        </p>
        <IndicatorPage
          locale={locale}
          indicator={indicator}
          table={`${home}/${slug}?${indicator.measured.indicator.view}`}
          api={`/api/${site.slug}/v2/tables/${slug}/metadata`}
        />
      </>,
    )
  })
}
