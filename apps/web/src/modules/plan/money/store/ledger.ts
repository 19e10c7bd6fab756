import { sql } from 'kysely'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type {
  EntryKind,
  HeldEntry,
  Ledger,
  LedgerEntry,
  LedgerImport,
  LedgerMapping,
  LedgerSum,
  RowRefusal,
} from '../model-money.ts'

const COLUMNS = [
  'id',
  'plan_id',
  'file_name',
  'hash',
  'state',
  'kind',
  'mapping',
  'entries',
  'known',
  'refused',
  'refused_count',
  'later',
  'covers_to',
  'made_at',
  'made_by',
  'made_name',
] as const

function imports(db: TenantDb, planId: string) {
  return db.selectFrom('plan_ledger_import').select(COLUMNS).where('plan_id', '=', planId)
}

function toImport(
  row: Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>,
): LedgerImport {
  return {
    id: row.id,
    planId: row.plan_id,
    fileName: row.file_name,
    hash: row.hash,
    state: row.state,
    kind: row.kind,
    // Written by `setImported` alone.
    mapping: row.mapping as LedgerMapping | null,
    entries: row.entries,
    known: row.known,
    refused: row.refused as readonly RowRefusal[],
    refusedCount: row.refused_count,
    later: row.later,
    coversTo: row.covers_to,
    madeAt: row.made_at,
    madeBy: row.made_by,
    madeName: row.made_name,
  }
}

/** Files that have been brought in, withdrawn ones among them, the latest first. */
export async function importsOf(db: TenantDb, planId: string): Promise<LedgerImport[]> {
  const rows = await imports(db, planId)
    .where('state', '<>', 'received')
    .orderBy('imported_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(toImport)
}

export async function importById(db: TenantDb, planId: string, id: string): Promise<LedgerImport | null> {
  const row = await imports(db, planId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toImport(row)
}

/** The same file, brought in already and not withdrawn. */
export async function importOfHash(
  db: TenantDb,
  planId: string,
  hash: string,
  kind?: EntryKind,
): Promise<LedgerImport | null> {
  const row = await imports(db, planId)
    .where('hash', '=', hash)
    .where('state', '=', 'imported')
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'outcome'))
    .executeTakeFirst()
  return row === undefined ? null : toImport(row)
}

export async function insertReceived(
  db: TenantDb,
  file: {
    readonly regionId: string
    readonly planId: string
    readonly id: string
    readonly fileName: string
    readonly hash: string
    readonly madeBy: string
    readonly madeName: string
  },
) {
  await db
    .insertInto('plan_ledger_import')
    .values({
      region_id: file.regionId,
      plan_id: file.planId,
      id: file.id,
      file_name: file.fileName,
      hash: file.hash,
      made_by: file.madeBy,
      made_name: file.madeName,
    })
    .execute()
}

const MOST_REFUSED_KEPT = 1000
const MOST_AT_ONCE = 2000

/** Writes a file’s rows and marks it as brought in. */
export async function setImported(
  db: TenantDb,
  regionId: string,
  file: LedgerImport,
  read: {
    readonly mapping: LedgerMapping
    readonly coversTo: string
    readonly entries: readonly LedgerEntry[]
    readonly refused: readonly RowRefusal[]
    readonly known: number
    readonly later: number
  },
) {
  const { entries, mapping } = read
  for (let from = 0; from < entries.length; from += MOST_AT_ONCE) {
    const batch = entries.slice(from, from + MOST_AT_ONCE)
    await db
      .insertInto('plan_entry')
      .values(
        batch.map((entry) => ({
          region_id: regionId,
          plan_id: file.planId,
          import_id: file.id,
          fingerprint: entry.fingerprint,
          formerly: entry.formerly,
          row: entry.row,
          kind: mapping.kind,
          on_date: entry.on,
          amount_ore: entry.amountOre,
          text: entry.text,
          activity_id: entry.activity,
          cost_type_id: entry.costType,
          financier_id: entry.financier,
        })),
      )
      .execute()
  }
  await db
    .updateTable('plan_ledger_import')
    .set({
      state: 'imported',
      kind: mapping.kind,
      mapping: JSON.stringify(mapping),
      entries: entries.length,
      known: read.known,
      later: read.later,
      refused: JSON.stringify(
        read.refused.slice(0, MOST_REFUSED_KEPT).map(({ row, column, reason }) => ({ row, column, reason })),
      ),
      refused_count: read.refused.length,
      covers_to: read.coversTo,
      imported_at: new Date(),
    })
    .where('plan_id', '=', file.planId)
    .where('id', '=', file.id)
    .execute()
}

