import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { contentSchema, type Page, type PageContent, type PageRevision } from '../model-pages.ts'

const SLUG = /^[a-z0-9-]{1,80}$/

export async function pageBySlug(db: TenantDb, slug: string): Promise<Page | null> {
  if (!SLUG.test(slug)) return null
  const row = await db
    .selectFrom('stat_page')
    .select(['id', 'slug', 'revision'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row ?? null
}

/** The page, held until the transaction ends: two who save at once wait for each other. */
export async function holdPage(db: TenantDb, id: string): Promise<Page | null> {
  const row = await db
    .selectFrom('stat_page')
    .select(['id', 'slug', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** @returns the id; `null` where another page has the address */
export async function insertPage(
  db: TenantDb,
  page: { readonly regionId: string; readonly slug: string; readonly createdBy: string },
): Promise<string | null> {
  const row = await db
    .insertInto('stat_page')
    .values({ region_id: page.regionId, slug: page.slug, created_by: page.createdBy })
    .onConflict((conflict) => conflict.columns(['region_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function insertRevision(
  db: TenantDb,
  revision: {
    readonly regionId: string
    readonly pageId: string
    readonly number: number
    readonly content: PageContent
    readonly createdBy: string
    readonly authorName: string
  },
) {
  const { regionId, pageId, number, content, createdBy, authorName } = revision
  await db
    .insertInto('stat_page_revision')
    .values({
      region_id: regionId,
      page_id: pageId,
      number,
      content: JSON.stringify(content),
      created_by: createdBy,
      author_name: authorName,
    })
    .execute()
  await db.updateTable('stat_page').set({ revision: number }).where('id', '=', pageId).execute()
}

const REVISION = ['page_id', 'number', 'content', 'created_at', 'created_by', 'author_name'] as const

interface RevisionRow {
  page_id: string
  number: number
  content: unknown
  created_at: Date
  created_by: string
  author_name: string
}

function toRevision(row: RevisionRow): PageRevision {
  return {
    pageId: row.page_id,
    number: row.number,
    content: contentSchema.parse(row.content),
    createdAt: row.created_at,
    createdBy: row.created_by,
    authorName: row.author_name,
  }
}

export async function revisionOf(db: TenantDb, pageId: string, number: number): Promise<PageRevision | null> {
  const row = await db
    .selectFrom('stat_page_revision')
    .select(REVISION)
    .where('page_id', '=', pageId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : toRevision(row)
}

/** The latest revisions of a page, the latest first. */
export async function revisionsOf(db: TenantDb, pageId: string, most: number): Promise<PageRevision[]> {
  const rows = await db
    .selectFrom('stat_page_revision')
    .select(REVISION)
    .where('page_id', '=', pageId)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  return rows.map(toRevision)
}

/** All pages of the region, each with its latest revision, the one saved last first. */
export async function pagesWithLatest(
  db: TenantDb,
): Promise<{ readonly page: Page; readonly latest: PageRevision }[]> {
  const rows = await db
    .selectFrom('stat_page as page')
    .innerJoin('stat_page_revision as revision', (join) =>
      join.onRef('revision.page_id', '=', 'page.id').onRef('revision.number', '=', 'page.revision'),
    )
    .select([
      'page.slug',
      'revision.page_id',
      'revision.number',
      'revision.content',
      'revision.created_at',
      'revision.created_by',
      'revision.author_name',
    ])
    .orderBy('revision.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    page: { id: row.page_id, slug: row.slug, revision: row.number },
    latest: toRevision(row),
  }))
}
