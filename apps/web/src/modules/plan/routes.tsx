import type { Web } from '../../platform/http/context.ts'
import type { PlanDoors } from './doors.ts'
import { addPlanExchange } from './exchange/routes.ts'
import { addFollowUp } from './follow/routes-follow.tsx'
import { addFollowAll } from './follow/routes-follow-all.tsx'
import { addLinks } from './follow/routes-links.tsx'
import { addMoney } from './money/routes.tsx'
import { addOpening } from './open/routes.tsx'
import { addReached } from './open/routes-reached.tsx'
import { addReferrals } from './referral/routes.tsx'
import { addFacts } from './routes-facts.tsx'
import { addGoals } from './routes-goals.tsx'
import { addItemPages } from './routes-items.tsx'
import { addItemForms } from './routes-items-edit.tsx'
import { addPlanList, addPlanPage } from './routes-plans.tsx'
import { addThread } from './routes-thread.tsx'
import { addVersions } from './routes-versions.tsx'
import { addTimePlan } from './time/routes.ts'
import { addWork } from './work/routes.tsx'

/** Plans: made, written, adopted, followed. */
export function addPlans(app: Web, doors: PlanDoors) {
  // Before the pages of one plan: “import” is no plan’s address.
  addPlanExchange(app, doors)
  addPlanList(app, doors)
  addFacts(app, doors)
  addItemForms(app, doors)
  addItemPages(app, doors)
  addGoals(app, doors)
  addThread(app, doors)
  addVersions(app, doors)
  // Before the page of one activity: “all” is no activity.
  addFollowAll(app, doors)
  addFollowUp(app, doors)
  addLinks(app, doors)
  addMoney(app, doors)
  addOpening(app, doors)
  addReached(app, doors)
  addTimePlan(app, doors)
  addReferrals(app, doors)
  addWork(app, doors)
  // Last: an address that another page has is not a plan’s.
  addPlanPage(app, doors)
}
