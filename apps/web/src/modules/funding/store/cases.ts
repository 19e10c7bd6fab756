import { isMissingKind } from '@jamvikt/domain'
import type { AggregateRow, CaseRecord } from '@jamvikt/tables'
import { sql } from 'kysely'
import type { FundingCaseRow } from '../../../platform/db/tables-funding.ts'
import type { TenantDb } from '../../../platform/db/tenant.ts'

const COLUMNS = [
  'recipient_key',
  'recipient_name',
  'organisation_number',
  'sole_trader',
  'support_form',
  'outcome',
  'applied_ore',
  'applied_missing',
  'granted_ore',
  'granted_missing',
  'applied_on',
  'decided_on',
  'municipality',
  'county',
  'industry',
  'sex',
  'alternative_sex',
  'background',
  'age',
  'unit',
] as const

const columns = (prefix: string) => sql.raw(COLUMNS.map((name) => `${prefix}${name}`).join(', '))

function toRow(record: CaseRecord) {
  const amount = (value: CaseRecord['appliedAmountOre']) =>
    isMissingKind(value) ? { ore: null, missing: value } : { ore: String(value), missing: null }
  const applied = amount(record.appliedAmountOre)
  const granted = amount(record.grantedAmountOre)
  return {
    case_id: record.caseId,
    recipient_key: record.recipientKey,
    recipient_name: record.recipientName,
    organisation_number: record.organisationNumber,
    sole_trader: record.soleTrader,
    support_form: record.supportForm,
    outcome: record.outcome,
    applied_ore: applied.ore,
    applied_missing: applied.missing,
    granted_ore: granted.ore,
    granted_missing: granted.missing,
    applied_on: record.appliedOn,
    decided_on: record.decidedOn,
    municipality: record.municipality,
    county: record.county,
    industry: record.industry,
    sex: record.sex,
    alternative_sex: record.alternativeSex,
    background: record.background,
    age: record.age,
    unit: record.unit,
  }
}

/** A table of this transaction alone, where the file's cases gather before they are compared with the list's. */
export async function openStaging(db: TenantDb) {
  await sql`create temporary table staged (like funding_case including defaults) on commit drop`.execute(db)
}

export async function stageCases(
  db: TenantDb,
  regionId: string,
  listId: string,
  records: readonly CaseRecord[],
) {
  await sql`insert into staged (region_id, list_id, case_id, ${columns('')})
    select ${regionId}, ${listId}, case_id, ${columns('')}
    from jsonb_populate_recordset(null::funding_case, ${JSON.stringify(records.map(toRow))}::jsonb)`.execute(
    db,
  )
}

export interface MergeResult {
  added: number
  changed: number
  unchanged: number
  absent: number
  removed: number
  changedFields: Record<string, number>
}

