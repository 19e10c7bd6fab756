import type { ColumnType, Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'

/** The tables of plans’ money besides their budgets. */
export interface PlanMoneyTables {
  plan_ledger_import: {
    region_id: string
    plan_id: string
    id: string
    file_name: string
    hash: string
    state: Generated<'received' | 'imported' | 'withdrawn'>
    kind: Generated<'outcome' | 'commitment'>
    mapping: Json<unknown> | null
    entries: Generated<number>
    known: Generated<number>
    refused: ColumnType<unknown, string | undefined, string>
    refused_count: Generated<number>
    later: Generated<number>
    covers_to: Later<string>
    made_at: Made
    made_by: string
    made_name: string
    imported_at: Later<Date>
  }
  plan_entry: {
    region_id: string
    plan_id: string
    import_id: string
    fingerprint: string
    formerly: string | null
    row: number
    kind: 'outcome' | 'commitment'
    on_date: string
    year: ColumnType<number, never, never>
    amount_ore: bigint
    text: string
    activity_id: string | null
    cost_type_id: string | null
    financier_id: string | null
  }
  plan_move: {
    region_id: string
    plan_id: string
    id: Generated<string>
    budget_id: string
    from_key: readonly string[]
    to_key: readonly string[]
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
    answer: Generated<string>
  }
}
