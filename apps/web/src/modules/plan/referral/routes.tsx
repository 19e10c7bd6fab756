import type { Web } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import { addCompilation } from './routes-compiled.tsx'
import { addReferralEntry } from './routes-entry.tsx'
import { addReferralLink } from './routes-link.tsx'
import { addReferral } from './routes-referral.tsx'

/** Plans on referral: questions out, answers in, and what was done with them. */
export function addReferrals(app: Web, doors: PlanDoors) {
  addCompilation(app, doors)
  addReferralEntry(app, doors)
  addReferral(app, doors)
  addReferralLink(app, doors)
}
