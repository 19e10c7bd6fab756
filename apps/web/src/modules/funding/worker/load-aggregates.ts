import type { AggregateRow } from '@jamvikt/equity'
import { z } from 'zod'
import { type Db, withTenant } from '../../../platform/db/tenant.ts'
import { aggregatesOf } from '../store/cases.ts'
import type { ListSource } from './engine-messages.ts'

const kind = z.string()
const count = z.union([z.number(), kind])
const rowSchema = z.object({
  by: z.record(z.string(), z.string()),
  applied: count,
  granted: count,
  refused: count,
  withdrawn: count,
  amountAppliedOre: kind,
  amountGrantedOre: kind,
})

/** A list of counts, as the equity package sums it: what was not asked for is left out, not zero. */
export async function loadAggregates(db: Db, source: ListSource): Promise<AggregateRow[]> {
  const rows = await withTenant(db, source, (tenantDb) => aggregatesOf(tenantDb, source.listId))
  return rows.map((content) => {
    const row = rowSchema.parse(content)
    const figures = Object.entries(row).flatMap(([name, value]) => {
      if (name === 'by') return []
      const number = typeof value === 'number' ? value : /^\d+$/.test(String(value)) ? Number(value) : null
      return number === null ? [] : [[name, number]]
    })
    return { by: row.by, ...Object.fromEntries(figures) }
  })
}
