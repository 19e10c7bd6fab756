import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { assertReleased } from '@jamvikt/disclosure'
import type { StatTable } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../platform/policy.ts'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { releaseCells } from '../../release/release-cells.ts'
import { releaseTables } from '../../release/release-tables.ts'
import { NOISE, openTestMicro, peopleCsv } from '../micro.test-support.ts'
import type { CubeQuestion } from '../model-micro.ts'
import { microDataset } from '../store/micro-datasets.ts'
import { deleteMicro } from './delete-micro.ts'
import { explore } from './explore.ts'
import { decideOnPolicy, proposePolicy } from './policy.ts'

const database = await openTestDatabase()
const { doors, keep, renew, approve, approved } = openTestMicro(database)

const COUNTS: CubeQuestion = { dimensions: ['kön', 'plats'], filters: [], measures: ['count'] }

async function tableOf(actor: Actor, id: string, question: CubeQuestion = COUNTS): Promise<StatTable> {
  const answer = await explore(doors, actor, id, question)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  assertReleased(answer.released)
  return answer.released.payload.table
}

describe('what may be explored', () => {
  it('is nothing before another person has approved', async () => {
    const proposer = await database.actor()
    const decider = await database.actor('analyst', proposer.regionId)
    const kept = await keep(proposer, peopleCsv())
    if (!kept.ok) throw new Error(kept.reason)
    const refused = { ok: false, reason: 'policy-not-approved' }
    expect(await explore(doors, proposer, kept.id, COUNTS)).toEqual(refused)
    const bad = { ...NOISE, variance: 11 }
    expect(await approve({ proposer, decider }, kept.id, bad)).toEqual({ ok: false, reason: 'bad-noise' })
    await doors.inRegion(decider, (db) => proposePolicy(db, decider, kept.id, NOISE))
    expect(await explore(doors, proposer, kept.id, COUNTS)).toEqual(refused)
    const own = (actor: Actor) =>
      doors.inRegion(actor, (db) => decideOnPolicy(db, actor, kept.id, 'approved'))
    for (const actor of [proposer, decider])
      expect(await own(actor)).toEqual({ ok: false, reason: 'own-proposal' })
    expect(await explore(doors, proposer, kept.id, COUNTS)).toEqual(refused)
    const third = await database.actor('administrator', proposer.regionId)
    expect(await own(third)).toEqual({ ok: true })
    const reader = await database.actor('reader', proposer.regionId)
    expect((await explore(doors, reader, kept.id, COUNTS)).ok).toBe(true)
    const other = { ...NOISE, maxNoise: 6 }
    expect(await approve({ proposer, decider: third }, kept.id, other)).toEqual({
      ok: false,
      reason: 'policy-stands',
    })
    expect(await renew(third, kept.id, peopleCsv())).toEqual({ ok: false, reason: 'own-approval' })
  })

  it('is no other region’s, nor are its files', async () => {
    const { id, proposer } = await approved()
    const stranger = await database.actor()
    expect(await explore(doors, stranger, id, COUNTS)).toEqual({ ok: false, reason: 'policy-not-approved' })
    expect(await doors.inRegion(stranger, (db) => microDataset(db, id))).toBeNull()
    const kept = await doors.inRegion(proposer, (db) => microDataset(db, id))
    const file = doors.micro.rows(proposer.regionId, kept?.fileId ?? '')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
    expect(existsSync(doors.micro.rows(stranger.regionId, kept?.fileId ?? ''))).toBe(false)
  })

  it('is written down without figures', async () => {
    const { proposer, id } = await approved()
    await tableOf(proposer, id)
    const { rows } = await database.owner.query(
      "select details from history where entity_id = $1 and kind = 'read' and actor_id = $2",
      [id, proposer.personId],
    )
    expect(rows).toEqual([{ details: { version: 1, question: COUNTS } }])
  })

  it('passes the door only as it came out of the engine', async () => {
    const { proposer, id } = await approved()
    const table = await tableOf(proposer, id)
    const forged = { datasetId: id, version: 1, question: COUNTS, noise: NOISE, table }
    await expect(
      doors.inRegion(proposer, (db) => releaseCells(db, proposer, JSON.parse(JSON.stringify(forged)))),
    ).rejects.toThrow(TypeError)
  })

  it('keeps one method: no suppression after noise, no noise after suppression', async () => {
    const { proposer, id } = await approved()
    const request = {
      dataset: `micro:${id}`,
      period: '2026',
      method: 'suppression',
      threshold: 5,
      recipientsUnknown: false,
      payload: { cells: [], threshold: 5 },
      certificate: JSON.parse('{}'),
      replaces: null,
    } as const
    expect(await doors.inRegion(proposer, (db) => releaseTables(db, proposer, [request]))).toEqual({
      ok: false,
      reason: 'method-differs',
    })
    const later = await keep(proposer, peopleCsv())
    if (!later.ok) throw new Error(later.reason)
    await database.owner.query(
      `insert into released_table (region_id, dataset, period, method, payload, content_hash, released_by)
       values ($1, $2, '2025', 'suppression', '{}', '', '')`,
      [proposer.regionId, `micro:${later.id}`],
    )
    const decider = await database.actor('administrator', proposer.regionId)
    expect(await approve({ proposer, decider }, later.id)).toEqual({ ok: false, reason: 'method-differs' })
  })

  it('ends with the list, whose rows are gone and whose method stays', async () => {
    const { proposer, id } = await approved()
    expect(await deleteMicro(doors, proposer, id, 'gallrad')).toBe(true)
    expect(await explore(doors, proposer, id, COUNTS)).toEqual({ ok: false, reason: 'policy-not-approved' })
    expect(readdirSync(doors.micro.regionFolder(proposer.regionId))).toEqual([])
    const { rows } = await database.owner.query(
      'select method, notice from released_table where dataset = $1',
      [`micro:${id}`],
    )
    expect(rows).toEqual([{ method: 'cellkey', notice: 'gallrad' }])
  })
})
