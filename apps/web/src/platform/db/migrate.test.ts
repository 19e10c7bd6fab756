import path from 'node:path'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { migrate } from './migrate.ts'

it('refuses a database whose schema is newer than the program', async () => {
  const url = new URL(inject('ownerUrl'))
  const name = `${inject('template').replace('template', 'test')}_newer`
  const maintenance = new pg.Client({ connectionString: url.href })
  await maintenance.connect()
  await maintenance.query(`create database ${name} template ${inject('template')}`)
  await maintenance.end()
  url.pathname = `/${name}`
  const owner = new pg.Client({ connectionString: url.href })
  await owner.connect()
  await owner.query("insert into schema_migration (name) values ('20990101000000_later.sql')")
  await owner.end()
  const again = migrate(url.href, path.resolve('db/migrations'), inject('appRole'))
  await expect(again).rejects.toThrow('newer version of Jämvikt (it holds 20990101000000_later.sql)')
})
