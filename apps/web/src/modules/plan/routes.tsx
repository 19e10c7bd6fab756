import type { Web } from '../../platform/http/context.ts'
import type { PlanDoors } from './doors.ts'
import { addPlanPages } from './routes-plans.tsx'

/** Plans: made, written, adopted, followed. */
export function addPlans(app: Web, doors: PlanDoors) {
  addPlanPages(app, doors)
}
