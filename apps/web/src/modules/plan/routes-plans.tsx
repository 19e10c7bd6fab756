import { EmptyState } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { authorise, mayDo } from './authorise.ts'
import type { PlanDoors } from './doors.ts'
import { ExportLinks } from './exchange/ui/export-links.tsx'
import { latestStatuses } from './follow/rules/standing.ts'
import { followed } from './follow/service/follow.ts'
import { keepName, Saved } from './item-room.tsx'
import type { PlanDocument } from './model.ts'
import { forecastOfPlan, RiskBanner } from './money/public.ts'
import { homeOf, planWith, showPage, showTab } from './plan-room.tsx'
import { addSums, budgetsOf } from './rules/budgets.ts'
import { activitySums, planMoney, priorityMoney } from './rules/money-of.ts'
import { swedishDay } from './rules/swedish-day.ts'
import { PlanTree } from './rules/tree.ts'
import { listedPlans } from './service/list-plans.ts'
import { listVersions } from './service/versions.ts'
import { ActivityTable } from './ui/activity-table.tsx'
import { sumText } from './ui/amounts.ts'
import { AddLink } from './ui/item-view.tsx'
import { PlanList } from './ui/plan-list.tsx'
import { type Known, stateText } from './ui/words.tsx'

/** The list of plans. */
export function addPlanList(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans', async (c) => {
    const actor = authorise(c, 'see-plans')
    const locale = c.get('locale')
    const plans = await doors.inRegion(actor, listedPlans)
    const home = homeOf(c)
    return showPage(
      c,
      locale.text('plan.title'),
      <>
        <h1>{locale.text('plan.title')}</h1>
        <p class="lede">{locale.text('plan.lede')}</p>
        {mayDo(c, 'write-plan') ? (
          <p class="inline no-print item-acts">
            <a class="button primary" href={`${home}/new`}>
              {locale.text('plan.new')}
            </a>
            <a class="button" href={`${home}/import`}>
              {locale.text('plan.import')}
            </a>
          </p>
        ) : null}
        {plans.length === 0 ? (
          <EmptyState title={locale.text('plan.none')}>
            <p>{locale.text('plan.none.text')}</p>
          </EmptyState>
        ) : (
          <PlanList locale={locale} home={home} plans={plans} />
        )}
      </>,
    )
  })
}

/** A plan’s activities, at the plan’s own address. */
export function addPlanPage(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan', async (c) => {
    const { actor, opened, here, versions, forecast, told } = await planWith(
      c,
      doors,
      'see-plans',
      async (db, { plan, document }) => ({
        versions: await listVersions(db, plan.id),
        forecast: await forecastOfPlan(db, { plan, document }),
        told: latestStatuses(await followed(db, plan.id)),
      }),
    )
    const { plan, document } = opened
    const locale = c.get('locale')
    const tree = new PlanTree(document)
    const mayWrite = mayDo(c, 'write-plan')
    const known: Known = { locale, tree, here, codes: new Map() }
    const isEmpty = tree.all('priority').length === 0
    return showTab(
      c,
      opened,
      'activities',
      <>
        <Saved
          c={c}
          of={[keepName(actor.personId, plan.id, 'facts'), keepName(actor.personId, 'new', 'facts')]}
        />
        <p class="plan-summary">
          {isEmpty ? null : summary(c, document)}{' '}
          <a href={`${here}/versions`}>{stateText(locale, versions[0] ?? null)}</a>.
        </p>
        <p class="inline no-print item-acts">
          {mayWrite ? <AddLink {...known} kind="priority" parent={null} /> : null}
          <a class="button small" href={`${here}/items`}>
            {locale.text('plan.act.parts')}
          </a>
          {mayWrite ? (
            <a class="button small" href={`${here}/facts`}>
              {locale.text('plan.facts')}
            </a>
          ) : null}
        </p>
        {await doors.aboutPlan?.(c, opened)}
        <RiskBanner locale={locale} forecast={forecast} here={here} />
        {isEmpty ? (
          <EmptyState title={locale.text('plan.activities.none')}>
            <p>{locale.text('plan.activities.none.text')}</p>
          </EmptyState>
        ) : (
          <ActivityTable
            {...known}
            today={swedishDay(new Date())}
            money={{
              ofActivity: activitySums(document),
              ofPriority: priorityMoney(document),
              usedShare: usedShares(forecast),
            }}
            told={told}
            mayWrite={mayWrite}
          />
        )}
        {isEmpty ? null : <ExportLinks locale={locale} here={here} />}
      </>,
    )
  })
}

/** What activities have used of their money, where the ledger tells of any day. */
function usedShares({ asOf, rows }: Awaited<ReturnType<typeof forecastOfPlan>>): ReadonlyMap<string, number> {
  if (asOf === null) return new Map()
  return new Map(
    rows.flatMap(({ activity, usedShare }) => (usedShare === null ? [] : [[activity.id, usedShare]])),
  )
}

/** How much there is of a plan, in a sentence. */
function summary(c: WebContext, document: PlanDocument): string {
  const locale = c.get('locale')
  const count = (kind: string) => document.items.filter((item) => item.kind === kind).length
  const money = planMoney(document)
  const sum = money?.sum ?? addSums([])
  const said = sum.amountOre === null ? locale.text('plan.money.unknown') : `${sumText(locale, sum)} kr`
  const isOne = budgetsOf(document).length < 2
  return locale.text('plan.summary', {
    priorities: locale.counted('plan.count.priorities', count('priority')),
    activities: locale.counted('plan.count.activities', count('activity')),
    money:
      money === null || isOne
        ? said
        : locale.text('plan.summary.by', { money: said, budget: money.budget.name }),
  })
}
