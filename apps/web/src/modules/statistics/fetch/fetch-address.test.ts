import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sha256 } from '../../../platform/sha256.ts'
import { openAnsweringServer } from '../../../testing/answering-server.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestFetch } from '../../../testing/test-fetch.ts'
import { SMALL_TABLE } from '../../../testing/test-statistics.ts'

const database = await openTestDatabase()
const { doors, start, carryOut, draftOf, kept } = openTestFetch(database)
const files: Record<string, string> = {
  '/löner.csv': SMALL_TABLE,
  '/page.px': '<!DOCTYPE html><html><body>Logga in</body></html>',
  '/broken.json': '{"class":"dataset","version":"2.0","id":["a"],"size":[2],"dimension":{},"value":[1,2]}',
  '/deep.json': `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  '/half.px': 'CHARSET="ANSI";\nAXIS-VERSION="2013";\nTITLE="Hal',
}
const server = await openAnsweringServer((place) => files[place] ?? null, 'application/octet-stream')
afterAll(server.close)
const actor = await database.actor('analyst')

const fetched = async (place: string) => {
  const address = `${server.address}${place}`
  return carryOut(actor, await start(actor, { kind: 'url', producer: 'Påhittad', address }))
}

it('a file at an address is read as one that is handed over, its places by their codes', async () => {
  const run = await fetched('/l%C3%B6ner.csv#here')
  const { table, provenance } = await draftOf(actor, run)
  expect(table.values).toHaveLength(8)
  expect(table.dimensions[0]?.categories.map(({ code }) => code)).toEqual(['2080', '2081'])
  expect(provenance).toMatchObject({
    fileName: 'löner.csv',
    address: `${server.address}/l%C3%B6ner.csv#here`,
    sourceSha256: sha256(SMALL_TABLE),
  })
})

it.each([
  ['/page.px', 'html-file'],
  ['/nothing.px', 'not-found'],
  ['/deep.json', expect.any(String)],
  ['/half.px', expect.any(String)],
  ['/broken.json', expect.any(String)],
])('%s is refused, and nothing is kept', async (place, reason) => {
  const before = await kept(actor)
  const run = await fetched(place)
  expect(run).toMatchObject({ status: 'failed', draftId: null, outcome: { kind: 'refused', reason } })
  expect(await kept(actor)).toEqual(before)
})

it('no foreign file is left on the disk', async () => {
  const folder = path.dirname(doors.files.path(actor.regionId, 'x'))
  expect(await readdir(folder)).toEqual([])
})

it('an address of a closed network is refused', async () => {
  const run = await carryOut(
    actor,
    await start(actor, { kind: 'url', producer: 'x', address: 'https://169.254.169.254/latest/meta-data' }),
  )
  expect(run.outcome).toMatchObject({ reason: 'address-private', resumable: false })
})
