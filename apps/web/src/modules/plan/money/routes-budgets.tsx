import { EmptyState, Notice, Tag } from '@jamvikt/ui'
import type { Web } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { showTab } from '../plan-room.tsx'
import { planMoney } from '../rules/money-of.ts'
import { amountText, moneyText, sumText } from '../ui/amounts.ts'
import { askedOf, budgetOf, moneyOf } from './money-page.ts'
import { layOut } from './rules/grid.ts'
import { inKindChecks } from './rules/in-kind.ts'
import { indirectChecks } from './rules/indirect-costs.ts'
import { reconcile } from './rules/reconcile.ts'
import { countBudget } from './service/count-budget.ts'
import { forecastOfPlan } from './service/plan-forecast.ts'
import { latestCellsOf } from './store/cell-history.ts'
import { BudgetTable } from './ui/budget-table.tsx'
import { CountedChoice } from './ui/counted-choice.tsx'
import { Differences, IndirectTable, InKindList } from './ui/differences.tsx'
import { RiskBanner } from './ui/forecast-table.tsx'
import { LayoutChoice } from './ui/layout-choice.tsx'
import { MoneyNav } from './ui/money-nav.tsx'
import { OutsideItsYears } from './ui/outside-its-years.tsx'

/** With more amounts than this a budget is shown on its own page alone. */
const MOST_SHOWN = 400

