import type { ColumnType, Generated } from 'kysely'
import type { Json, Later, Made } from './column-types.ts'
import type { AgencyTables } from './tables-agency.ts'
import type { FollowTables } from './tables-follow.ts'
import type { FundingTables } from './tables-funding.ts'
import type { PlanTables } from './tables-plan.ts'
import type { PlanExchangeTables } from './tables-plan-exchange.ts'
import type { PlanMoneyTables } from './tables-plan-money.ts'
import type { PlanOpenTables } from './tables-plan-open.ts'
import type { PlanWorkTables } from './tables-plan-work.ts'
import type { ReportTables } from './tables-report.ts'

// The shape of the database as the migrations leave it; the stores' tests run against the real thing.
export interface Tables
  extends ReportTables,
    AgencyTables,
    FollowTables,
    PlanWorkTables,
    FundingTables,
    PlanTables,
    PlanExchangeTables,
    PlanMoneyTables,
    PlanOpenTables {
  region: {
    id: string
    slug: string
    name: string
    demo: Generated<boolean>
    kind: Generated<'region' | 'agency'>
    created_at: Made
  }
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
    withdrawn_reason: Later<string>
    definitions: Generated<string>
    breaks: Generated<string>
    reading: ColumnType<unknown, string | null | undefined, string | null>
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
    held_id: string | null
    reading: ColumnType<unknown, string | null, never>
    created_at: Made
    created_by: string
  }
  stat_held_file: {
    region_id: string
    id: Generated<string>
    dataset_id: string | null
    file_name: string
    body: Buffer
    reading: ColumnType<unknown, string | null, string | null>
    created_at: Made
    created_by: string
  }
  kolada_catalogue: { region_id: string; address: string; kpis: Json<unknown>; fetched_at: Later<Date> }
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
    words: Json<unknown>
    differences: ColumnType<unknown, string | null, string | null>
    compared_with: string | null
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
  mailing_region: { region_id: string }
  stat_saved_view: {
    region_id: string
    id: Generated<string>
    dataset_id: string
    name: string
    view: string
    version: number | null
    shared: boolean
    created_at: Made
    created_by: string
    author_name: string
    removed_at: Later<Date>
  }
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
    changed_by: string
    asked_by: Later<string>
    opened_by: Later<string>
    opened_at: Later<Date>
    withdrawn_at: Later<Date>
    withdrawn_by: Later<string>
  }
  stat_page: {
    region_id: string
    id: Generated<string>
    slug: string
    revision: Generated<number>
    created_at: Made
    created_by: string
  }
  stat_page_revision: {
    region_id: string
    page_id: string
    number: number
    content: Json<unknown>
    created_at: Made
    created_by: string
    author_name: string
  }
  stat_page_publication: {
    region_id: string
    id: Generated<string>
    page_id: string
    revision: number
    state: 'proposed' | 'published' | 'declined' | 'replaced' | 'withdrawn'
    written_by: string
    proposed_at: Made
    proposed_by: string
    decided_at: Later<Date>
    decided_by: Later<string>
    ended_at: Later<Date>
    ended_by: Later<string>
    notice: Later<string>
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
  micro_sketch: {
    region_id: string
    dataset_id: string
    version: number
    sketch: Json<unknown>
    brought_by: string
  }
  micro_region: { region_id: string }
  open_site: { region_id: string; slug: string; name: string; demo: boolean; since: Made }
}
