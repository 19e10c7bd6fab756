import type { ColumnType, Generated } from 'kysely'

// The shape of the database as the migrations leave it; the stores' tests run against the real thing.
type Json<T> = ColumnType<T, string, string>
type Made = ColumnType<Date, never, never>
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface Tables {
  region: { id: string; slug: string; name: string; demo: Generated<boolean>; created_at: Made }
  member: { region_id: string; user_id: string; role: string; created_at: Made }
  history: {
    region_id: string
    id: ColumnType<bigint, never, never>
    at: Made
    actor_id: string | null
    kind: 'change' | 'read' | 'refusal'
    entity: string
    entity_id: string
    action: string
    details: Json<Record<string, unknown>>
    retain_until: ColumnType<string, never, never>
  }
  'identity.user': { id: string; name: string; email: string }
  base_table: {
    region_id: string
    id: Generated<string>
    name: string
    source: string
    counts_what: 'firms' | 'inhabitants'
    synthetic: boolean
    dimensions: string[]
    cells: Json<unknown>
    created_at: Made
    created_by: string
  }
  released_table: {
    region_id: string
    id: Generated<string>
    dataset: string
    period: string
    method: 'suppression' | 'cellkey' | 'round' | 'public-source'
    payload: Json<unknown>
    content_hash: string
    released_at: Made
    released_by: string
    replaces: Later<string>
    withdrawn_at: Later<Date>
    withdrawn_by: Later<string>
    notice: Later<string>
  }
  release_certificate: {
    region_id: string
    released_table_id: string
    certificate: Json<unknown>
    made_at: Made
  }
  stat_dataset: {
    region_id: string
    id: Generated<string>
    slug: string
    name: string
    description: Generated<string>
    area: 'power' | 'economy' | 'education' | 'care' | 'health' | 'violence' | 'background'
    licence: string
    contact: Generated<string>
    rhythm: Generated<'irregular' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'>
    source: Json<unknown>
    synthetic: Generated<boolean>
    version: Generated<number>
    fetch_again: Generated<'never' | 'daily' | 'weekly' | 'monthly'>
    fetch_again_by: Later<string>
    created_at: Made
    created_by: string
    withdrawn_at: Later<Date>
    withdrawn_by: Later<string>
  }
  stat_version: {
    region_id: string
    dataset_id: string
    number: number
    parts: Json<unknown>
    figures: Buffer
    sha256: string
    cells: number
    provenance: Json<unknown>
    assumptions: Json<unknown>
    changes: Json<unknown>
    created_at: Made
    created_by: string
  }
  stat_draft: {
    region_id: string
    id: Generated<string>
    dataset_id: string | null
    parts: Json<unknown>
    figures: Buffer
    provenance: Json<unknown>
    assumptions: Json<unknown>
    created_at: Made
    created_by: string
  }
  stat_publication: {
    region_id: string
    id: Generated<string>
    dataset_id: string
    version: number
    state: 'proposed' | 'published' | 'declined' | 'withdrawn'
    proposed_at: Made
    proposed_by: string
    open_from: Later<Date>
    closes_at: Later<Date>
    decided_at: Later<Date>
    decided_by: Later<string>
    released_table_id: Later<string>
    notice: Later<string>
  }
  stat_fetch: {
    region_id: string
    id: Generated<string>
    dataset_id: string | null
    source: Json<unknown>
    scheduled: boolean
    status: Generated<'queued' | 'running' | 'done' | 'failed'>
    progress: Generated<number>
    runs: Generated<number>
    fingerprint: Later<string>
    outcome: ColumnType<unknown, null | undefined, string | null>
    draft_id: Later<string>
    created_at: Made
    created_by: string
    touched_at: ColumnType<Date, undefined, Date>
    finished_at: Later<Date>
  }
  stat_fetch_piece: { region_id: string; fetch_id: string; number: number; body: Buffer }
  fetching_region: { region_id: string }
  stat_indicator: {
    region_id: string
    id: Generated<string>
    dataset_id: string
    name: string
    view: string
    area: 'power' | 'economy' | 'education' | 'care' | 'health' | 'violence' | 'background'
    direction: 'up' | 'down' | 'parity'
    owner: Generated<string>
    target_value: number | null
    target_year: number | null
    created_at: Made
    created_by: string
    withdrawn_at: Later<Date>
    withdrawn_by: Later<string>
  }
  stat_comment: {
    region_id: string
    id: Generated<string>
    dataset_id: string
    version: number
    view: string
    body: string
    state: 'draft' | 'reviewed' | 'withdrawn'
    created_at: Made
    created_by: string
    author_name: string
    decided_at: Later<Date>
    decided_by: Later<string>
  }
  micro_draft: {
    region_id: string
    id: Generated<string>
    dataset_id: string | null
    file_name: string
    columns: Json<unknown>
    created_at: Made
    created_by: string
  }
  micro_dataset: {
    region_id: string
    id: Generated<string>
    name: string
    source: string
    state: Generated<'kept' | 'deleted'>
    version: Generated<number>
    declaration: Json<unknown>
    contents: ColumnType<unknown, string, string | null>
    file_id: ColumnType<string | null, string, string | null>
    retain_until: string
    created_at: Made
    created_by: string
    brought_at: ColumnType<Date, undefined, Date>
    brought_by: string
    deleted_at: Later<Date>
    deleted_by: Later<string>
  }
  micro_policy: {
    region_id: string
    id: Generated<string>
    dataset_id: string
    state: Generated<'proposed' | 'approved' | 'declined'>
    max_noise: number
    variance: number
    threshold: number
    proposed_at: Made
    proposed_by: string
    decided_at: Later<Date>
    decided_by: Later<string>
    released_table_id: Later<string>
  }
  micro_region: { region_id: string }
  open_site: { region_id: string; slug: string; name: string; demo: boolean; since: Made }
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
