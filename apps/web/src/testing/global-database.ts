import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../platform/db/embedded.ts'
import { ensureAppRole, migrate } from '../platform/db/migrate.ts'
import { discardData } from './discard-data.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
    template: string
    appRole: string
    appPassword: string
  }
}

/**
 * One PostgreSQL for a run of tests: the embedded one, or that of JAMVIKT_TEST_DATABASE_URL. The real migrations make a
 * template, of which each test file gets a copy of its own.
 */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-test-'))
  const given = process.env.JAMVIKT_TEST_DATABASE_URL
  const embedded = given ? null : await startEmbedded(folder, 'only-for-tests')
  const ownerUrl = given ?? embedded?.ownerUrl ?? ''
  const template = `jamvikt_template_${process.pid}`
  const appRole = `jamvikt_test_app_${process.pid}`
  const appPassword = 'only-for-tests'
  await execute(ownerUrl, `create database ${template}`)
  const templateUrl = new URL(ownerUrl)
  templateUrl.pathname = `/${template}`
  await ensureAppRole(templateUrl.href, appRole, appPassword)
  await migrate(templateUrl.href, path.resolve('db/migrations'), appRole)
  for (const [name, value] of Object.entries({ ownerUrl, template, appRole, appPassword }))
    project.provide(name as 'ownerUrl', value)
  return async () => {
    if (given) {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      const mine = `${template.replace('template', '%')}%`
      const { rows } = await client.query<{ name: string }>(
        'select datname as name from pg_database where datname like $1',
        [mine],
      )
      for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
      await client.end()
      await execute(ownerUrl, `drop role if exists ${appRole}`).catch(() => undefined)
    }
    await embedded?.stop()
    discardData(folder)
  }
}

async function execute(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text).finally(() => client.end())
}
