import type { Web } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import { addExports } from './routes-export.ts'
import { addImport } from './routes-import.tsx'
import { addWordTables } from './routes-word.tsx'

/** Plans in and out of files. */
export function addPlanExchange(app: Web, doors: PlanDoors) {
  // Before drafts: the template is none.
  addExports(app, doors)
  addImport(app, doors)
  addWordTables(app, doors)
}
