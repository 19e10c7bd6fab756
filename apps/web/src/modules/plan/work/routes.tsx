import type { Web } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import { addFlags } from './routes-flags.tsx'
import { addMeetingForm } from './routes-meeting.tsx'
import { addMessages } from './routes-messages.tsx'
import { addPeopleAndMeetings } from './routes-people.tsx'
import { addYearWheel } from './routes-year.tsx'

/** The work with a plan: people, meetings, messages, red flags, the year. */
export function addWork(app: Web, doors: PlanDoors) {
  addPeopleAndMeetings(app, doors)
  addMeetingForm(app, doors)
  addMessages(app, doors)
  addFlags(app, doors)
  addYearWheel(app, doors)
}
