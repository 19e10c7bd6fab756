import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { indicatorEntries, type LogEvent, logEvents } from '../../rules/open-log.ts'
import { openLog, publishedRevision } from '../../service/published.ts'
import { indicatorActs } from '../../store/indicator-acts.ts'
import { indicatorsRevision } from '../../store/indicators.ts'
import { pageLog, pagesRevision } from '../store/page-publications.ts'

const LOGGED = 200

/** What has happened on the open site to tables, pages and indicators, the latest first. */
export async function openSiteLog(db: TenantDb, now: Date): Promise<LogEvent[]> {
  const tables = await openLog(db, now)
  const indicators = indicatorEntries(await indicatorActs(db), tables)
  return logEvents([...tables, ...(await pageLog(db, LOGGED)), ...indicators]).slice(0, LOGGED)
}

/** What all of the open site is known by: tables, pages and indicators. */
export async function openSiteRevision(db: TenantDb, now: Date): Promise<string> {
  const parts = [await publishedRevision(db, now), await pagesRevision(db), await indicatorsRevision(db)]
  return parts.join(' ')
}
