import { EmptyState, Notice } from '@jamvikt/ui'
import { openSites, withOpenSite } from '../../platform/db/tenant.ts'
import type { Platform, Web } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import {
  Comments,
  conceptsOf,
  DifferenceTable,
  Explorer,
  listOpenPages,
  listPublished,
  type MapBoundaries,
  PublishedList,
  publishedRevision,
  publishedWithComments,
  ToldWords,
  tableTakenOff,
  viewOf,
} from '../statistics/public.ts'
import { addApi } from './api/routes.ts'
import { NO_PLANS, type OpenPlans } from './model-plans.ts'
import { PageCache } from './page-cache.ts'
import { addOpenAnalysis } from './routes-analysis.tsx'
import { addLog } from './routes-log.tsx'
import { addOpenPages } from './routes-pages.tsx'
import { addPictures, shareOf } from './routes-picture.tsx'
import { addOpenPlans } from './routes-plans.tsx'
import { Downloads } from './ui/downloads.tsx'
import { Gone } from './ui/gone.tsx'
import { OpenPageList } from './ui/open-page-list.tsx'
import { PlanList, plansWith } from './ui/plan-list.tsx'

/** The open site: what anybody may see, without signing in and without script. */
export function addOpen(
  app: Web,
  platform: Platform,
  boundaries?: MapBoundaries,
  plans: OpenPlans = NO_PLANS,
) {
  addApi(app, platform, () => new Date(), plans)
  addLog(app, platform, plans)
  const cache = new PageCache(async (site) => {
    const now = new Date()
    const revisions = await withOpenSite(platform.db, site, async (db) => [
      await publishedRevision(db, now),
      await plans.revision(db, now),
    ])
    return revisions?.join('\n') ?? ''
  })
  app.use('/open/:site', (c, next) => cache.serve(c, c.req.param('site'), next))
  app.use('/open/:site/:dataset', (c, next) => cache.serve(c, c.req.param('site'), next))
  addOpenPages(app, platform, cache, boundaries)
  addOpenPlans(app, platform, cache, plans)
  addPictures(app, platform, cache, boundaries)

  addOpenAnalysis(app, platform, cache)

  app.get('/open', async (c) => {
    const locale = c.get('locale')
    const sites = await openSites(platform.db)
    return renderPage(
      c,
      { title: locale.text('open.title'), open: { home: '/open', name: null } },
      <>
        <h1>{locale.text('open.title')}</h1>
        {sites.length === 0 ? (
          <EmptyState title={locale.text('open.noSites')}>
            <p>{locale.text('open.noSites.text')}</p>
          </EmptyState>
        ) : (
          <ul class="plain">
            {sites.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/open/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </>,
    )
  })

  app.get('/open/:site', async (c) => {
    const locale = c.get('locale')
    const search = (c.req.query('q') ?? '').slice(0, 100)
    const found = await withOpenSite(platform.db, c.req.param('site'), async (db, site) => ({
      site,
      entries: await listPublished(db, new Date(), search),
      pages: await listOpenPages(db, search),
      listed: plansWith(await plans.list(db, new Date()), search),
    }))
    if (found === null) throw new HttpProblem(404)
    const { site, entries, pages, listed } = found
    const home = `/open/${site.slug}`
    return renderPage(
      c,
      { title: site.name, open: { home, name: site.name } },
      <>
        <h1>{locale.text('open.region', { name: site.name })}</h1>
        <p class="lede">{locale.text('open.lede')}</p>
        <form method="get" class="inline" role="search">
          <label for="q">{locale.text('open.search')}</label>
          <input id="q" name="q" type="search" value={search} />
          <button class="button" type="submit">
            {locale.text('stat.search.button')}
          </button>
        </form>
        {entries.length + pages.length + listed.length === 0 ? (
          <Notice kind="info">
            {search === '' ? locale.text('open.nothing') : locale.text('stat.search.none', { text: search })}
          </Notice>
        ) : null}
        {listed.length === 0 ? null : (
          <section class="card">
            <h2>{locale.text('open.plans')}</h2>
            <PlanList locale={locale} home={home} plans={listed} />
          </section>
        )}
        <OpenPageList locale={locale} home={home} pages={pages} />
        <PublishedList locale={locale} home={home} entries={entries} />
        <p>
          <a href={`${home}/plans`}>{locale.text('open.plans')}</a> ·{' '}
          <a href={`${home}/indicators`}>{locale.text('open.indicators')}</a> ·{' '}
          <a href={`${home}/log`}>{locale.text('open.log')}</a> ·{' '}
          <a href={`${home}/feed`}>{locale.text('open.feed')}</a>
        </p>
        <section class="card">
          <h2>{locale.text('open.api')}</h2>
          <p>{locale.text('open.api.text')}</p>
          <ul>
            <li>
              <a href={`/api/${site.slug}/v2/tables`}>PxWebApi v2</a> ·{' '}
              <a href={`/api/${site.slug}/v2/openapi.json`}>OpenAPI</a>
            </li>
            <li>
              <a href={`/api/${site.slug}/v1/sv`}>PxWeb API v1</a>
            </li>
            <li>
              DCAT-AP: <a href={`${home}/catalogue.ttl`}>Turtle</a> ·{' '}
              <a href={`${home}/catalogue.rdf`}>RDF/XML</a> · <a href={`${home}/catalogue.jsonld`}>JSON-LD</a>
            </li>
          </ul>
        </section>
      </>,
    )
  })

  app.get('/open/:site/:dataset', async (c) => {
    const locale = c.get('locale')
    const found = await withOpenSite(platform.db, c.req.param('site'), async (db, site) => ({
      site,
      found: await publishedWithComments(db, c.req.param('dataset'), new Date()),
      gone: await tableTakenOff(db, c.req.param('dataset'), new Date()),
    }))
    if (found === null) throw new HttpProblem(404)
    const { site, gone } = found
    if (found.found === null) {
      if (gone === null) throw new HttpProblem(404)
      return renderPage(
        c,
        { title: gone.name, open: { home: `/open/${site.slug}`, name: site.name } },
        <Gone locale={locale} home={`/open/${site.slug}`} gone={gone} />,
        410,
      )
    }
    const { released, comments, differences } = found.found
    const { dataset, version, provenance, table, publishedAt, notice } = released.payload
    const concepts = conceptsOf(table)
    const view = viewOf((name) => c.req.query(name), table, concepts)
    const home = `/open/${site.slug}`
    const address = `${home}/${dataset.slug}`
    const shown = {
      locale,
      dataset,
      version,
      provenance,
      table,
      view,
      concepts,
      boundaries,
      region: site.name,
    }
    const share = shareOf(shown, address, platform.config.baseUrl)
    return renderPage(
      c,
      { title: dataset.name, open: { home, name: site.name }, share },
      <>
        <p class="crumb">
          <a href={home}>{site.name}</a> › {locale.text(`stat.area.${dataset.area}`)}
        </p>
        <h1>{dataset.name}</h1>
        {dataset.description ? <p class="lede">{dataset.description}</p> : null}
        {dataset.synthetic ? <Notice kind="watch">{locale.text('synthetic')}</Notice> : null}
        {notice === null ? null : (
          <Notice kind="info">
            {locale.text('open.changed', { date: locale.date(publishedAt), text: notice })}
          </Notice>
        )}
        {differences === null ? null : <DifferenceTable locale={locale} differences={differences} />}
        <Explorer
          locale={locale}
          dataset={dataset}
          version={version}
          provenance={provenance}
          table={table}
          view={view}
          concepts={concepts}
          boundaries={boundaries}
          isOpen
          address={address}
          embedFrom={platform.config.baseUrl}
        />
        <p>
          <a class="button" href={`${home}/${dataset.slug}/analysis`}>
            {locale.text('analyse.title')}
          </a>
        </p>
        <ToldWords locale={locale} words={dataset} />
        <Comments locale={locale} action="" view="" version={version} comments={comments} writer={null} />
        <Downloads locale={locale} site={site.slug} table={released} />
        <p class="note">
          {locale.text('open.published', { date: locale.date(publishedAt), version })} {dataset.contact}
        </p>
      </>,
    )
  })
}
