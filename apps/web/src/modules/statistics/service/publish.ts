import { openSite, type TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { Publication } from '../model-datasets.ts'
import { releasePublicTable } from '../release/release-public.ts'
import { withdrawTables } from '../release/release-tables.ts'
import { changedWords, wordsOf } from '../rules/dataset-words.ts'
import { holdDataset } from '../store/datasets.ts'
import {
  closeAt,
  decide,
  forgetDifferences,
  holdPublication,
  insertProposal,
  publicationsOf,
} from '../store/publications.ts'
import { standingIds } from '../store/released-tables.ts'
import { comparedWithOpen } from './look-at-proposal.ts'

const note = changesOf('dataset')

export type PublishRefusal = {
  readonly ok: false
  readonly reason:
    | 'dataset-gone'
    /** Another proposal for the dataset waits. */
    | 'proposal-waits'
    | 'already-published'
    /** Whoever proposes does not decide. */
    | 'own-proposal'
    /** Somebody else has decided meanwhile. */
    | 'decided-already'
    /** What takes the place of a published version says what has changed. */
    | 'notice-missing'
    /** What it was compared with has been taken off meanwhile. */
    | 'comparison-gone'
}

/** Whether a version is published, or decided and yet to open, and no other takes its place. */
export function isStanding({ state, closesAt }: Publication): boolean {
  return state === 'published' && closesAt === null
}

export interface Proposal {
  readonly datasetId: string
  /** The open site shows nothing before this moment; at once where it is not given. */
  readonly openFrom: Date | null
  /** What has changed since the version that is published. */
  readonly notice: string | null
}

/** Asks for the latest version of a dataset to be published with its words; another person decides. */
export async function proposePublication(
  db: TenantDb,
  actor: Actor,
  { datasetId, openFrom, notice }: Proposal,
): Promise<{ readonly ok: true; readonly id: string } | PublishRefusal> {
  const dataset = await holdDataset(db, datasetId)
  if (dataset === null || dataset.withdrawnAt !== null) return { ok: false, reason: 'dataset-gone' }
  const standing = (await publicationsOf(db, datasetId)).find(isStanding)
  const words = wordsOf(dataset)
  if (standing?.version === dataset.version && changedWords(standing.words, words).length === 0)
    return { ok: false, reason: 'already-published' }
  if (standing !== undefined && notice === null) return { ok: false, reason: 'notice-missing' }
  const compared = await comparedWithOpen(db, dataset, new Date(), 'sv')
  const { regionId, personId } = actor
  const id = await insertProposal(db, {
    regionId,
    datasetId,
    version: dataset.version,
    proposedBy: personId,
    openFrom,
    notice,
    words,
    differences: compared?.differences ?? null,
    comparedWith: compared?.releaseId ?? null,
  })
  if (id === null) return { ok: false, reason: 'proposal-waits' }
  await note(db, actor, datasetId, 'proposed', { version: dataset.version, openFrom })
  return { ok: true, id }
}

/** Publishes what another person proposed, in the place of what was published before. */
export async function approvePublication(
  db: TenantDb,
  actor: Actor,
  id: string,
): Promise<{ readonly ok: true } | PublishRefusal> {
  const proposal = await holdPublication(db, id)
  if (proposal === null || proposal.state !== 'proposed') return { ok: false, reason: 'decided-already' }
  if (proposal.proposedBy === actor.personId) return { ok: false, reason: 'own-proposal' }
  const dataset = await holdDataset(db, proposal.datasetId)
  if (dataset === null || dataset.withdrawnAt !== null) return { ok: false, reason: 'dataset-gone' }
  const { comparedWith } = proposal
  if (comparedWith !== null && (await standingIds(db, [comparedWith])).length === 0)
    return { ok: false, reason: 'comparison-gone' }
  const releasedTableId = await releasePublicTable(db, actor, dataset, proposal.version)
  await makeWay(db, actor, dataset.id, proposal)
  await decide(db, id, { state: 'published', decidedBy: actor.personId, releasedTableId })
  await openSite(db, actor.regionId)
  await note(db, actor, dataset.id, 'published', { version: proposal.version })
  return { ok: true }
}

/**
 * Makes the versions that are open or yet to open follow each other: each closes when the next opens. One that a new
 * version comes before never opens. What a version says of its changes is told when it opens, and not before.
 */
async function makeWay(db: TenantDb, actor: Actor, datasetId: string, { openFrom, notice }: Publication) {
  const now = new Date()
  const opening = openFrom !== null && openFrom > now ? openFrom : now
  const published = (await publicationsOf(db, datasetId)).filter(({ state }) => state === 'published')
  const gone = published.filter((one) => one.closesAt !== null && one.closesAt <= now)
  const replaced = published.filter(
    (one) => !gone.includes(one) && opensAt(one) >= opening && opensAt(one) > now,
  )
  for (const one of [...gone, ...replaced]) await takeOff(db, actor, one, '')
  const kept = published.filter((one) => !gone.includes(one) && !replaced.includes(one))
  const latest = kept.toSorted((a, b) => opensAt(a).getTime() - opensAt(b).getTime()).at(-1)
  if (latest === undefined) return
  if (opening > now) await closeAt(db, latest.id, opening)
  else await takeOff(db, actor, latest, notice ?? '')
}

const opensAt = ({ openFrom }: Publication) => openFrom ?? new Date(0)

async function takeOff(
  db: TenantDb,
  actor: Actor,
  { id, releasedTableId }: Publication,
  notice: string,
): Promise<void> {
  if (releasedTableId !== null) await withdrawTables(db, actor, [releasedTableId], notice)
  await decide(db, id, { state: 'withdrawn', decidedBy: actor.personId })
}

/** Declines what another person proposed, or takes back one's own proposal. */
export async function declinePublication(
  db: TenantDb,
  actor: Actor,
  id: string,
  reason: string,
): Promise<{ readonly ok: true } | PublishRefusal> {
  const proposal = await holdPublication(db, id)
  if (proposal === null || proposal.state !== 'proposed') return { ok: false, reason: 'decided-already' }
  await decide(db, id, { state: 'declined', decidedBy: actor.personId, notice: reason })
  await note(db, actor, proposal.datasetId, 'declined', { version: proposal.version })
  return { ok: true }
}

/** Takes a published version off the open site, with a notice that stands where it stood. */
export async function withdrawPublication(
  db: TenantDb,
  actor: Actor,
  id: string,
  notice: string,
): Promise<{ readonly ok: true } | PublishRefusal> {
  const publication = await holdPublication(db, id)
  if (publication?.state !== 'published') return { ok: false, reason: 'decided-already' }
  await takeOff(db, actor, publication, notice)
  const { releasedTableId, datasetId } = publication
  const forgotten = releasedTableId === null ? 0 : await forgetDifferences(db, releasedTableId, new Date())
  if (forgotten > 0) await note(db, actor, datasetId, 'differences-forgotten', { releasedTableId })
  // What was to make way for it stays until what comes after it opens.
  for (const one of await publicationsOf(db, publication.datasetId)) {
    const { state, closesAt } = one
    const madeWay = state === 'published' && closesAt !== null && closesAt > new Date()
    if (madeWay && closesAt.getTime() === publication.openFrom?.getTime())
      await closeAt(db, one.id, publication.closesAt)
  }
  await note(db, actor, publication.datasetId, 'unpublished', { version: publication.version })
  return { ok: true }
}

/** Everything that has been asked and decided about publishing a dataset, the latest first. */
export function publicationsOfDataset(db: TenantDb, datasetId: string): Promise<Publication[]> {
  return publicationsOf(db, datasetId)
}
