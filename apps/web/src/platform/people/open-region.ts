import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type Config, StartRefusal } from '../config.ts'
import { addRegion, membershipsOf, setMember, type TenantKind } from '../db/members.ts'
import { openDatabase } from '../db/open-database.ts'
import { openDb, withTenant } from '../db/tenant.ts'
import { remember } from '../history.ts'
import { loadSecrets } from '../secrets.ts'
import { openSessions } from '../session.ts'

export interface RegionOrder {
  readonly slug: string
  readonly name: string
  readonly adminEmail: string
  readonly adminName: string
  /** The agency that regions report to; an installation has one. */
  readonly kind?: TenantKind
}

/**
 * Opens a region in one's own database, with its first administrator.
 * @returns the address at which the administrator sets a password; it works once, within a day
 * @throws StartRefusal in words for whoever asked: no own database, a malformed or taken slug, an address in use
 */
export async function openRegion(config: Config, order: RegionOrder): Promise<string> {
  if (!config.databaseUrl)
    throw new StartRefusal(
      'Set DATABASE_URL: the embedded database is for the demo and takes no other region.',
    )
  if (!/^[a-z0-9][a-z0-9-]{1,38}$/.test(order.slug))
    throw new StartRefusal(`The slug “${order.slug}” must be 2–39 characters of a–z, 0–9 and hyphen.`)
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(order.adminEmail))
    throw new StartRefusal(`“${order.adminEmail}” is no e-mail address.`)
  mkdirSync(config.dataDir, { recursive: true })
  const secrets = loadSecrets(config.dataDir)
  const database = await openDatabase(config, secrets)
  const db = openDb(database.appUrl, 2)
  const sessions = openSessions({ appUrl: database.appUrl, secret: secrets.session, baseUrl: config.baseUrl })
  try {
    const person = await sessions.personOf(order.adminEmail, order.adminName)
    const regions = await membershipsOf(db, person.id)
    if (regions.length > 0)
      throw new StartRefusal(
        `${order.adminEmail} belongs to ${regions[0]?.regionName} already: use an address of the new region.`,
      )
    await sessions.forgetCredentials(person.id)
    const regionId = randomUUID()
    await withTenant(db, { regionId, personId: person.id }, async (tenantDb) => {
      await addRegion(tenantDb, {
        id: regionId,
        slug: order.slug,
        name: order.name,
        demo: false,
        kind: order.kind ?? 'region',
      })
      await setMember(tenantDb, { regionId, personId: person.id, role: 'administrator' })
      await remember(tenantDb, {
        regionId,
        actorId: null,
        kind: 'change',
        entity: 'region',
        entityId: regionId,
        action: 'opened',
        details: { slug: order.slug },
      })
    })
    return `${config.baseUrl}/reset/${await sessions.resetToken(order.adminEmail)}`
  } catch (error) {
    if (isTaken(error) && error.constraint === 'one_agency')
      throw new StartRefusal('There is an agency already: an installation has one.', { cause: error })
    if (isTaken(error))
      throw new StartRefusal(`There is a region with the slug “${order.slug}” already.`, { cause: error })
    throw error
  } finally {
    await sessions.close()
    await db.destroy()
    await database.stop()
  }
}

function isTaken(error: unknown): error is Error & { readonly constraint?: string } {
  return error instanceof Error && 'code' in error && error.code === '23505'
}
