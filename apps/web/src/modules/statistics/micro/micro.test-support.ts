import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Cell } from '@jamvikt/tables'
import { afterAll } from 'vitest'
import { withTenant } from '../../../platform/db/tenant.ts'
import { FileStore } from '../../../platform/files.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { TestDatabase } from '../../../testing/test-database.ts'
import { CubeProcess } from './cube-process.ts'
import type { MicroDoors } from './doors.ts'
import type { RowSource } from './intake/read-rows.ts'
import { MicroFiles } from './micro-files.ts'
import type { Declaration, Noise } from './model-micro.ts'
import { keepNewMicro, keepNextMicro } from './service/keep-micro.ts'
import { decideOnPolicy, proposePolicy } from './service/policy.ts'
import { receiveMicro } from './service/receive-micro.ts'

export const NOISE: Noise = { maxNoise: 5, variance: 3, threshold: 3 }

/** A folder that is gone after the tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-micro-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const hmac = (secret: string) => (message: string) =>
  createHmac('sha256', secret).update(message).digest()

/** Rows as a reader of files gives them. */
export function rowSource(headers: readonly string[], rows: readonly (readonly Cell[])[]): RowSource {
  return {
    headers,
    async *rows() {
      for (const [at, cells] of rows.entries()) yield { row: at + 2, cells }
    },
  }
}

/** `id`, `weight` and amounts by name; every other column is a dimension. */
export function declared(
  headers: readonly string[],
  amounts: readonly string[] = [],
  weight: string | null = null,
): Declaration {
  const roleOf = (name: string) =>
    name === 'id' ? 'id' : name === weight ? 'weight' : amounts.includes(name) ? 'amount' : 'dimension'
  return {
    columns: headers.map((name) => ({ name, role: roleOf(name), unit: 'kr' })),
    missing: [{ word: 'vill ej', kind: 'declined' }],
    empty: 'noAnswer',
  }
}

/** 300 invented persons: women and men in three places, with a weight and an income. */
export function peopleCsv(rows = 300, shift = 0): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const sex = i % 5 < 2 ? 'K' : 'M'
    const place = ['Ö', 'A', 'B'][(i * 7 + (i % 11)) % 3]
    const age =
      ['ung', 'gammal', ''][(i * 13) % 3] === '' && i % 2 ? 'vill ej' : ['ung', 'gammal', ''][(i * 13) % 3]
    return `p${i + shift};${sex};${place};${age};${(i % 9) + 1},5;${(i * 7919) % 50_000}`
  })
  return `id;kön;plats;ålder;vikt;inkomst\n${lines.join('\n')}\n`
}

/** The same columns of other persons. */
export function unlike(csv: string): string {
  const [header = '', ...lines] = csv.trim().split('\n')
  return [header, ...lines.map((line, i) => `x${line.replace(/[^;]*$/, `${77 + i * 13}`)}`)].join('\n')
}

export const PEOPLE: Declaration = {
  columns: [
    { name: 'id', role: 'id', unit: 'kr' },
    { name: 'kön', role: 'dimension', unit: 'kr' },
    { name: 'plats', role: 'dimension', unit: 'kr' },
    { name: 'ålder', role: 'dimension', unit: 'kr' },
    { name: 'vikt', role: 'drop', unit: 'kr' },
    { name: 'inkomst', role: 'amount', unit: 'kr' },
  ],
  missing: [{ word: 'vill ej', kind: 'declined' }],
  empty: 'noAnswer',
}

/** The use cases of microdata on a test database. */
export function openTestMicro(database: TestDatabase, seconds = 60) {
  const dataDir = temporaryFolder()
  const micro = new MicroFiles(dataDir)
  const root = path.resolve('.')
  const cubes = new CubeProcess(root, micro.folder, seconds)
  afterAll(() => cubes.stop())
  const doors: MicroDoors = {
    root,
    db: database.db,
    files: new FileStore(dataDir),
    micro,
    cubes,
    inRegion: (actor, work) => withTenant(database.db, actor, work),
    identityKey: (regionId) => `key of ${regionId}`,
  }

  const receive = async (
    actor: Actor,
    content: string | Uint8Array<ArrayBuffer>,
    datasetId: string | null = null,
  ) => {
    const fileName = typeof content === 'string' ? 'personer.csv' : 'personer.parquet'
    return receiveMicro(doors, actor, { file: new File([content], fileName), fileName, datasetId })
  }
  const keep = async (
    actor: Actor,
    content: string,
    declaration: Declaration = PEOPLE,
    retainUntil = '2099-12-31',
  ) => {
    const received = await receive(actor, content)
    if (!received.ok) return received
    const about = { name: 'Påhittade personer', source: 'Påhittad myndighet', retainUntil, declaration }
    return keepNewMicro(doors, actor, received.draft, about)
  }
  const renew = async (actor: Actor, datasetId: string, content: string) => {
    const received = await receive(actor, content, datasetId)
    if (!received.ok) return received
    return keepNextMicro(doors, actor, received.draft)
  }
  const approve = async (by: { proposer: Actor; decider: Actor }, datasetId: string, noise = NOISE) => {
    const proposed = await doors.inRegion(by.proposer, (db) =>
      proposePolicy(db, by.proposer, datasetId, noise),
    )
    if (!proposed.ok) return proposed
    return doors.inRegion(by.decider, (db) => decideOnPolicy(db, by.decider, datasetId, 'approved'))
  }
  /** A list of one region, approved: whoever brought it in, whoever approved, and its id. */
  /** In a region of its own; in a given one where noise, which is drawn by the region, is to be the same each time. */
  const approved = async (content = peopleCsv(), declaration: Declaration = PEOPLE, regionId?: string) => {
    const proposer = await database.actor('analyst', regionId)
    const decider = await database.actor('administrator', proposer.regionId)
    const kept = await keep(proposer, content, declaration)
    if (!kept.ok) throw new Error(JSON.stringify(kept))
    const done = await approve({ proposer, decider }, kept.id)
    if (!done.ok) throw new Error(done.reason)
    return { proposer, decider, id: kept.id }
  }
  return { doors, dataDir, receive, keep, renew, approve, approved }
}
