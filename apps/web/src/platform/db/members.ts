import { sql } from 'kysely'
import { isRole, type Role } from '../policy.ts'
import type { Db, TenantDb } from './tenant.ts'

export type TenantKind = 'region' | 'agency'

export interface Membership {
  readonly regionId: string
  readonly slug: string
  readonly regionName: string
  readonly demo: boolean
  /** A region, or the agency that regions report to. */
  readonly kind: TenantKind
  readonly role: Role
}

/** The regions that a person belongs to; asked outside a region, so the person's own rows are all that is seen. */
export async function membershipsOf(db: Db, personId: string): Promise<Membership[]> {
  const { rows } = await sql<{
    region_id: string
    slug: string
    name: string
    demo: boolean
    kind: TenantKind
    role: string
  }>`select region_id, slug, name, demo, kind, role from memberships_of(${personId})`.execute(db)
  return rows.flatMap(({ region_id, slug, name, demo, kind, role }) =>
    isRole(role) ? [{ regionId: region_id, slug, regionName: name, demo, kind, role }] : [],
  )
}

export interface Member {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly role: Role
}

export async function membersOf(db: TenantDb, regionId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('identity.user as person', 'person.id', 'member.user_id')
    .select(['person.id', 'person.name', 'person.email', 'member.role'])
    .where('member.region_id', '=', regionId)
    .orderBy('person.name')
    .execute()
  return rows.flatMap((row) =>
    isRole(row.role) ? [{ personId: row.id, name: row.name, email: row.email, role: row.role }] : [],
  )
}

/** Adds a tenant. The agency also comes to stand where regions find it: an installation has one. */
export async function addRegion(
  db: TenantDb,
  region: { id: string; slug: string; name: string; demo: boolean; kind?: TenantKind },
) {
  await db.insertInto('region').values(region).execute()
  if (region.kind !== 'agency') return
  const { id, slug, name } = region
  await db.insertInto('agency').values({ region_id: id, slug, name }).execute()
}

export async function setMember(db: TenantDb, member: { regionId: string; personId: string; role: Role }) {
  await db
    .insertInto('member')
    .values({ region_id: member.regionId, user_id: member.personId, role: member.role })
    .onConflict((conflict) => conflict.columns(['region_id', 'user_id']).doUpdateSet({ role: member.role }))
    .execute()
}

/** Every region keeps an administrator: taking the last one away is refused. */
export async function removeMember(
  db: TenantDb,
  regionId: string,
  personId: string,
): Promise<'removed' | 'last-administrator'> {
  if (await isLastAdministrator(db, regionId, personId)) return 'last-administrator'
  await db.deleteFrom('member').where('region_id', '=', regionId).where('user_id', '=', personId).execute()
  return 'removed'
}

export async function isLastAdministrator(db: TenantDb, regionId: string, personId: string) {
  const administrators = await db
    .selectFrom('member')
    .select('user_id')
    .where('region_id', '=', regionId)
    .where('role', '=', 'administrator')
    .forUpdate()
    .execute()
  return administrators.length === 1 && administrators[0]?.user_id === personId
}

/** The address that a region’s own pages begin with. */
export async function homeOfRegion(db: TenantDb, regionId: string): Promise<string> {
  const { slug } = await db
    .selectFrom('region')
    .select('slug')
    .where('id', '=', regionId)
    .executeTakeFirstOrThrow()
  return `/r/${slug}`
}