/** Brings the list's cases in line with the staged ones; the values that a change replaces go to the history. */
export async function mergeStaged(
  db: TenantDb,
  options: { regionId: string; listId: string; importId: string; personId: string; wholeList: boolean },
): Promise<MergeResult> {
  await sql`analyze staged`.execute(db)
  await sql`create temporary table differing on commit drop as
    select c.case_id, to_jsonb(c) - 'region_id' - 'list_id' - 'case_id' as before, to_jsonb(s) as after
    from funding_case c join staged s using (case_id)
    where c.list_id = ${options.listId} and (${columns('c.')}) is distinct from (${columns('s.')})`.execute(
    db,
  )
  await keepHistory(db, options, 'case-changed', sql`select case_id, before from differing`)
  const fields = await sql<{ key: string; n: number }>`select key, count(*)::int as n
    from differing, jsonb_each(before) where before -> key is distinct from after -> key group by key`.execute(
    db,
  )
  const changed = await sql<{ n: number }>`with done as (
      update funding_case c set (${columns('')}) = (select ${columns('s.')} from staged s where s.case_id = c.case_id)
      where c.list_id = ${options.listId} and c.case_id in (select case_id from differing) returning 1)
    select count(*)::int as n from done`.execute(db)
  const absent = sql`select case_id, to_jsonb(c) - 'region_id' - 'list_id' - 'case_id' as before from funding_case c
    where list_id = ${options.listId} and not exists (select 1 from staged s where s.case_id = c.case_id)`
  const absentCount = await sql<{ n: number }>`select count(*)::int as n from (${absent}) a`.execute(db)
  const absentN = absentCount.rows[0]?.n ?? 0
  if (options.wholeList && absentN > 0) {
    await keepHistory(db, options, 'case-removed', absent)
    await sql`delete from funding_case c where list_id = ${options.listId}
      and not exists (select 1 from staged s where s.case_id = c.case_id)`.execute(db)
  }
  const added = await sql<{ n: number }>`with done as (
      insert into funding_case select s.* from staged s where not exists
        (select 1 from funding_case c where c.list_id = ${options.listId} and c.case_id = s.case_id) returning 1)
    select count(*)::int as n from done`.execute(db)
  const staged = await sql<{ n: number }>`select count(*)::int as n from staged`.execute(db)
  const addedN = added.rows[0]?.n ?? 0
  const changedN = changed.rows[0]?.n ?? 0
  return {
    added: addedN,
    changed: changedN,
    unchanged: (staged.rows[0]?.n ?? 0) - addedN - changedN,
    absent: absentN,
    removed: options.wholeList ? absentN : 0,
    changedFields: Object.fromEntries(fields.rows.map((row) => [row.key, row.n])),
  }
}

async function keepHistory(
  db: TenantDb,
  options: { regionId: string; listId: string; importId: string; personId: string },
  action: string,
  source: ReturnType<typeof sql>,
) {
  await sql`insert into history (region_id, actor_id, kind, entity, entity_id, action, details)
    select ${options.regionId}::uuid, ${options.personId}, 'change', 'funding-case', ${options.listId} || '/' || case_id,
      ${action}, jsonb_build_object('import', ${options.importId}::text, 'before', before) from (${source}) x`.execute(
    db,
  )
}

export const PAGE = 5000

/** The list's cases after an id, in order, a page at a time: a long list never stands in memory as rows. */
export function casePage(db: TenantDb, listId: string, after: string): Promise<FundingCaseRowRead[]> {
  return db
    .selectFrom('funding_case')
    .select(['case_id', ...COLUMNS])
    .where('list_id', '=', listId)
    .where('case_id', '>', after)
    .orderBy('case_id')
    .limit(PAGE)
    .execute()
}
export type FundingCaseRowRead = Omit<FundingCaseRow, 'alternative_sex'> & {
  alternative_sex: Record<string, string>
}

export async function replaceAggregates(
  db: TenantDb,
  regionId: string,
  listId: string,
  rows: readonly AggregateRow[],
) {
  await db.deleteFrom('funding_aggregate').where('list_id', '=', listId).execute()
  const entry = new Map<number, number>()
  const text = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insertInto('funding_aggregate')
      .values(
        rows.slice(at, at + 1000).map((row) => {
          const number = entry.get(row.row) ?? 0
          entry.set(row.row, number + 1)
          return {
            region_id: regionId,
            list_id: listId,
            row_number: row.row,
            entry: number,
            content: JSON.stringify(row, text),
          }
        }),
      )
      .execute()
}

export async function aggregatesOf(db: TenantDb, listId: string): Promise<unknown[]> {
  const rows = await db
    .selectFrom('funding_aggregate')
    .select('content')
    .where('list_id', '=', listId)
    .orderBy('row_number')
    .orderBy('entry')
    .execute()
  return rows.map((row) => row.content)
}

export async function countCases(
  db: TenantDb,
  listId: string,
  kind: 'cases' | 'aggregated',
): Promise<number> {
  const row = await db
    .selectFrom(kind === 'cases' ? 'funding_case' : 'funding_aggregate')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('list_id', '=', listId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
