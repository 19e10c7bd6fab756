import { isDeepStrictEqual } from 'node:util'
import { faultOfMethod, isEnoughNoise, type ReleasedTable } from '@jamvikt/disclosure'
import { makeReleasedTable } from '@jamvikt/disclosure/released-table'
import type { StatTable } from '@jamvikt/tables'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { sha256 } from '../../../platform/sha256.ts'
import { assertPerturbed, type PerturbedTable } from '../micro/cube-process.ts'
import type { CubeQuestion, MicroPolicy, Noise } from '../micro/model-micro.ts'
import { microDataset } from '../micro/store/micro-datasets.ts'
import { standingPolicy } from '../micro/store/micro-policies.ts'
import type { LedgerEntry } from '../model.ts'
import { insertReleased, ledgerOf } from '../store/released-tables.ts'
import { withdrawTables } from './release-tables.ts'

const METHOD = 'cellkey'
/** A policy is entered once and stands for all answers. */
const PERIOD = 'policy'

/** The name of microdata in the ledger. */
const ledgerName = (datasetId: string) => `micro:${datasetId}`

/** An answer that may leave: what was asked, and the table with its noise. */
export interface CellsContent {
  readonly releaseId: string
  readonly datasetId: string
  readonly version: number
  readonly question: CubeQuestion
  readonly noise: Noise
  readonly table: StatTable
}

export interface CellsRefusal {
  readonly ok: false
  readonly reason: /** Nobody has approved that noisy figures of this list are let out, or the list is gone. */
    | 'policy-not-approved'
    /** The dataset has been let out by another method, or something else than its policy was entered. */
    | 'method-differs'
    /** The list has a newer version, or other noise, than what was answered from. */
    | 'stale'
}

/**
 * Enters a list's policy in the ledger, so that noise is its method for ever: no table of it can be suppressed, and one
 * that has been let out by another method is refused.
 * @returns the id of the ledger's entry, or `method-differs`
 */
export async function releasePolicy(
  db: TenantDb,
  actor: Actor,
  policy: Pick<MicroPolicy, 'datasetId' | 'noise'>,
): Promise<
  { readonly ok: true; readonly id: string } | (CellsRefusal & { readonly reason: 'method-differs' })
> {
  const dataset = ledgerName(policy.datasetId)
  if (hasOtherMethod(await ledgerOf(db, dataset), dataset)) return { ok: false, reason: 'method-differs' }
  const { regionId, personId } = actor
  const contentHash = sha256(JSON.stringify(policy.noise))
  const id = await insertReleased(db, {
    regionId,
    dataset,
    period: PERIOD,
    method: METHOD,
    payload: policy.noise,
    contentHash,
    releasedBy: personId,
    replaces: null,
  })
  await remember(db, {
    regionId,
    actorId: personId,
    kind: 'change',
    entity: 'released-table',
    entityId: id,
    action: 'released',
    details: { dataset, method: METHOD, ...policy.noise },
  })
  return { ok: true, id }
}

function hasOtherMethod(entries: readonly LedgerEntry[], dataset: string): boolean {
  const methods = entries.flatMap(({ method }) => (method === 'public-source' ? [] : [{ method }]))
  const fault = faultOfMethod({ releasesOf: () => methods }, { dataset, kind: 'exploration' }, METHOD)
  return fault !== null || methods.length < entries.length
}

/**
 * The door for answers from microdata: lets out what the engine has given noise, as the approved policy says, and writes
 * down who asked for what. The answer's figures are not written down.
 * @throws TypeError where the table did not come out of the engine
 */
export async function releaseCells(
  db: TenantDb,
  actor: Actor,
  perturbed: PerturbedTable,
): Promise<{ readonly ok: true; readonly released: ReleasedTable<CellsContent> } | CellsRefusal> {
  assertPerturbed(perturbed)
  const { datasetId, version, question, noise, table } = perturbed
  const policy = await standingPolicy(db, datasetId)
  const dataset = await microDataset(db, datasetId)
  if (dataset === null || policy?.state !== 'approved' || !isEnoughNoise(policy.noise))
    return { ok: false, reason: 'policy-not-approved' }
  if (dataset.version !== version || !isDeepStrictEqual(policy.noise, noise))
    return { ok: false, reason: 'stale' }
  const name = ledgerName(datasetId)
  const entries = await ledgerOf(db, name)
  const entry = entries.find(({ id, withdrawnAt }) => id === policy.releasedTableId && withdrawnAt === null)
  if (entry?.contentHash !== sha256(JSON.stringify(policy.noise)) || hasOtherMethod(entries, name))
    return { ok: false, reason: 'method-differs' }
  await remember(db, {
    regionId: actor.regionId,
    actorId: actor.personId,
    kind: 'read',
    entity: 'micro-dataset',
    entityId: datasetId,
    action: 'explored',
    details: { version, question },
  })
  const content = { releaseId: entry.id, datasetId, version, question, noise, table }
  return { ok: true, released: makeReleasedTable(content) }
}

/** Takes a policy back for good, with a notice in its place; the ledger keeps that it was there. */
export function withdrawPolicy(db: TenantDb, actor: Actor, policy: MicroPolicy, notice: string) {
  return withdrawTables(db, actor, policy.releasedTableId === null ? [] : [policy.releasedTableId], notice)
}
