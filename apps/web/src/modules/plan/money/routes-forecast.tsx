import { Notice } from '@jamvikt/ui'
import type { Web } from '../../../platform/http/context.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { showTab } from '../plan-room.tsx'
import { yearsBetween } from '../rules/budgets.ts'
import { activityBudget } from '../rules/money-of.ts'
import { moneyText, sumText } from '../ui/amounts.ts'
import { moneyOf } from './money-page.ts'
import { forecastOfPlan } from './service/plan-forecast.ts'
import { ForecastTable, RiskBanner } from './ui/forecast-table.tsx'
import { MoneyNav } from './ui/money-nav.tsx'

/** Where the money is heading, activity by activity. */
export function addForecastPage(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/money/forecast', async (c) => {
    const { actor, opened, here, document, locale } = await moneyOf(c, doors, 'see-plans')
    const { startsOn, endsOn } = opened.plan.facts
    const years = yearsBetween(startsOn, endsOn)
    const year = years.find((each) => each === c.req.query('year')) ?? null
    const forecast = await doors.inRegion(actor, (db) => forecastOfPlan(db, opened, year))
    const at = `${here}/money/forecast`
    const warned = forecast.rows.filter(({ state }) => state === 'under' || state === 'over')
    const knowsYears = activityBudget(document)?.over.includes('year') === true
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="forecast" />
        <h2>{locale.text('plan.m.part.forecast')}</h2>
        {year === null ? <RiskBanner locale={locale} forecast={forecast} here={here} /> : null}
        {forecast.asOf === null ? (
          <Notice kind="info">
            {locale.text('plan.m.f.noLedger')}{' '}
            <a href={`${here}/money/ledger`}>{locale.text('plan.m.ledger.bring')}</a>
          </Notice>
        ) : (
          <p class="lede">
            {locale.text('plan.m.f.lede', {
              date: locale.date(forecast.asOf),
              used: moneyText(locale, forecast.usedOre),
              committed: moneyText(locale, forecast.committedOre),
              budget: `${sumText(locale, forecast.budget)}\u00a0kr`,
            })}{' '}
            {warned.length === 0
              ? locale.text('plan.m.f.noWarning')
              : locale.counted('plan.m.f.warned', warned.length)}
          </p>
        )}
        {forecast.staleOrders === undefined ? null : (
          <Notice kind="watch">
            {locale.text('plan.m.f.staleOrders', {
              date: locale.date(forecast.staleOrders.asOf),
              amount: moneyText(locale, forecast.staleOrders.amountOre),
            })}
          </Notice>
        )}
        {forecast.untiedOre === 0n ? null : (
          <Notice kind="watch">
            {locale.text('plan.m.f.untied', { amount: moneyText(locale, forecast.untiedOre) })}
          </Notice>
        )}
        <nav class="chips money-nav no-print" aria-label={locale.text('plan.m.dimension.year')}>
          <a class="chip" href={at} aria-current={year === null ? 'page' : undefined}>
            {locale.text('plan.m.allYears')}
          </a>
          {years.map((each) => (
            <a
              key={each}
              class="chip"
              href={`${at}?year=${each}`}
              aria-current={each === year ? 'page' : undefined}
            >
              {each}
            </a>
          ))}
        </nav>
        {year !== null && !knowsYears ? <p class="hint">{locale.text('plan.m.f.noYears')}</p> : null}
        <section class="card">
          <ForecastTable
            locale={locale}
            forecast={forecast}
            caption={
              year === null ? locale.text('plan.m.f.caption') : locale.text('plan.m.f.captionYear', { year })
            }
            moveFrom={
              mayDo(c, 'write-plan')
                ? ({ activity }) =>
                    `${here}/money/moves/new?from=${activity.id}${year === null ? '' : `&year=${year}`}`
                : null
            }
          />
          <p class="hint">{locale.text('plan.m.f.key')}</p>
          <details>
            <summary>{locale.text('plan.m.f.how')}</summary>
            <p>{locale.text('plan.m.f.how.text')}</p>
          </details>
        </section>
      </>,
    )
  })
}
