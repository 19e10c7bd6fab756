import { EmptyState } from '@jamvikt/ui'
import type { Web } from '../../platform/http/context.ts'
import { authorise } from './authorise.ts'
import type { PlanDoors } from './doors.ts'
import { homeOf, planOf, showPage, showTab } from './plan-room.tsx'
import { PlanTree } from './rules/tree.ts'
import { listPlans } from './service/open-plan.ts'

/** The list of plans, and a plan’s activities. */
export function addPlanPages(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans', async (c) => {
    const actor = authorise(c, 'see-plans')
    const locale = c.get('locale')
    const plans = await doors.inRegion(actor, listPlans)
    return showPage(
      c,
      locale.text('plan.title'),
      <>
        <h1>{locale.text('plan.title')}</h1>
        <p class="lede">{locale.text('plan.lede')}</p>
        {plans.length === 0 ? (
          <EmptyState title={locale.text('plan.none')}>
            <p>{locale.text('plan.none.text')}</p>
          </EmptyState>
        ) : null}
        <ul>
          {plans.map(({ slug, facts }) => (
            <li key={slug}>
              <a href={`${homeOf(c)}/${slug}`}>{facts.name}</a>
            </li>
          ))}
        </ul>
      </>,
    )
  })

  app.get('/r/:slug/plans/:plan', async (c) => {
    const { opened } = await planOf(c, doors, 'see-plans')
    const tree = new PlanTree(opened.document)
    return showTab(
      c,
      opened,
      'activities',
      <ul>
        {tree.all('activity').map(({ id, fields }) => (
          <li key={id}>{fields.name}</li>
        ))}
      </ul>,
    )
  })
}
