import type { Platform, Web } from '../../platform/http/context.ts'
import { addAuditRoutes } from './routes-audit.tsx'
import { addIntakeRoutes } from './routes-intake.tsx'
import { addListRoutes } from './routes-lists.tsx'
import { addReleaseRoutes } from './routes-release.tsx'
import type { FundingDoors } from './service/doors.ts'

/** Every address of the module, under /r/:slug/money. */
export function addFunding(app: Web, platform: Platform, doors: FundingDoors) {
  addListRoutes(app, doors)
  addIntakeRoutes(app, doors)
  addAuditRoutes(app, doors)
  addReleaseRoutes(app, platform, doors)
}
