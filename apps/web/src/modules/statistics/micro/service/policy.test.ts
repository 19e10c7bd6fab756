import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { assertReleased } from '@jamvikt/disclosure'
import type { StatTable } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../platform/policy.ts'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { releaseCells } from '../../release/release-cells.ts'
import { releaseTables } from '../../release/release-tables.ts'
import { NOISE, openTestMicro, peopleCsv, unlike } from '../micro.test-support.ts'
import type { CubeQuestion } from '../model-micro.ts'
import { planQuestion } from '../rules/question.ts'
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
    // No such noise, and noise that protects nobody.
    for (const bad of [{ variance: 11 }, { variance: 0.5 }, { threshold: 2 }, { maxNoise: 2, threshold: 2 }])
      expect(await approve({ proposer, decider }, kept.id, { ...NOISE, ...bad })).toEqual({
        ok: false,
        reason: 'bad-noise',
      })
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
    const later = await keep(proposer, unlike(peopleCsv()))
    if (!later.ok) throw new Error(later.reason)
    await database.owner.query(
      `insert into released_table (region_id, dataset, period, method, payload, content_hash, released_by)
       values ($1, $2, '2025', 'suppression', '{}', '', '')`,
      [proposer.regionId, `micro:${later.id}`],
    )
    const decider = await database.actor('administrator', proposer.regionId)
    expect(await approve({ proposer, decider }, later.id)).toEqual({ ok: false, reason: 'method-differs' })
  })

  it('is approved by nobody who has ever brought rows of it in', async () => {
    const first = await database.actor()
    const [second, third, fourth] = await Promise.all(
      Array.from({ length: 3 }, () => database.actor('analyst', first.regionId)),
    )
    const kept = await keep(first, peopleCsv())
    if (!kept.ok || !second || !third || !fourth) throw new Error('not kept')
    expect(await renew(second, kept.id, unlike(peopleCsv()))).toMatchObject({ version: 2 })
    expect(await renew(third, kept.id, unlike(unlike(peopleCsv(700))))).toMatchObject({ version: 3 })
    await doors.inRegion(first, (db) => proposePolicy(db, first, kept.id, NOISE))
    const decide = (by: Actor) => doors.inRegion(by, (db) => decideOnPolicy(db, by, kept.id, 'approved'))
    for (const bringer of [first, second, third])
      expect(await decide(bringer)).toEqual({ ok: false, reason: 'own-proposal' })
    expect(await decide(fourth)).toEqual({ ok: true })
  })

  it('is kept above the floor by the database as well', async () => {
    const analyst = await database.actor()
    const kept = await keep(analyst, peopleCsv())
    if (!kept.ok) throw new Error(kept.reason)
    const tiny = { maxNoise: 1, variance: 1e-12, threshold: 0 }
    const insert = database.owner.query(
      `insert into micro_policy (region_id, dataset_id, max_noise, variance, threshold, proposed_by)
       values ($1, $2, $3, $4, $5, 'x')`,
      [analyst.regionId, kept.id, tiny.maxNoise, tiny.variance, tiny.threshold],
    )
    await expect(insert).rejects.toThrow('check')
  })

  it('ends with the list, whose rows are gone and whose method stays', async () => {
    const { proposer, id } = await approved()
    const kept = await doors.inRegion(proposer, (db) => microDataset(db, id))
    await tableOf(proposer, id)
    expect(await deleteMicro(doors, proposer, id, 'gallrad')).toBe(true)
    // Nor does the engine know it any more.
    if (kept === null) throw new Error('not kept')
    const planned = planQuestion(kept.contents, COUNTS, NOISE.threshold)
    if (!planned.ok) throw new Error(planned.reason)
    const { version, name, source, contents, fileId } = kept
    const file = doors.micro.cells(proposer.regionId, fileId)
    const request = { datasetId: id, version, question: COUNTS, name, source, file, contents, noise: NOISE }
    expect(await doors.cubes.ask({ ...request, plan: planned.plan })).toEqual({
      ok: false,
      reason: 'engine-failed',
    })
    const { rows: left } = await database.owner.query(
      `select declaration->'columns' as columns, (select count(*)::int from micro_sketch where dataset_id = id) as sketches
       from micro_dataset where id = $1`,
      [id],
    )
    expect(left).toEqual([{ columns: [], sketches: 0 }])
    expect(await explore(doors, proposer, id, COUNTS)).toEqual({ ok: false, reason: 'policy-not-approved' })
    expect(readdirSync(doors.micro.regionFolder(proposer.regionId))).toEqual([])
    const { rows } = await database.owner.query(
      'select method, notice from released_table where dataset = $1',
      [`micro:${id}`],
    )
    expect(rows).toEqual([{ method: 'cellkey', notice: 'gallrad' }])
  })
})
