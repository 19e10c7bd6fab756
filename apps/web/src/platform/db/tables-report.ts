import type { Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'

/** The tables of reports. */
export interface ReportTables {
  plan_report: {
    region_id: string
    plan_id: string
    id: Generated<string>
    kind: 'half-year' | 'terms' | 'accounts' | 'brief' | 'final' | 'free'
    revision: Generated<number>
    made_from: Later<string>
    made_at: Made
    made_by: string
    removed_at: Later<Date>
  }
  plan_report_revision: {
    region_id: string
    report_id: string
    number: number
    content: Json<unknown>
    made_at: Made
    made_by: string
    made_name: string
  }
  plan_report_adopted: {
    region_id: string
    report_id: string
    report: string
    hash: string
    origins: Json<unknown>
    style: Json<unknown>
    diary: string
    decided_on: string
    body: string
    adopted_at: Made
    adopted_by: string
    adopted_name: string
  }
  region_look: {
    region_id: string
    style: Json<unknown>
    revision: Generated<number>
    changed_at: Generated<Date>
    changed_by: string
    changed_name: string
  }
}