/** Files that count: of what is ordered, which each file tells whole, the latest alone. */
function counted(planId: string) {
  return sql`
    select id from plan_ledger_import
    where plan_id = ${planId} and state = 'imported' and (kind = 'outcome' or id = (
      select id from plan_ledger_import
      where plan_id = ${planId} and state = 'imported' and kind = 'commitment'
      order by covers_to desc, imported_at desc limit 1))`
}

/** Rows that count, each once, as the latest file that holds it tells it. */
function countedEntries(planId: string) {
  return sql`
    select distinct on (entry.fingerprint) entry.*
    from plan_entry entry
    join plan_ledger_import file using (region_id, plan_id)
    where entry.plan_id = ${planId} and file.id = entry.import_id and file.id in (select id from counted)
      and not exists (
        select from plan_entry now
        where now.region_id = entry.region_id and now.plan_id = entry.plan_id
          and now.formerly = entry.fingerprint and now.import_id in (select id from counted))
    order by entry.fingerprint, file.imported_at desc`
}

/** Booked rows that count, from one day to another. */
export async function heldEntries(
  db: TenantDb,
  planId: string,
  { first, last }: { readonly first: string; readonly last: string },
): Promise<readonly HeldEntry[]> {
  const { rows } = await sql<HeldEntry>`
    with counted as (${counted(planId)}), entry as (${countedEntries(planId)})
    select fingerprint, to_char(on_date, 'YYYY-MM-DD') as "on", activity_id as activity,
      cost_type_id as "costType", financier_id as financier
    from entry where kind = 'outcome' and on_date between ${first} and ${last}`.execute(db)
  return rows
}

export async function setWithdrawn(db: TenantDb, planId: string, id: string): Promise<boolean> {
  const done = await db
    .updateTable('plan_ledger_import')
    .set({ state: 'withdrawn' })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('state', '=', 'imported')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/**
 * The ledger added up. A row that several files hold counts once; what is ordered is told whole by each file of it, so
 * only the latest such file counts, and none where the booked tells of later days: what has been paid since is in both.
 * @param until of days up to this one alone, `YYYY-MM-DD`
 */
export async function ledgerOf(db: TenantDb, planId: string, until?: string): Promise<Ledger> {
  const { rows } = await sql<{
    kind: EntryKind
    activity_id: string | null
    year: number
    amount: string
    entries: number
  }>`
    with counted as (${counted(planId)}), entry as (${countedEntries(planId)})
    select kind, activity_id, year, sum(amount_ore)::text as amount, count(*)::int as entries
    from entry ${until === undefined ? sql`` : sql`where on_date <= ${until}`}
    group by kind, activity_id, year`.execute(db)
  const sums = rows.map(
    (row): LedgerSum => ({
      kind: row.kind,
      activity: row.activity_id,
      year: row.year,
      amountOre: BigInt(row.amount),
      entries: row.entries,
    }),
  )
  const covers = await db
    .selectFrom('plan_ledger_import')
    .select((is) => ['kind', is.fn.max('covers_to').as('to')])
    .where('plan_id', '=', planId)
    .where('state', '=', 'imported')
    .groupBy('kind')
    .execute()
  const coversOf = (kind: EntryKind) => {
    const to = covers.find((each) => each.kind === kind)?.to ?? null
    return to !== null && until !== undefined && until < to ? until : to
  }
  const [coversTo, ordersTo] = [coversOf('outcome'), coversOf('commitment')]
  if (ordersTo === null || coversTo === null || ordersTo >= coversTo)
    return { sums, coversTo, staleOrders: null }
  const isOrder = ({ kind }: LedgerSum) => kind === 'commitment'
  const amountOre = sums.filter(isOrder).reduce((sum, each) => sum + each.amountOre, 0n)
  return {
    sums: sums.filter((each) => !isOrder(each)),
    coversTo,
    staleOrders: { asOf: ordersTo, amountOre },
  }
}
