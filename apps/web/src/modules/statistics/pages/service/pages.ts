import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { changesOf } from '../../../../platform/history.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { slugOf } from '../../rules/slug.ts'
import {
  contentSchema,
  type ListedPage,
  type Page,
  type PageContent,
  type PageRevision,
} from '../model-pages.ts'
import { type Clash, clashOf } from '../rules/clash.ts'
import { type Change, changed } from '../rules/edit-page.ts'
import { pagePublications } from '../store/page-publications.ts'
import {
  holdPage,
  insertPage,
  insertRevision,
  pageBySlug,
  pagesWithLatest,
  revisionOf,
  revisionsOf,
} from '../store/pages.ts'

/** Writes down what was done to a page. */
export const note = changesOf('page')

export type PageRefusal =
  | {
      readonly ok: false
      readonly reason:
        | 'page-gone'
        /** The block is not there, or the page can hold no more. */
        | 'block-gone'
    }
  /** Somebody else has written meanwhile: both stand, and the page says so. */
  | {
      readonly ok: false
      readonly reason: 'clash'
      readonly clash: Clash
      readonly latest: PageRevision
    }

export interface OpenedPage {
  readonly page: Page
  readonly latest: PageRevision
}

/** A page by its address with its latest revision; `null` where there is none. */
export async function openPage(db: TenantDb, slug: string): Promise<OpenedPage | null> {
  const page = await pageBySlug(db, slug)
  const latest = page === null ? null : await revisionOf(db, page.id, page.revision)
  return page === null || latest === null ? null : { page, latest }
}

/** All pages of the region, the one saved last first. */
export async function listPages(db: TenantDb): Promise<ListedPage[]> {
  const publications = await pagePublications(db, null)
  const revisionIn = (pageId: string, state: 'published' | 'proposed') =>
    publications.find((one) => one.pageId === pageId && one.state === state)?.revision ?? null
  return (await pagesWithLatest(db)).map(({ page, latest }) => ({
    page,
    latest,
    published: revisionIn(page.id, 'published'),
    proposed: revisionIn(page.id, 'proposed'),
  }))
}

/** Makes a page. Its address is made of its title, and stays. */
export async function createPage(
  db: TenantDb,
  actor: Actor,
  content: Omit<PageContent, 'removed'>,
): Promise<
  { readonly ok: true; readonly slug: string } | { readonly ok: false; readonly reason: 'address-taken' }
> {
  const { regionId, personId, personName } = actor
  const slug = pageSlug(content.title)
  const id = await insertPage(db, { regionId, slug, createdBy: personId })
  if (id === null) return { ok: false, reason: 'address-taken' }
  await insertRevision(db, {
    regionId,
    pageId: id,
    number: 1,
    content: { ...content, removed: [] },
    createdBy: personId,
    authorName: personName,
  })
  await note(db, actor, id, 'added', { title: content.title })
  return { ok: true, slug }
}

/** Characters of a whole page. */
const MOST_KEPT = 1_000_000

/** Words that addresses beside those of pages have. */
const TAKEN: ReadonlySet<string> = new Set(['new', 'add'])

function pageSlug(title: string): string {
  const slug = slugOf(title)
  return TAKEN.has(slug) ? `sida-${slug}` : slug
}

/**
 * Saves a change as a new revision. What was there before is kept as it was.
 * @param seen the revision that the writer had before them
 */
export async function changePage(
  db: TenantDb,
  actor: Actor,
  pageId: string,
  seen: number,
  change: Change,
): Promise<{ readonly ok: true; readonly revision: number } | PageRefusal> {
  const held = await holdPage(db, pageId)
  const latest = held === null ? null : await revisionOf(db, pageId, held.revision)
  if (latest === null) return { ok: false, reason: 'page-gone' }
  const base = seen === latest.number ? latest : await revisionOf(db, pageId, seen)
  const clash = clashOf(base?.content ?? null, latest.content, change)
  if (clash !== null) return { ok: false, reason: 'clash', clash, latest }
  const content = changed(latest.content, change)
  // What could not be read again is not written.
  const isKept = contentSchema.safeParse(content).success && JSON.stringify(content).length <= MOST_KEPT
  if (content === null || !isKept) return { ok: false, reason: 'block-gone' }
  return save(db, actor, latest, content, change.act)
}

/** Makes an earlier revision the latest again. */
export async function restoreRevision(
  db: TenantDb,
  actor: Actor,
  pageId: string,
  number: number,
): Promise<
  { readonly ok: true; readonly revision: number } | { readonly ok: false; readonly reason: 'page-gone' }
> {
  const held = await holdPage(db, pageId)
  const latest = held === null ? null : await revisionOf(db, pageId, held.revision)
  const earlier = await revisionOf(db, pageId, number)
  if (latest === null || earlier === null) return { ok: false, reason: 'page-gone' }
  return save(db, actor, latest, earlier.content, 'restored')
}

async function save(
  db: TenantDb,
  actor: Actor,
  latest: PageRevision,
  content: PageContent,
  action: string,
): Promise<{ readonly ok: true; readonly revision: number }> {
  if (JSON.stringify(content) === JSON.stringify(latest.content)) return { ok: true, revision: latest.number }
  const revision = latest.number + 1
  await insertRevision(db, {
    regionId: actor.regionId,
    pageId: latest.pageId,
    number: revision,
    content,
    createdBy: actor.personId,
    authorName: actor.personName,
  })
  await note(db, actor, latest.pageId, action, { revision })
  return { ok: true, revision }
}

const MOST_LISTED = 100

/** The latest revisions of a page, the latest first. */
export function listRevisions(db: TenantDb, pageId: string): Promise<PageRevision[]> {
  return revisionsOf(db, pageId, MOST_LISTED)
}

/** One revision of a page as it was. */
export function openRevision(db: TenantDb, pageId: string, number: number): Promise<PageRevision | null> {
  return revisionOf(db, pageId, number)
}
