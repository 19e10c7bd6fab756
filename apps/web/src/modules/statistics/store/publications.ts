import type { TenantDb } from '../../../platform/db/tenant.ts'
import {
  type DatasetWords,
  type Differences,
  differencesSchema,
  type Publication,
  wordsSchema,
} from '../model-datasets.ts'
import type { LoggedPublication } from '../rules/open-log.ts'

const PUBLICATION = [
  'id',
  'dataset_id',
  'version',
  'state',
  'proposed_at',
  'proposed_by',
  'open_from',
  'closes_at',
  'decided_at',
  'decided_by',
  'released_table_id',
  'notice',
  'words',
  'differences',
  'compared_with',
] as const

interface PublicationRow {
  id: string
  dataset_id: string
  version: number
  state: Publication['state']
  proposed_at: Date
  proposed_by: string
  open_from: Date | null
  closes_at: Date | null
  decided_at: Date | null
  decided_by: string | null
  released_table_id: string | null
  notice: string | null
  words: unknown
  differences: unknown
  compared_with: string | null
}

function toPublication(row: PublicationRow): Publication {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    version: row.version,
    state: row.state,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    openFrom: row.open_from,
    closesAt: row.closes_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    releasedTableId: row.released_table_id,
    notice: row.notice,
    words: wordsSchema.parse(row.words),
    differences: differencesSchema.nullable().parse(row.differences),
    comparedWith: row.compared_with,
  }
}

/** Everything that has been asked and decided about publishing a dataset, the latest first. */
export async function publicationsOf(db: TenantDb, datasetId: string): Promise<Publication[]> {
  const rows = await db
    .selectFrom('stat_publication')
    .select(PUBLICATION)
    .where('dataset_id', '=', datasetId)
    .orderBy('proposed_at', 'desc')
    .execute()
  return rows.map(toPublication)
}

export async function holdPublication(db: TenantDb, id: string): Promise<Publication | null> {
  const row = await db
    .selectFrom('stat_publication')
    .select(PUBLICATION)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toPublication(row)
}

/** @returns the id; `null` where a proposal for the dataset waits already */
export async function insertProposal(
  db: TenantDb,
  proposal: {
    regionId: string
    datasetId: string
    version: number
    proposedBy: string
    openFrom: Date | null
    notice: string | null
    words: DatasetWords
    differences: Differences | null
    comparedWith: string | null
  },
): Promise<string | null> {
  const row = await db
    .insertInto('stat_publication')
    .values({
      region_id: proposal.regionId,
      dataset_id: proposal.datasetId,
      version: proposal.version,
      state: 'proposed',
      proposed_by: proposal.proposedBy,
      open_from: proposal.openFrom,
      notice: proposal.notice,
      words: JSON.stringify(proposal.words),
      differences: proposal.differences === null ? null : JSON.stringify(proposal.differences),
      compared_with: proposal.comparedWith,
    })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'dataset_id']).where('state', '=', 'proposed').doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function decide(
  db: TenantDb,
  id: string,
  decision: {
    state: 'published' | 'declined' | 'withdrawn'
    decidedBy: string
    releasedTableId?: string
    notice?: string
  },
) {
  const { state, decidedBy, releasedTableId, notice } = decision
  await db
    .updateTable('stat_publication')
    .set({
      state,
      decided_by: decidedBy,
      decided_at: new Date(),
      ...(releasedTableId === undefined ? {} : { released_table_id: releasedTableId }),
      ...(notice === undefined ? {} : { notice }),
    })
    .where('id', '=', id)
    .execute()
}

