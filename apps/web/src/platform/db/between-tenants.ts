import { sql } from 'kysely'
import { agencyOf } from './agency.ts'
import type { TenantDb } from './tenant.ts'

/** Transactions that are bound to another tenant than their own at the moment. */
const crossing = new WeakSet<TenantDb>()

/**
 * Runs `work` in the same transaction bound to another tenant, as nobody, and binds it back to its own whatever happens.
 *
 * Why it is: a report that a region sends must come to stand with the region and with the agency, or with neither; so must
 * the agency’s answer. Two transactions could leave one half after a crash. One transaction that belonged to both tenants
 * would see the rows of both at once. So the transaction changes sides: row-level security shows and takes the rows of one
 * tenant at a time, and what is to pass between them is passed as a value.
 *
 * One of the two must be the agency: two regions never meet here. It is not entered twice, and whoever calls it runs no
 * other query of the same transaction meanwhile.
 * @throws where neither tenant is the agency, both are the same, or the transaction is with another tenant already
 */
export async function betweenTenants<T>(
  db: TenantDb,
  other: string,
  work: (otherDb: TenantDb) => Promise<T>,
): Promise<T> {
  if (crossing.has(db)) throw new Error('the transaction is with another tenant already')
  const { rows } = await sql<{ own: string | null; person: string | null }>`
    select current_region()::text as own, current_person() as person`.execute(db)
  const [{ own, person } = { own: null, person: null }] = rows
  const agency = await agencyOf(db)
  if (own === null || own === other || agency === null || (agency.id !== own && agency.id !== other))
    throw new Error('only the agency and a region pass anything between them')
  const bind = (regionId: string, personId: string) =>
    sql`select set_config('jamvikt.region', ${regionId}, true), set_config('jamvikt.person', ${personId}, true)`.execute(
      db,
    )
  const back = () => bind(own, person ?? '')
  crossing.add(db)
  try {
    await bind(other, '')
    const result = await work(db)
    await back()
    return result
  } catch (error) {
    // After an error of the database the transaction takes no statement but its end, and that takes back the binding too.
    await back().catch(() => undefined)
    throw error
  } finally {
    crossing.delete(db)
  }
}
