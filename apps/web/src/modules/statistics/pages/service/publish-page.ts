import { openSite, type TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { PagePublication } from '../model-pages.ts'
import {
  decidePage,
  endPage,
  holdPagePublication,
  insertPageProposal,
  pagePublications,
} from '../store/page-publications.ts'
import { holdPage, revisionOf } from '../store/pages.ts'
import { type Hindrance, hindrancesOf } from './hindrances.ts'
import { note } from './pages.ts'

export type PublishPageRefusal =
  | {
      readonly ok: false
      readonly reason:
        | 'page-gone'
        /** Another proposal for the page waits. */
        | 'proposal-waits'
        | 'already-published'
        /** Whoever proposes does not decide. */
        | 'own-proposal'
        /** Whoever wrote last does not decide. */
        | 'own-words'
        /** Somebody else has decided meanwhile. */
        | 'decided-already'
        | 'page-empty'
    }
  /** Some figures may not be shown to everybody. */
  | { readonly ok: false; readonly reason: 'not-open'; readonly hindrances: readonly Hindrance[] }

/** Asks for the latest revision of a page to be published; another person decides. */
export async function proposePage(
  db: TenantDb,
  actor: Actor,
  pageId: string,
): Promise<{ readonly ok: true; readonly id: string } | PublishPageRefusal> {
  const page = await holdPage(db, pageId)
  const latest = page === null ? null : await revisionOf(db, pageId, page.revision)
  if (latest === null) return { ok: false, reason: 'page-gone' }
  if (latest.content.blocks.every(({ heading, body, kind }) => kind === 'text' && heading + body === ''))
    return { ok: false, reason: 'page-empty' }
  const standing = (await pagePublications(db, pageId)).find(({ state }) => state === 'published')
  if (standing?.revision === latest.number) return { ok: false, reason: 'already-published' }
  const id = await insertPageProposal(db, {
    regionId: actor.regionId,
    pageId,
    revision: latest.number,
    writtenBy: latest.createdBy,
    proposedBy: actor.personId,
  })
  if (id === null) return { ok: false, reason: 'proposal-waits' }
  await note(db, actor, pageId, 'proposed', { revision: latest.number })
  return { ok: true, id }
}

/** Publishes the revision that another person proposed and wrote, in the place of the one before. */
export async function approvePage(
  db: TenantDb,
  actor: Actor,
  pageId: string,
  id: string,
): Promise<{ readonly ok: true } | PublishPageRefusal> {
  const proposal = await proposalOf(db, pageId, id)
  if (proposal === null) return { ok: false, reason: 'decided-already' }
  if (proposal.proposedBy === actor.personId) return { ok: false, reason: 'own-proposal' }
  if (proposal.writtenBy === actor.personId) return { ok: false, reason: 'own-words' }
  const revision = await revisionOf(db, pageId, proposal.revision)
  if (revision === null) return { ok: false, reason: 'page-gone' }
  const hindrances = await hindrancesOf(db, revision.content, new Date())
  if (hindrances.length > 0) return { ok: false, reason: 'not-open', hindrances }
  for (const one of await pagePublications(db, pageId))
    if (one.state === 'published')
      await endPage(db, one.id, { state: 'replaced', by: actor.personId, notice: null })
  await decidePage(db, id, { state: 'published', by: actor.personId, notice: null })
  await openSite(db, actor.regionId)
  await note(db, actor, pageId, 'published', { revision: proposal.revision })
  return { ok: true }
}

/** Declines what another person proposed, or takes back one’s own proposal. */
export async function declinePage(
  db: TenantDb,
  actor: Actor,
  pageId: string,
  id: string,
  notice: string,
): Promise<{ readonly ok: true } | PublishPageRefusal> {
  const proposal = await proposalOf(db, pageId, id)
  if (proposal === null) return { ok: false, reason: 'decided-already' }
  await decidePage(db, id, { state: 'declined', by: actor.personId, notice })
  await note(db, actor, pageId, 'declined', { revision: proposal.revision })
  return { ok: true }
}

/** Takes a published page off the open site, with the reason. */
export async function withdrawPage(
  db: TenantDb,
  actor: Actor,
  pageId: string,
  id: string,
  notice: string,
): Promise<{ readonly ok: true } | PublishPageRefusal> {
  const publication = await holdPagePublication(db, id)
  if (publication?.pageId !== pageId || publication.state !== 'published')
    return { ok: false, reason: 'decided-already' }
  await endPage(db, id, { state: 'withdrawn', by: actor.personId, notice })
  await note(db, actor, pageId, 'unpublished', { revision: publication.revision })
  return { ok: true }
}

/** Everything that has been asked and decided about publishing a page, the latest first. */
export function publicationsOfPage(db: TenantDb, pageId: string): Promise<PagePublication[]> {
  return pagePublications(db, pageId)
}

async function proposalOf(db: TenantDb, pageId: string, id: string): Promise<PagePublication | null> {
  const found = await holdPagePublication(db, id)
  return found?.pageId === pageId && found.state === 'proposed' ? found : null
}
