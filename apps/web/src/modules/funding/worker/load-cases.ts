import { isMissingKind, type LeaderRule, type MissingKind, type Sex } from '@jamvikt/domain'
import { type CaseRecord, type EncodedCases, type EncodeRefusal, encodeCases } from '@jamvikt/tables'
import { type Db, withTenant } from '../../../platform/db/tenant.ts'
import { casesOf, type FundingCaseRowRead } from '../store/cases.ts'
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

export interface LoadedCases {
  readonly records: readonly CaseRecord[]
  readonly columns: EncodedCases
}

const KEPT_LISTS = 4
const kept = new Map<string, Promise<LoadedCases | EncodeRefusal>>()

/** A list's cases as columns; the latest few lists stay in memory until they change. */
export function loadCases(db: Db, source: ListSource, leaderRule: LeaderRule | null) {
  const key = [source.regionId, source.listId, source.version, leaderRule].join('/')
  const known = kept.get(key)
  if (known) return known
  const loaded = load(db, source, leaderRule)
  kept.set(key, loaded)
  loaded.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_LISTS) break
    kept.delete(oldest)
  }
  return loaded
}

async function load(
  db: Db,
  source: ListSource,
  leaderRule: LeaderRule | null,
): Promise<LoadedCases | EncodeRefusal> {
  const rows = await withTenant(db, source, (tenantDb) => casesOf(tenantDb, source.listId))
  const records = rows.map(toRecord)
  const columns = encodeCases(records, leaderRule ? { leaderRule } : {})
  if (!columns.ok) return columns
  return {
    records,
    columns,
  }
}
