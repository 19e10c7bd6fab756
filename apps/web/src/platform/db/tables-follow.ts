import type { ColumnType, Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'

/** The tables of following up plans. */
export interface FollowTables {
  plan_period: {
    region_id: string
    plan_id: string
    id: Generated<string>
    kind: 'half-year' | 'interim' | 'annual'
    starts_on: string
    ends_on: string
    due_on: string
    closed_at: Later<Date>
    closed_by: Later<string>
    sent_at: Later<Date>
  }
  plan_period_frozen: {
    region_id: string
    plan_id: string
    period_id: string
    content: Json<unknown>
    hash: string
    frozen_on: string
  }
  plan_update: {
    region_id: string
    plan_id: string
    period_id: string
    activity_id: string
    revision: Generated<number>
    status: 'not-begun' | 'on-track' | 'late' | 'stopped' | 'done'
    done: string
    cause: string
    measure: string
    women: number | null
    men: number | null
    other: number | null
    unknown: number | null
    changed_at: Generated<Date>
    changed_by: string
    changed_name: string
  }
  plan_link: {
    region_id: string
    id: Generated<string>
    plan_id: string
    period_id: string
    activity_id: string
    person_id: string
    token_hash: string
    made_at: Made
    made_by: string
    expires_at: Date
    used_at: Later<Date>
    revoked_at: Later<Date>
  }
  mail_out: {
    region_id: string
    id: Generated<string>
    person_id: string
    address: string
    subject: string
    body: string
    made_at: Made
    sent_at: Later<Date>
    keep_until: ColumnType<Date, Date | undefined, Date>
  }
}
