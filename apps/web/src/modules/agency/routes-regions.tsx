import { EmptyState, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { moneyText, swedishDay } from '../plan/public.ts'
import { homeOf, showPage } from './agency-room.tsx'
import { authorise } from './authorise.ts'
import type { AgencyDoors } from './doors.ts'
import { chooseRows, readChosen } from './rules/choose-rows.ts'
import { dividedIn } from './rules/grant-moves.ts'
import { BASES, type OverviewRow } from './rules/overview.ts'
import { overviewNow } from './service/overview.ts'
import { overviewCsv } from './service/overview-csv.ts'
import { receivedReports } from './store/received.ts'
import { CompareTable } from './ui/compare-table.tsx'
import { awaitedText, sourceText } from './ui/overview-cells.tsx'
import { OverviewForm } from './ui/overview-form.tsx'
import { OverviewTable } from './ui/overview-table.tsx'
import { ReceivedTable } from './ui/received-table.tsx'

const MOST_COMPARED = 4

/** All regions: their plans, money, activities, goals and reports, from what they have sent. */
export function addRegions(app: Web, doors: AgencyDoors) {
  const overview = async (c: WebContext) => {
    const actor = authorise(c, 'see-reports')
    const basis = BASES.find((each) => each === c.req.query('basis')) ?? 'accepted'
    const known = await doors.inRegion(actor, (db) => overviewNow(db, basis, swedishDay(new Date())))
    const chosen = readChosen(c.req.query(), known.years)
    return { ...known, actor, chosen, shown: chooseRows(known.rows, chosen, c.get('locale').compare) }
  }

  app.get('/r/:slug/regions', async (c) => {
    const { rows, shown, years, chosen, frames, grants } = await overview(c)
    const locale = c.get('locale')
    const home = homeOf(c)
    const frame = frames.find(({ year }) => year === chosen.year)
    return showPage(
      c,
      'regions',
      locale.text('agency.regions.title'),
      <>
        <h1>{locale.text('agency.regions.title')}</h1>
        <p class="lede">{locale.text('agency.regions.lede')}</p>
        {rows.length === 0 ? (
          <EmptyState title={locale.text('agency.regions.none')}>
            <p>{locale.text('agency.regions.none.text')}</p>
          </EmptyState>
        ) : (
          <>
            <OverviewForm locale={locale} years={years} rows={rows} chosen={chosen} />
            <p class="bar-row">
              <span>{locale.counted('agency.count', shown.length)}</span>{' '}
              <a href={`${home}/regions/table.csv${new URL(c.req.url).search}`}>
                {locale.text('agency.csv')}
              </a>
            </p>
            {frame === undefined ? null : (
              <p>
                {locale.text('agency.frame.of', {
                  year: frame.year,
                  frame: moneyText(locale, frame.amountOre),
                  divided: moneyText(locale, dividedIn(grants, frame.year)),
                })}
              </p>
            )}
            <Synthetic c={c} rows={shown} />
            <OverviewTable locale={locale} home={home} rows={shown} chosen={chosen} />
          </>
        )}
      </>,
    )
  })

  app.get('/r/:slug/regions/table.csv', async (c) => {
    const { shown } = await overview(c)
    const locale = c.get('locale')
    const csv = overviewCsv(locale, shown, {
      source: (source) => sourceText(locale, source),
      awaited: (one) => awaitedText(locale, one),
    })
    return c.body(csv, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="regioner.csv"',
    })
  })

  app.get('/r/:slug/regions/compare', async (c) => {
    const { rows } = await overview(c)
    const locale = c.get('locale')
    const asked = new Set(c.req.queries('r'))
    const compared = rows.filter(({ region, year }) => asked.has(`${region.id}.${year}`))
    const isFit = compared.length >= 2 && compared.length <= MOST_COMPARED
    return showPage(
      c,
      'regions',
      locale.text('agency.compare.title'),
      <>
        <p class="crumb no-print">
          <a href={`${homeOf(c)}/regions`}>{locale.text('agency.back')}</a>
        </p>
        <h1>{locale.text('agency.compare.title')}</h1>
        {isFit ? (
          <>
            <p class="lede">{locale.text('agency.regions.lede')}</p>
            <Synthetic c={c} rows={compared} />
            <CompareTable locale={locale} home={homeOf(c)} rows={compared} />
          </>
        ) : (
          <Notice kind="watch">{locale.text('agency.compare.few')}</Notice>
        )}
      </>,
    )
  })

  app.get('/r/:slug/regions/:region', async (c) => {
    const { actor, rows, regions, chosen } = await overview(c)
    const region = regions.find(({ id }) => id === c.req.param('region'))
    if (region === undefined) throw new HttpProblem(404)
    const locale = c.get('locale')
    const home = homeOf(c)
    const reports = await doors.inRegion(actor, (db) =>
      receivedReports(db, { state: null, year: null, regionId: region.id }),
    )
    const own = rows.filter((row) => row.region.id === region.id)
    return showPage(
      c,
      'regions',
      region.name,
      <>
        <p class="crumb no-print">
          <a href={`${home}/regions`}>{locale.text('agency.back')}</a>
        </p>
        <h1>{region.name}</h1>
        <Synthetic c={c} rows={own} />
        <h2>{locale.text('agency.region.years')}</h2>
        {own.length === 0 ? (
          <p>{locale.text('agency.region.noReports')}</p>
        ) : (
          <>
            <p class="note">{locale.text('agency.regions.lede')}</p>
            <OverviewTable locale={locale} home={home} rows={own} chosen={chosen} />
          </>
        )}
        <h2>{locale.text('agency.region.reports')}</h2>
        {reports.length === 0 ? (
          <p>{locale.text('agency.region.noReports')}</p>
        ) : (
          <ReceivedTable
            locale={locale}
            home={home}
            reports={reports}
            caption={locale.text('agency.region.reports')}
          />
        )}
      </>,
    )
  })
}

/** Says that figures are made up, where some are. */
function Synthetic({ c, rows }: { c: WebContext; rows: readonly OverviewRow[] }) {
  const isSynthetic = rows.some(({ sources }) => sources.some(({ figures }) => figures.synthetic))
  return isSynthetic ? <Notice kind="watch">{c.get('locale').text('agency.synthetic')}</Notice> : null
}
