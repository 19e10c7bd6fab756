import type { ColumnType, Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'

/** The tables of the money: lists of applications, what was read of them, and what was released. */
export interface FundingTables {
  funding_mapping: {
    region_id: string
    id: Generated<string>
    name: string
    mapping: Json<unknown>
    created_at: Made
    created_by: string
  }
  funding_list: {
    region_id: string
    id: Generated<string>
    name: string
    kind: 'cases' | 'aggregated'
    synthetic: Generated<boolean>
    mapping: Json<unknown>
    threshold: Generated<number>
    period_years: Generated<number>
    base_id: Later<string>
    version: Generated<number>
    created_at: Made
    created_by: string
    withdrawn_at: Later<Date>
    withdrawn_by: Later<string>
  }
  funding_upload: {
    region_id: string
    id: Generated<string>
    list_id: string | null
    list_name: string
    file_name: string
    byte_size: bigint
    sha256: string
    status: 'received' | 'read' | 'refused' | 'importing' | 'imported'
    inspection: ColumnType<unknown, string | null | undefined, string | null>
    refusal: ColumnType<unknown, string | null | undefined, string | null>
    created_at: Made
    created_by: string
  }
  funding_import: {
    region_id: string
    id: Generated<string>
    list_id: string
    upload_id: string
    file_name: string
    sha256: string
    mapping: Json<unknown>
    whole_list: boolean
    status: 'queued' | 'running' | 'done' | 'failed'
    progress: Generated<number>
    rows_read: Generated<number>
    report: ColumnType<unknown, string | null | undefined, string | null>
    failure: ColumnType<unknown, string | null | undefined, string | null>
    created_at: Made
    created_by: string
    finished_at: Later<Date>
  }
  funding_refusal: {
    region_id: string
    import_id: string
    seq: number
    row_number: number
    column_name: string
    reason: string
    value: string | null
    suggestions: string[]
  }
  funding_case: FundingCaseRow & { region_id: string; list_id: string }
  funding_aggregate: {
    region_id: string
    list_id: string
    row_number: number
    entry: number
    content: Json<unknown>
  }
  funding_released_case: {
    region_id: string
    list_id: string
    period: string
    case_id: string
    subjects: string[]
    content: Json<unknown>
  }
  funding_released_period: {
    region_id: string
    list_id: string
    period: string
    hidden: Json<unknown>
    content_hash: string
    versions: Generated<number>
  }
  funding_release: {
    region_id: string
    id: Generated<string>
    list_id: string
    tables: Json<unknown>
    released_at: Made
    released_by: string
  }
}

export interface FundingCaseRow {
  case_id: string
  recipient_key: string
  recipient_name: string | null
  organisation_number: string | null
  sole_trader: boolean
  support_form: string
  outcome: 'granted' | 'refused' | 'withdrawn' | 'pending'
  applied_ore: bigint | null
  applied_missing: string | null
  granted_ore: bigint | null
  granted_missing: string | null
  applied_on: string | null
  decided_on: string | null
  municipality: string
  county: string
  industry: string
  sex: string
  alternative_sex: Json<Record<string, string>>
  background: string
  age: string
  unit: string
}
