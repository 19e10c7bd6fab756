import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { openLog, publishedRevision } from '../../service/published.ts'
import { indicatorsRevision } from '../../store/indicators.ts'
import type { LoggedPublication } from '../../store/publications.ts'
import { pageLog, pagesRevision } from '../store/page-publications.ts'

const LOGGED = 200

/** Everything that is or has been open to everybody, tables and pages, the latest first. */
export async function openSiteLog(db: TenantDb, now: Date): Promise<LoggedPublication[]> {
  const all = [...(await openLog(db, now)), ...(await pageLog(db, LOGGED))]
  return all.toSorted((a, b) => b.openedAt.getTime() - a.openedAt.getTime()).slice(0, LOGGED)
}

/** What all of the open site is known by: tables, pages and indicators. */
export async function openSiteRevision(db: TenantDb, now: Date): Promise<string> {
  const parts = [await publishedRevision(db, now), await pagesRevision(db), await indicatorsRevision(db)]
  return parts.join(' ')
}
