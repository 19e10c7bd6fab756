import type { Generated } from 'kysely'
import type { Made } from './column-types.ts'

/** The tables of plans on their way in. */
export interface PlanExchangeTables {
  plan_import_draft: {
    region_id: string
    id: Generated<string>
    file_name: string
    content: string
    created_at: Made
    created_by: string
  }
}
