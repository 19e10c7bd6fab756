import type { Locale } from '@jamvikt/i18n'
import { type OpenSite, withOpenSite } from '../../platform/db/tenant.ts'
import type { Platform, Web } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { type LogEvent, logEvents, openLog } from '../statistics/public.ts'
import { type FeedEntry, feedOf } from './feed.ts'
import type { OpenPlans } from './model-plans.ts'

/** What has been opened, changed and taken off, as a page and as a feed. */
export function addLog(app: Web, platform: Platform, plans: OpenPlans) {
  const logOf = async (slug: string) => {
    const found = await withOpenSite(platform.db, slug, async (db, site) => {
      const now = new Date()
      const events = [...(await openLog(db, now)), ...logEvents(await plans.log(db, now))]
      return { site, events: events.toSorted((a, b) => b.at.getTime() - a.at.getTime()) }
    })
    if (found === null) throw new HttpProblem(404)
    return found
  }

  app.get('/open/:site/log', async (c) => {
    const locale = c.get('locale')
    const { site, events } = await logOf(c.req.param('site'))
    const home = `/open/${site.slug}`
    const title = locale.text('open.log')
    return renderPage(
      c,
      { title, open: { home, name: site.name } },
      <>
        <p class="crumb">
          <a href={home}>{site.name}</a>
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('open.log.lede')}</p>
        <p>
          <a href={`${home}/feed`}>{locale.text('open.feed')}</a>
        </p>
        <section class="card">
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{locale.text('open.log.when')}</th>
                <th scope="col">{locale.text('open.log.thing')}</th>
                <th scope="col">{locale.text('open.log.what')}</th>
              </tr>
            </thead>
            <tbody>
              {events.map(({ at, entry, event, by, isOpen }) => (
                <tr key={`${entry.slug} ${entry.version} ${event} ${at.toISOString()}`}>
                  <th scope="row">{locale.time(at)}</th>
                  <td data-label={locale.text('open.log.thing')}>
                    {isOpen ? <a href={`${home}/${entry.slug}`}>{entry.name}</a> : entry.name}
                  </td>
                  <td data-label={locale.text('open.log.what')}>{eventText(locale, { entry, event, by })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </>,
    )
  })

  app.get('/open/:site/feed', async (c) => {
    const locale = c.get('locale')
    const { site, events } = await logOf(c.req.param('site'))
    const feed = feedOf(
      {
        address: new URL(`/open/${site.slug}`, platform.config.baseUrl).href,
        title: locale.text('open.region', { name: site.name }),
        author: site.name,
        language: locale.language,
      },
      events.map((event) => feedEntry(platform, site, locale, event)),
    )
    return c.body(feed, 200, {
      'Content-Type': 'application/atom+xml; charset=UTF-8',
      'Cache-Control': 'public, max-age=300',
      Vary: 'Accept-Language, Cookie',
    })
  })
}

function eventText(locale: Locale, { entry, event, by }: Pick<LogEvent, 'entry' | 'event' | 'by'>): string {
  const { kind, version } = entry
  if (kind === 'indicator')
    return locale.text(event === 'opened' ? 'open.log.indicator.opened' : 'open.log.indicator.closed')
  if (event === 'replaced')
    return by === version
      ? locale.text('open.log.replaced.words', { version })
      : locale.text('open.log.replaced', { version, by: by ?? '' })
  const text = locale.text(`open.log.${event}`, { version })
  const notice = event === 'opened' ? entry.notice : entry.closingNotice
  return notice === null || notice === '' ? text : `${text} ${notice}`
}

function feedEntry({ config }: Platform, site: OpenSite, locale: Locale, happened: LogEvent): FeedEntry {
  const { at, entry, event } = happened
  return {
    address: new URL(`/open/${site.slug}/${entry.slug}`, config.baseUrl).href,
    id: `${event} ${entry.version} ${at.toISOString()}`,
    title: entry.name,
    text: eventText(locale, happened),
    at,
  }
}
