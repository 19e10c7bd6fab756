import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { LoggedPublication } from '../../rules/open-log.ts'
import { contentSchema, type Page, type PageContent, type PagePublication } from '../model-pages.ts'

const PUBLICATION = [
  'id',
  'page_id',
  'revision',
  'state',
  'written_by',
  'proposed_at',
  'proposed_by',
  'decided_at',
  'decided_by',
  'ended_at',
  'notice',
] as const

interface PublicationRow {
  id: string
  page_id: string
  revision: number
  state: PagePublication['state']
  written_by: string
  proposed_at: Date
  proposed_by: string
  decided_at: Date | null
  decided_by: string | null
  ended_at: Date | null
  notice: string | null
}

function toPublication(row: PublicationRow): PagePublication {
  return {
    id: row.id,
    pageId: row.page_id,
    revision: row.revision,
    state: row.state,
    writtenBy: row.written_by,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    endedAt: row.ended_at,
    notice: row.notice,
  }
}

/** What has been asked and decided about publishing a page, or all pages, the latest first. */
export async function pagePublications(db: TenantDb, pageId: string | null): Promise<PagePublication[]> {
  const rows = await db
    .selectFrom('stat_page_publication')
    .select(PUBLICATION)
    .$if(pageId !== null, (query) => query.where('page_id', '=', pageId ?? ''))
    .orderBy('proposed_at', 'desc')
    .execute()
  return rows.map(toPublication)
}

export async function holdPagePublication(db: TenantDb, id: string): Promise<PagePublication | null> {
  const row = await db
    .selectFrom('stat_page_publication')
    .select(PUBLICATION)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toPublication(row)
}

/** @returns the id; `null` where a proposal for the page waits already */
export async function insertPageProposal(
  db: TenantDb,
  proposal: {
    readonly regionId: string
    readonly pageId: string
    readonly revision: number
    readonly writtenBy: string
    readonly proposedBy: string
  },
): Promise<string | null> {
  const row = await db
    .insertInto('stat_page_publication')
    .values({
      region_id: proposal.regionId,
      page_id: proposal.pageId,
      revision: proposal.revision,
      state: 'proposed',
      written_by: proposal.writtenBy,
      proposed_by: proposal.proposedBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'page_id']).where('state', '=', 'proposed').doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Decides on a proposal. */
export async function decidePage(
  db: TenantDb,
  id: string,
  decision: { readonly state: 'published' | 'declined'; readonly by: string; readonly notice: string | null },
) {
  await db
    .updateTable('stat_page_publication')
    .set({ state: decision.state, decided_at: new Date(), decided_by: decision.by, notice: decision.notice })
    .where('id', '=', id)
    .execute()
}

/** Takes a published revision off the open site. */
export async function endPage(
  db: TenantDb,
  id: string,
  end: { readonly state: 'replaced' | 'withdrawn'; readonly by: string; readonly notice: string | null },
) {
  await db
    .updateTable('stat_page_publication')
    .set({ state: end.state, ended_at: new Date(), ended_by: end.by, notice: end.notice })
    .where('id', '=', id)
    .execute()
}

/** A page as everybody sees it. */
export interface PublishedPage {
  readonly page: Pick<Page, 'id' | 'slug' | 'revision'>
  readonly content: PageContent
  readonly publishedAt: Date
}

/** Publications with their page and the revision that they are of. */
function withContent(db: TenantDb) {
  return db
    .selectFrom('stat_page_publication as publication')
    .innerJoin('stat_page as page', 'page.id', 'publication.page_id')
    .innerJoin('stat_page_revision as revision', (join) =>
      join
        .onRef('revision.page_id', '=', 'publication.page_id')
        .onRef('revision.number', '=', 'publication.revision'),
    )
}

/** The pages that are published, the latest first; the one with an address where it is given. */
export async function publishedPages(db: TenantDb, slug: string | null): Promise<PublishedPage[]> {
  const rows = await withContent(db)
    .select(['page.id', 'page.slug', 'revision.number', 'revision.content', 'publication.decided_at'])
    .where('publication.state', '=', 'published')
    .$if(slug !== null, (query) => query.where('page.slug', '=', slug ?? ''))
    .orderBy('publication.decided_at', 'desc')
    .execute()
  return rows.map((row) => ({
    page: { id: row.id, slug: row.slug, revision: row.number },
    content: contentSchema.parse(row.content),
    publishedAt: row.decided_at ?? new Date(0),
  }))
}

/** What the published pages are known by: it changes when one is published or taken off. */
export async function pagesRevision(db: TenantDb): Promise<string> {
  const rows = await db
    .selectFrom('stat_page_publication')
    .select('id')
    .where('state', '=', 'published')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id).join(' ')
}

/** Everything that pages have shown everybody, as the log of tables tells it, the latest first. */
export async function pageLog(db: TenantDb, most: number): Promise<LoggedPublication[]> {
  const rows = await withContent(db)
    .select([
      'publication.page_id',
      'publication.revision',
      'publication.decided_at',
      'publication.ended_at',
      'publication.notice',
      'page.slug',
      'revision.content',
    ])
    .where('publication.state', 'in', ['published', 'replaced', 'withdrawn'])
    .orderBy('publication.decided_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    kind: 'page' as const,
    id: row.page_id,
    slug: `pages/${row.slug}`,
    name: contentSchema.parse(row.content).title,
    version: row.revision,
    openedAt: row.decided_at ?? new Date(0),
    closedAt: row.ended_at,
    notice: null,
    closingNotice: row.notice,
  }))
}

/** How many pages others have written and asked to publish. */
export async function pagesToDecide(db: TenantDb, personId: string): Promise<number> {
  const row = await db
    .selectFrom('stat_page_publication')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('state', '=', 'proposed')
    .where('proposed_by', '<>', personId)
    .where('written_by', '<>', personId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
