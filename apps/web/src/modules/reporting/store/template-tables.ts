import type { ColumnType, Generated } from 'kysely'
import type { TenantDb } from '../../../platform/db/tenant.ts'

/** The tables of templates, and what they add to that of adopted reports. */
type TemplateTables = {
  report_template: {
    region_id: string
    hash: string
    body: Buffer
    facts: ColumnType<unknown, string, never>
    added_at: Generated<Date>
  }
  region_template: {
    region_id: string
    hash: string
    name: string
    is_used: boolean
    revision: number
    changed_at: Date
    changed_by: string
    changed_name: string
  }
  plan_report_adopted: { template_hash: string | null }
}

export function withTemplates(db: TenantDb) {
  return db.withTables<TemplateTables>()
}
