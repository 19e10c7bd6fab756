import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

it('brings tables that were released earlier forward, for an owner whom row-level security holds as well', async () => {
  const migrations = path.resolve('db/migrations')
  const url = new URL(inject('ownerUrl'))
  const name = `${inject('template').replace('template', 'test')}_earlier`
  const superuser = new pg.Client({ connectionString: url.href })
  await superuser.connect()
  await superuser.query(`create role ${name} login nosuperuser nobypassrls password 'only-for-tests'`)
  await superuser.query(`create database ${name} owner ${name}`)
  url.pathname = `/${name}`
  const within = new pg.Client({ connectionString: url.href })
  await within.connect()
  url.username = name
  url.password = 'only-for-tests'
  const earlier = mkdtempSync(path.join(tmpdir(), 'jamvikt-migrations-'))
  for (const file of readdirSync(migrations).filter((one) => one < '20261122180000'))
    cpSync(path.join(migrations, file), path.join(earlier, file))
  await migrate(url.href, earlier, inject('appRole'))
  rmSync(earlier, { recursive: true })
  await within.query(`with made as (insert into region (slug, name) values ('earlier', 'Earlier') returning id)
    insert into released_table (region_id, dataset, period, method, payload, content_hash, released_by)
    select id, 'list', '2023', 'suppression-1', '{}', '', '' from made`)
  await migrate(url.href, migrations, inject('appRole'))
  const { rows } = await within.query(`select method, relforcerowsecurity as forced
    from released_table, pg_class where pg_class.oid = 'released_table'::regclass`)
  expect(rows).toEqual([{ method: 'suppression', forced: true }])
  await within.end()
  await superuser.query(`drop database ${name} with (force)`)
  await superuser.query(`drop role ${name}`)
  await superuser.end()
})
