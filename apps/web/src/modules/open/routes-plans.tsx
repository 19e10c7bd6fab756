import { isLanguage, localeOf } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import { withOpenSite } from '../../platform/db/tenant.ts'
import type { Platform, Web } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { send } from './api/answer.ts'
import type { OpenPlans } from './model-plans.ts'
import type { PageCache } from './page-cache.ts'
import { openListPage } from './ui/open-list-page.tsx'
import { PlanList } from './ui/plan-list.tsx'

/** The plans that a region shows everybody, as pages and as files. */
export function addOpenPlans(app: Web, platform: Platform, cache: PageCache, plans: OpenPlans) {
  app.use('/open/:site/plans/:plan', (c, next) => cache.serve(c, c.req.param('site'), next))

  app.get('/open/:site/plans', async (c) => {
    const locale = c.get('locale')
    const found = await withOpenSite(platform.db, c.req.param('site'), async (db, site) => ({
      site,
      listed: await plans.list(db, new Date()),
    }))
    if (found === null) throw new HttpProblem(404)
    const { site, listed } = found
    const home = `/open/${site.slug}`
    return openListPage(c, site, {
      title: locale.text('open.plans'),
      lede: locale.text('open.plans.lede'),
      none: locale.text('open.plans.none'),
      list: listed.length === 0 ? null : <PlanList locale={locale} home={home} plans={listed} />,
    })
  })

  app.get('/open/:site/plans/:plan', async (c) => {
    const locale = c.get('locale')
    const found = await withOpenSite(platform.db, c.req.param('site'), async (db, site) => ({
      site,
      page: await plans.page(db, c.req.param('plan'), new Date(), { locale, home: `/open/${site.slug}` }),
    }))
    if (found === null || found.page === null) throw new HttpProblem(404)
    const { site, page } = found
    const { name, lede, synthetic, origin, slug, startsOn, endsOn, publishedAt } = page.plan
    const home = `/open/${site.slug}`
    const share = {
      text: lede === '' ? page.summary : lede.slice(0, 300),
      address: new URL(`${home}/plans/${slug}`, platform.config.baseUrl).href,
    }
    const day = (date: string) => locale.date(`${date}T12:00:00Z`)
    return renderPage(
      c,
      { title: name, open: { home, name: site.name }, share },
      <>
        <p class="crumb">
          <a href={home}>{site.name}</a> › <a href={`${home}/plans`}>{locale.text('open.plans')}</a> ›{' '}
          {day(startsOn)}–{day(endsOn)}
        </p>
        <h1>{name}</h1>
        {lede === '' ? null : <p class="lede">{lede}</p>}
        {synthetic ? (
          <Notice kind="watch">
            {locale.text('plan.synthetic')} {origin}
          </Notice>
        ) : null}
        {page.content}
        <p class="note">{locale.text('open.plan.published', { date: locale.date(publishedAt) })}</p>
      </>,
    )
  })

  app.get('/open/:site/plans/:plan/:file', async (c) => {
    const { plan, file } = c.req.param()
    const asked = c.req.query('lang')
    const locale = isLanguage(asked) ? localeOf(asked) : localeOf('sv')
    const found = await withOpenSite(platform.db, c.req.param('site'), (db, site) =>
      plans.file(db, plan, file, new Date(), { locale, site }),
    )
    if (found === null) throw new HttpProblem(404)
    const reply = {
      ok: true,
      ...found,
      headers: {
        'Content-Disposition': `attachment; filename="${plan}-${file}"`,
        'X-Content-Type-Options': 'nosniff',
      },
    } as const
    return send(reply, c.req.header('if-none-match'))
  })
}
