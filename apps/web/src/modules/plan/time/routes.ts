import type { Web } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import { addTimePages } from './routes-time.tsx'
import { addTimeFiles } from './routes-time-files.ts'

/** The time plan: written, drawn, printed, taken along. */
export function addTimePlan(app: Web, doors: PlanDoors) {
  addTimePages(app, doors)
  addTimeFiles(app, doors)
}
