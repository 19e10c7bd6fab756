import { isMissingKind, type LeaderRule, type MissingKind, type Sex } from '@jamvikt/domain'
import { CaseEncoder, type CaseRecord, type EncodedCases, type EncodeRefusal } from '@jamvikt/tables'
import { type Db, withTenant } from '../../../platform/db/tenant.ts'
import { casePage, type FundingCaseRowRead, PAGE } from '../store/cases.ts'
import type { ListSource } from './engine-messages.ts'

function amount(ore: bigint | null, missing: string | null): bigint | MissingKind {
  if (ore !== null) return ore
  return missing !== null && isMissingKind(missing) ? missing : 'notAsked'
}

function toRecord(row: FundingCaseRowRead): CaseRecord {
  return {
    row: 0,
    caseId: row.case_id,
    recipientKey: row.recipient_key,
    recipientName: row.recipient_name,
    organisationNumber: row.organisation_number,
    soleTrader: row.sole_trader,
    supportForm: row.support_form,
    outcome: row.outcome,
    appliedAmountOre: amount(row.applied_ore, row.applied_missing),
    grantedAmountOre: amount(row.granted_ore, row.granted_missing),
    appliedOn: row.applied_on,
    decidedOn: row.decided_on,
    municipality: row.municipality,
    county: row.county,
    industry: row.industry,
    sex: row.sex as Sex,
    alternativeSex: row.alternative_sex as Partial<Record<LeaderRule, Sex>>,
    background: row.background,
    age: row.age,
    unit: row.unit,
  }
}

const KEPT_LISTS = 4
const kept = new Map<string, Promise<EncodedCases | EncodeRefusal>>()

/** A list's cases as columns; the latest few lists stay in memory until they change. */
export function loadCases(db: Db, source: ListSource, leaderRule: LeaderRule | null) {
  const key = [source.regionId, source.listId, source.version, leaderRule].join('/')
  const known = kept.get(key)
  if (known) return known
  const loaded = encode(db, source, leaderRule)
  kept.set(key, loaded)
  loaded.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_LISTS) break
    kept.delete(oldest)
  }
  return loaded
}

async function encode(db: Db, source: ListSource, leaderRule: LeaderRule | null) {
  const encoder = new CaseEncoder(leaderRule ? { leaderRule } : {})
  for await (const record of recordsOf(db, source)) encoder.add(record)
  return encoder.finish()
}

/** The list's cases one by one, in order of their ids. */
export async function* recordsOf(db: Db, source: ListSource): AsyncGenerator<CaseRecord> {
  const pages = pagesOf(db, source)
  for await (const page of pages) for (const row of page) yield toRecord(row)
}

/** Each page in a transaction of its own: no lock is held while figures are made. */
async function* pagesOf(db: Db, source: ListSource) {
  for (let after = ''; ; ) {
    const page = await withTenant(db, source, (tenantDb) => casePage(tenantDb, source.listId, after))
    yield page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.case_id
  }
}
