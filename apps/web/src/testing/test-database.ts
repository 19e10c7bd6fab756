import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { addRegion, setMember } from '../platform/db/members.ts'
import { type Db, openDb, withTenant } from '../platform/db/tenant.ts'
import type { Actor, Role } from '../platform/policy.ts'

export interface TestDatabase {
  /** As the application's role: row-level security applies. */
  readonly db: Db
  readonly appUrl: string
  /** As the owner, past row-level security: for looking, never for acting. */
  readonly owner: pg.Pool
  /** Makes a region with one person in a role. */
  actor(role?: Role, regionId?: string): Promise<Actor>
}

/** A database of this test file's own: the real migrations, the application's role. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const ownerUrl = inject('ownerUrl')
  const name = `${inject('template').replace('template', 'test')}_${randomBytes(6).toString('hex')}`
  const maintenance = new pg.Client({ connectionString: ownerUrl })
  await maintenance.connect()
  await maintenance.query(`create database ${name} template ${inject('template')}`)
  await maintenance.end()
  const address = (user?: string, password?: string) => {
    const url = new URL(ownerUrl)
    url.pathname = `/${name}`
    if (user && password) {
      url.username = user
      url.password = password
    }
    return url.href
  }
  const appUrl = address(inject('appRole'), inject('appPassword'))
  const db = openDb(appUrl, 5)
  const owner = new pg.Pool({ connectionString: address(), max: 2 })
  afterAll(async () => {
    await db.destroy()
    await owner.end()
  })
  return {
    db,
    appUrl,
    owner,
    async actor(role = 'analyst', regionId = randomUUID()) {
      const personId = randomUUID()
      await owner.query('insert into identity."user" (id, name, email) values ($1, $2, $3)', [
        personId,
        'Test Person',
        `${personId}@test.invalid`,
      ])
      const { rows } = await owner.query('select 1 from region where id = $1', [regionId])
      await withTenant(db, { regionId, personId }, async (tenantDb) => {
        if (rows.length === 0)
          await addRegion(tenantDb, {
            id: regionId,
            slug: `r-${regionId.slice(0, 8)}`,
            name: 'Region Test',
            demo: false,
          })
        await setMember(tenantDb, { regionId, personId, role })
      })
      return { personId, personName: 'Test Person', regionId, role }
    },
  }
}
