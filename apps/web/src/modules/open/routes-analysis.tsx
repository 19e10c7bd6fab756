import { Notice } from '@jamvikt/ui'
import { withOpenSite } from '../../platform/db/tenant.ts'
import type { Platform, Web } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { Analysis, choiceOf, conceptsOf, publishedTable } from '../statistics/public.ts'
import type { PageCache } from './page-cache.ts'

/** The measures of inequality of a published table, for anybody. */
export function addOpenAnalysis(app: Web, platform: Platform, cache: PageCache) {
  app.use('/open/:site/:dataset/analysis', (c, next) => cache.serve(c, c.req.param('site'), next))

  app.get('/open/:site/:dataset/analysis', async (c) => {
    const locale = c.get('locale')
    const found = await withOpenSite(platform.db, c.req.param('site'), async (db, site) => ({
      site,
      released: await publishedTable(db, c.req.param('dataset'), new Date()),
    }))
    if (!found?.released) throw new HttpProblem(404)
    const { dataset, table, version, publishedAt } = found.released.payload
    const home = `/open/${found.site.slug}`
    const concepts = conceptsOf(table)
    const asked = {
      one: (name: string) => c.req.query(name),
      all: (name: string) => c.req.queries(name) ?? [],
    }
    const title = locale.text('analyse.title.of', { name: dataset.name })
    return renderPage(
      c,
      { title, open: { home, name: found.site.name } },
      <>
        <p class="crumb">
          <a href={home}>{found.site.name}</a> › <a href={`${home}/${dataset.slug}`}>{dataset.name}</a>
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('analyse.lede')}</p>
        {dataset.synthetic ? <Notice kind="watch">{locale.text('synthetic')}</Notice> : null}
        <Analysis
          locale={locale}
          table={table}
          choice={choiceOf(asked, table, concepts)}
          concepts={concepts}
          version={null}
        />
        <p class="note">
          {dataset.source.producer}.{' '}
          {locale.text('open.published', { date: locale.date(publishedAt), version })}
        </p>
      </>,
    )
  })
}
