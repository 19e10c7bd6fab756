import { sql } from 'kysely'
import type { Platform, Web } from './context.ts'

/** Health: the process answers. Readiness: the database answers too. */
export function addHealth(app: Web, platform: Platform) {
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.get('/ready', async (c) => {
    try {
      await sql`select 1`.execute(platform.db)
      return c.json({ status: 'ready' })
    } catch {
      return c.json({ status: 'database-unreachable' }, 503)
    }
  })
}