/** Forgets what was told of a release that has been taken back, in what is yet to open. @returns how many told of it */
export async function forgetDifferences(db: TenantDb, releaseId: string, now: Date): Promise<number> {
  const done = await db
    .updateTable('stat_publication')
    .set({ differences: null, notice: '' })
    .where('compared_with', '=', releaseId)
    .where('state', '=', 'published')
    .where('open_from', '>', now)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Lets a published version stand until a later one opens, or again without an end. */
export async function closeAt(db: TenantDb, id: string, closesAt: Date | null) {
  await db.updateTable('stat_publication').set({ closes_at: closesAt }).where('id', '=', id).execute()
}

/** What is published and whose time has come: the dataset's and the release's ids. */
export async function openPublications(db: TenantDb, now: Date): Promise<Publication[]> {
  const rows = await db
    .selectFrom('stat_publication')
    .select(PUBLICATION)
    .where('state', '=', 'published')
    .where((is) => is.or([is('open_from', 'is', null), is('open_from', '<=', now)]))
    .where((is) => is.or([is('closes_at', 'is', null), is('closes_at', '>', now)]))
    .execute()
  return rows.map(toPublication)
}

/** Of each dataset that has either: whether a version is published, or waits for a decision. */
export async function publishedAndWaiting(db: TenantDb): Promise<ReadonlyMap<string, 'yes' | 'waits'>> {
  const rows = await db
    .selectFrom('stat_publication')
    .select(['dataset_id', 'state'])
    .where('state', 'in', ['proposed', 'published'])
    .execute()
  // Of a dataset with both, the proposal is told.
  return new Map(
    rows
      .toSorted((a, b) => (a.state === b.state ? 0 : a.state === 'published' ? -1 : 1))
      .map(({ dataset_id, state }) => [dataset_id, state === 'published' ? 'yes' : 'waits']),
  )
}

/**
 * Everything that is or has been open, the latest first; what was taken back before its time was never
 * open. Of one table, where its address is given.
 */
export async function publicationLog(
  db: TenantDb,
  now: Date,
  most: number,
  slug: string | null = null,
): Promise<LoggedPublication[]> {
  const rows = await db
    .selectFrom('stat_publication as publication')
    .innerJoin('released_table as released', 'released.id', 'publication.released_table_id')
    .innerJoin('stat_dataset as dataset', 'dataset.id', 'publication.dataset_id')
    .select([
      'publication.dataset_id',
      'publication.version',
      'publication.open_from',
      'publication.closes_at',
      'publication.notice',
      'publication.words',
      'dataset.slug',
      'released.released_at',
      'released.withdrawn_at',
      'released.notice as closing_notice',
    ])
    .where((is) => is.or([is('publication.open_from', 'is', null), is('publication.open_from', '<=', now)]))
    .where((is) =>
      is.or([
        is('released.withdrawn_at', 'is', null),
        is('publication.open_from', 'is', null),
        is('released.withdrawn_at', '>', is.ref('publication.open_from')),
      ]),
    )
    .$if(slug !== null, (query) => query.where('dataset.slug', '=', slug ?? ''))
    .orderBy('released.released_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    kind: 'table' as const,
    id: row.dataset_id,
    slug: row.slug,
    name: wordsSchema.parse(row.words).name,
    version: row.version,
    openedAt: row.open_from !== null && row.open_from > row.released_at ? row.open_from : row.released_at,
    closedAt: closedBy(row.withdrawn_at, row.closes_at, now),
    notice: row.notice,
    closingNotice: row.closing_notice,
  }))
}

/** What made way for the next version closed then, also where its release was taken back later. */
function closedBy(withdrawnAt: Date | null, closesAt: Date | null, now: Date): Date | null {
  if (closesAt === null || closesAt > now) return withdrawnAt
  return withdrawnAt !== null && withdrawnAt < closesAt ? withdrawnAt : closesAt
}

/** How many tables others have asked to publish. */
export async function tablesToDecide(db: TenantDb, personId: string): Promise<number> {
  const row = await db
    .selectFrom('stat_publication as publication')
    .innerJoin('stat_dataset as dataset', 'dataset.id', 'publication.dataset_id')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('publication.state', '=', 'proposed')
    .where('publication.proposed_by', '<>', personId)
    .where('dataset.withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
