import type { ColumnType, Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'

/** The tables of referrals, of red flags and of reminders by the clock. */
export interface PlanWorkTables {
  plan_referral: {
    region_id: string
    plan_id: string
    version: number
    intro: string
    questions: Json<unknown>
    due_on: string
    made_at: Made
    made_by: string
  }
  plan_referral_answer: {
    region_id: string
    id: Generated<string>
    plan_id: string
    version: number
    organisation: string
    address: Generated<string>
    token_hash: Later<string>
    invited_at: Later<Date>
    revoked_at: Later<Date>
    revision: Generated<number>
    stance: Later<'support' | 'changes' | 'object' | 'none'>
    comments: ColumnType<unknown, string | undefined, string>
    sent_at: Later<Date>
    received_on: Later<string>
    entered_by: Later<string>
    made_at: Made
    made_by: string
  }
  plan_referral_note: {
    region_id: string
    id: ColumnType<bigint, never, never>
    plan_id: string
    version: number
    answer_id: string
    about: string
    outcome: 'taken-up' | 'partly' | 'not' | 'open'
    reason: string
    made_at: Made
    made_by: string
    made_name: string
  }
  plan_flag_note: {
    region_id: string
    id: ColumnType<bigint, never, never>
    plan_id: string
    flag: string
    said: string
    words: string
    made_at: Made
    made_by: string
    made_name: string
  }
  plan_reminding: {
    region_id: string
    plan_id: string
    is_on: boolean
    days_before: number
    language: 'sv' | 'en'
    changed_at: Generated<Date>
    changed_by: string
    changed_name: string
  }
  plan_reminded: {
    region_id: string
    plan_id: string
    about: string
    person_id: string
    sent_at: Generated<Date>
  }
  reminding_region: { region_id: string }
}
