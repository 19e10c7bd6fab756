import { mkdirSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { readConfig, StartRefusal } from './platform/config.ts'
import { takeDataFolder } from './platform/data-folder.ts'
import { openDatabase } from './platform/db/open-database.ts'
import { openDb } from './platform/db/tenant.ts'
import { makeApp } from './platform/http/app.tsx'
import { addHealth } from './platform/http/health.ts'
import { errorFields, log } from './platform/log.ts'
import { addAccount } from './platform/people/account-routes.tsx'
import { addPeople } from './platform/people/people-routes.tsx'
import { addSignIn } from './platform/people/sign-in-routes.tsx'
import { loadSecrets } from './platform/secrets.ts'
import { openSessions } from './platform/session.ts'

async function start() {
  const config = readConfig(process.env)
  mkdirSync(config.dataDir, { recursive: true })
  const letGo = takeDataFolder(config.dataDir)
  const secrets = loadSecrets(config.dataDir)
  const database = await openDatabase(config, secrets)
  const db = openDb(database.appUrl)
  const sessions = openSessions({ appUrl: database.appUrl, secret: secrets.session, baseUrl: config.baseUrl })
  const platform = { config, db, sessions, demo: database.embedded }
  const app = makeApp(platform)
  addHealth(app, platform)
  addSignIn(app, platform)
  addAccount(app, platform)
  addPeople(app, platform)
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host })
  log('info', 'listening', { address: config.baseUrl })
  const stop = async () => {
    await new Promise((resolve) => server.close(resolve))
    await sessions.close()
    await db.destroy()
    await database.stop()
    letGo()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

start().catch((error: unknown) => {
  if (error instanceof StartRefusal) process.stderr.write(`\nJämvikt: ${error.message}\n`)
  else log('error', 'start', { ...errorFields(error), message: error instanceof Error ? error.message : '' })
  process.exit(1)
})