/** The budgets of a plan, and where they meet. */
export function addBudgetPages(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/money', async (c) => {
    const { actor, opened, here, document, tree, budgets, locale } = await moneyOf(c, doors, 'see-plans')
    const forecast = await doors.inRegion(actor, (db) => forecastOfPlan(db, opened))
    const writes = mayDo(c, 'write-plan')
    const comparisons = reconcile(document)
    const indirect = indirectChecks(document)
    const inKind = inKindChecks(document)
    const money = planMoney(document)
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="budgets" />
        {c.req.query('saved') === 'counted' ? (
          <Notice kind="good">{locale.text('plan.m.counted.saved')}</Notice>
        ) : null}
        {c.req.query('refused') === 'counted' ? (
          <Notice kind="watch">{locale.text('plan.m.counted.gone')}</Notice>
        ) : null}
        <RiskBanner locale={locale} forecast={forecast} here={here} />
        {money === null ? null : (
          <p class="lede">
            {locale.text('plan.m.planCosts', {
              amount: `${sumText(locale, money.sum)}\u00a0kr`,
              budget: money.budget.name,
            })}
          </p>
        )}
        <p class="inline no-print">
          {writes ? (
            <a class="button primary" href={`${here}/money/new`}>
              {locale.text('plan.m.new')}
            </a>
          ) : null}
          {comparisons.length > 0 ? (
            <a href={`${here}/money/comparison.xlsx`}>{locale.text('plan.m.comparison.download')}</a>
          ) : null}
        </p>
        {budgets.length === 0 ? (
          <EmptyState title={locale.text('plan.m.none')}>
            <p>{locale.text('plan.m.none.text')}</p>
          </EmptyState>
        ) : null}
        <CountedChoice locale={locale} here={here} budgets={budgets} mayWrite={writes} />
        {comparisons.length + indirect.length + inKind.length === 0 ? null : (
          <section class="card" aria-labelledby="meetings">
            <h2 id="meetings">{locale.text('plan.m.meetings')}</h2>
            <p class="hint">{locale.text('plan.m.meetings.text')}</p>
            <Differences locale={locale} tree={tree} comparisons={comparisons} />
            {indirect.length === 0 ? null : <IndirectTable locale={locale} checks={indirect} />}
            {inKind.length === 0 ? null : <InKindList locale={locale} checks={inKind} />}
          </section>
        )}
        {budgets.map((budget) => {
          const at = `${here}/money/b/${budget.id}`
          const layout = layOut(tree, budget, new Map(), 'show')
          const isSmall =
            layout.priority === null && layout.rows.length * (layout.columns.length + 1) <= MOST_SHOWN
          return (
            <section key={budget.id} class="card">
              <h2>{budget.over.length === 0 ? budget.name : <a href={at}>{budget.name}</a>}</h2>
              <p>
                {budget.isCounted ? <Tag kind="good">{locale.text('plan.m.counted.tag')}</Tag> : null}{' '}
                {budget.over.map((each) => locale.text(`plan.m.dimension.${each}`)).join(' × ')}.{' '}
                {locale.text('plan.m.budgetSum', {
                  amount: `${sumText(locale, budget.total, budget.unit)}\u00a0${budget.unit}`,
                })}{' '}
                {budget.total.missing > 0
                  ? locale.counted('plan.m.unknownAmounts', budget.total.missing)
                  : ''}
              </p>
              {isSmall && budget.over.length > 0 ? (
                <BudgetTable
                  locale={locale}
                  tree={tree}
                  budget={budget}
                  layout={layout}
                  caption={budget.name}
                />
              ) : null}
              <OutsideItsYears locale={locale} tree={tree} budget={budget} />
              {budget.over.length === 0 || !writes ? null : (
                <p class="no-print">
                  <a href={`${at}/edit`}>{locale.text('plan.m.enter')}</a>
                </p>
              )}
            </section>
          )
        })}
      </>,
    )
  })

  app.post('/r/:slug/plans/:plan/money/counted', async (c) => {
    const { actor, opened, here } = await moneyOf(c, doors, 'write-plan')
    const id = wordOf(await c.req.formData(), 'budget', 100)
    const done = await doors.inRegion(actor, (db) =>
      countBudget(db, actor, opened.plan.id, id === '' ? null : id),
    )
    return c.redirect(`${here}/money?${done ? 'saved' : 'refused'}=counted`, 303)
  })

  app.get('/r/:slug/plans/:plan/money/b/:budget', async (c) => {
    const { actor, opened, here, at, tree, budget, locale } = await budgetOf(c, doors, 'see-plans')
    const layout = layOut(tree, budget, askedOf(c), 'show')
    const writes = mayDo(c, 'write-plan')
    const latest = writes
      ? await doors.inRegion(actor, (db) => latestCellsOf(db, opened.plan.id, budget.id))
      : null
    const changed = Number(c.req.query('changed') ?? '')
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="budgets" />
        {Number.isInteger(changed) && c.req.query('changed') !== undefined ? (
          <Notice kind="good">{locale.counted('plan.m.saved', changed)}</Notice>
        ) : null}
        <h2>{budget.name}</h2>
        {budget.note === '' ? null : <p>{budget.note}</p>}
        <p>
          {locale.text('plan.m.budgetSum', {
            amount: `${sumText(locale, budget.total, budget.unit)}\u00a0${budget.unit}`,
          })}{' '}
          {budget.total.missing > 0 ? locale.counted('plan.m.unknownAmounts', budget.total.missing) : ''}
        </p>
        {budget.isCounted ? <p class="note">{locale.text('plan.field.counted')}.</p> : null}
        <OutsideItsYears locale={locale} tree={tree} budget={budget} />
        {budget.strayOre > 0n ? (
          <Notice kind="watch">
            {locale.text('plan.m.stray', { amount: moneyText(locale, budget.strayOre) })}
          </Notice>
        ) : null}
        <p class="inline no-print">
          {writes ? (
            <a class="button primary" href={`${at}/edit`}>
              {locale.text('plan.m.enter')}
            </a>
          ) : null}
          {writes ? <a href={`${here}/items/${budget.id}`}>{locale.text('plan.m.facts')}</a> : null}
          <a href={`${at}/download.xlsx`}>{locale.text('plan.m.download.xlsx')}</a>
          <a href={`${at}/download.csv`}>{locale.text('plan.m.download.csv')}</a>
        </p>
        <LayoutChoice locale={locale} tree={tree} budget={budget} layout={layout} here={at} use="show" />
        <BudgetTable locale={locale} tree={tree} budget={budget} layout={layout} caption={budget.name} />
        {latest === null ? null : latest.isDecided ? (
          <section class="card no-print">
            <h3>{locale.text('plan.m.latest')}</h3>
            <p>
              {locale.text('plan.m.latest.decided', { name: latest.by, time: locale.time(latest.at) })}{' '}
              <a href={`${here}/money/moves/new`}>{locale.text('plan.m.latest.moveBack')}</a>
            </p>
          </section>
        ) : (
          <form method="post" action={`${at}/undo`} class="card form no-print">
            <h3>{locale.text('plan.m.latest')}</h3>
            <p>
              {locale.text('plan.m.latest.text', {
                name: latest.by,
                time: locale.time(latest.at),
                count: locale.number(latest.changes.length),
              })}
              {latest.changes.length === 1
                ? ` ${amountText(locale, latest.changes[0]?.before ?? null, budget.unit)} → ${amountText(locale, latest.changes[0]?.after ?? null, budget.unit)}.`
                : ''}
            </p>
            <input type="hidden" name="change" value={latest.id} />
            <button class="button" type="submit">
              {locale.text('plan.m.undo')}
            </button>
          </form>
        )}
      </>,
    )
  })
}
