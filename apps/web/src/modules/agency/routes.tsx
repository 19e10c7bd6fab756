import type { Web } from '../../platform/http/context.ts'
import type { AgencyDoors } from './doors.ts'
import { addGrants } from './routes-grants.tsx'
import { addGrantMoves } from './routes-moves.tsx'
import { addPreview } from './routes-preview.tsx'
import { addReceived } from './routes-received.tsx'
import { addRegions } from './routes-regions.tsx'
import { addSubmission } from './routes-submission.tsx'

/** Reports from regions to the agency, and what the agency does with them. */
export function addAgency(app: Web, doors: AgencyDoors) {
  addSubmission(app, doors)
  addPreview(app, doors)
  addReceived(app, doors)
  addRegions(app, doors)
  addGrantMoves(app, doors)
  addGrants(app, doors)
}
