import type { ColumnType, Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'

/** The tables of plans. */
export interface PlanTables {
  plan: {
    region_id: string
    id: Generated<string>
    slug: string
    name: string
    kind: 'action-plan' | 'programme' | 'strategy'
    lede: Generated<string>
    starts_on: string
    ends_on: string
    synthetic: Generated<boolean>
    origin: Generated<string>
    above_id: Later<string>
    revision: ColumnType<bigint, never, bigint>
    created_at: Made
    created_by: string
  }
  plan_item: {
    region_id: string
    plan_id: string
    id: string
    kind: string
    parent_id: string | null
    position: number
    fields: Json<unknown>
    revision: bigint
    changed_at: Generated<Date>
    changed_by: string
    changed_name: string
    removed_at: Later<Date>
  }
  plan_cell: {
    region_id: string
    plan_id: string
    budget_id: string
    key: readonly string[]
    amount_ore: bigint | null
    revision: bigint
  }
  plan_version: {
    region_id: string
    plan_id: string
    number: number
    state: 'referral' | 'adopted'
    document: Json<unknown>
    hash: string
    diary: Generated<string>
    decided_on: Later<string>
    body: Generated<string>
    made_at: Made
    made_by: string
    made_name: string
  }
}
