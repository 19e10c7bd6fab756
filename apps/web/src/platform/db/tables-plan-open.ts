import type { Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'

/** What of plans is shown to everybody. */
export interface PlanOpenTables {
  plan_publication: {
    region_id: string
    id: Generated<string>
    plan_id: string
    version: number
    content: Json<unknown>
    open_from: Date
    made_at: Made
    made_by: string
    made_name: string
    ended_at: Later<Date>
    ended_by: Later<string>
    ended_name: Later<string>
    notice: Generated<string>
  }
}
