import type { ColumnType, Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'

type State = 'submitted' | 'returned' | 'accepted' | 'reopened'

/** The tables of reports to the agency, and of the agency’s money. */
export interface AgencyTables {
  agency: { region_id: string; slug: string; name: string }
  plan_submission_words: {
    region_id: string
    plan_id: string
    period_id: string
    revision: Generated<number>
    words: Json<unknown>
    changed_at: Generated<Date>
    changed_by: string
    changed_name: string
  }
  plan_submission: {
    region_id: string
    id: Generated<string>
    plan_id: string
    period_id: string
    number: number
    agency_id: string
    state: Generated<State>
    report: Json<unknown>
    figures: Json<unknown>
    sha256: string
    remarks: ColumnType<unknown, string | undefined, string>
    submitted_at: Made
    submitted_by: string
    submitted_name: string
    decided_at: Later<Date>
    decided_name: Generated<string>
  }
  agency_region: { region_id: string; id: Generated<string>; tenant_id: string | null; name: string }
  received_report: {
    region_id: string
    id: string
    of_region: string
    plan_id: string
    plan_name: string
    period_id: string
    kind: 'half-year' | 'interim' | 'annual'
    starts_on: string
    ends_on: string
    due_on: string
    year: ColumnType<number, never, never>
    number: number
    state: Generated<State>
    report: Json<unknown>
    figures: Json<unknown>
    sha256: string
    remarks: ColumnType<unknown, string | undefined, string>
    submitted_at: Date
    submitted_name: string
    decided_at: Later<Date>
    decided_by: Later<string>
    decided_name: Generated<string>
  }
  agency_frame: {
    region_id: string
    year: number
    amount_ore: bigint
    changed_at: Generated<Date>
    changed_name: string
  }
  agency_grant: {
    region_id: string
    of_region: string
    year: number
    amount_ore: bigint
    diary: string
    decided_on: string
    revision: Generated<number>
    changed_at: Generated<Date>
    changed_name: string
  }
  agency_move: {
    region_id: string
    id: Generated<string>
    year: number
    from_region: string
    to_region: string
    amount_ore: bigint
    from_before: bigint
    to_before: bigint
    reason: string
    state: Generated<'proposed' | 'approved' | 'declined' | 'withdrawn'>
    made_at: Made
    made_by: string
    made_name: string
    decided_at: Later<Date>
    decided_by: Later<string>
    decided_name: Generated<string>
    diary: Generated<string>
    decided_on: Later<string>
    answer: Generated<string>
  }
}
