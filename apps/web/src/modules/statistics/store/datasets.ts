import { parseParts, type TableParts } from '@jamvikt/tables'
import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import {
  type Assumption,
  assumptionSchema,
  type Changes,
  changesSchema,
  type Dataset,
  type DatasetVersion,
  type DatasetWords,
  type Provenance,
  provenanceSchema,
  type RowReading,
  rowReadingSchema,
  sourceSchema,
  type VersionFacts,
  type WithdrawnDataset,
} from '../model-datasets.ts'

const DATASET = [
  'id',
  'slug',
  'name',
  'description',
  'area',
  'licence',
  'contact',
  'rhythm',
  'fetch_again',
  'source',
  'synthetic',
  'version',
  'definitions',
  'breaks',
  'withdrawn_at',
] as const

interface DatasetRow extends Omit<Dataset, 'source' | 'fetchAgain' | 'withdrawnAt'> {
  source: unknown
  fetch_again: Dataset['fetchAgain']
  withdrawn_at: Date | null
}

function toDataset({ fetch_again, withdrawn_at, source, ...row }: DatasetRow): Dataset {
  return { ...row, fetchAgain: fetch_again, withdrawnAt: withdrawn_at, source: sourceSchema.parse(source) }
}

/** All datasets of the region that are not withdrawn, by name. */
export async function listDatasets(db: TenantDb): Promise<Dataset[]> {
  const rows = await db
    .selectFrom('stat_dataset')
    .select(DATASET)
    .where('withdrawn_at', 'is', null)
    .where('version', '>', 0)
    .orderBy('name')
    .execute()
  return rows.map(toDataset)
}

const SLUG = /^[a-z0-9-]{1,80}$/

export async function datasetBySlug(db: TenantDb, slug: string): Promise<Dataset | null> {
  if (!SLUG.test(slug)) return null
  const row = await db.selectFrom('stat_dataset').select(DATASET).where('slug', '=', slug).executeTakeFirst()
  return row === undefined ? null : toDataset(row)
}

export async function datasetAddress(db: TenantDb, id: string): Promise<string> {
  const row = await db
    .selectFrom('stat_dataset')
    .select('slug')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.slug
}

/** The dataset, held until the transaction ends: two who add a version or publish wait for each other. */
export async function holdDataset(db: TenantDb, id: string): Promise<Dataset | null> {
  const row = await db
    .selectFrom('stat_dataset')
    .select(DATASET)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toDataset(row)
}

export type NewDataset = Omit<Dataset, 'id' | 'version' | 'withdrawnAt' | 'definitions' | 'breaks'> &
  Partial<Pick<Dataset, 'definitions' | 'breaks'>>

/** How the rows of a dataset’s files are read, as was chosen; `null` where nobody has. */
export async function readingOf(db: TenantDb, id: string): Promise<RowReading | null> {
  const row = await db.selectFrom('stat_dataset').select('reading').where('id', '=', id).executeTakeFirst()
  return rowReadingSchema.nullable().parse(row?.reading ?? null)
}

export async function setReading(db: TenantDb, id: string, reading: RowReading) {
  await db
    .updateTable('stat_dataset')
    .set({ reading: JSON.stringify(reading) })
    .where('id', '=', id)
    .execute()
}

/** Gives a dataset other words; its address stays. */
export async function setWords(db: TenantDb, { id, source }: Dataset, words: DatasetWords) {
  const { producer, ...columns } = words
  await db
    .updateTable('stat_dataset')
    .set({ ...columns, source: JSON.stringify({ ...source, producer }) })
    .where('id', '=', id)
    .execute()
}

/** Withdraws a dataset with the reason, or with none brings it back. */
export async function setWithdrawn(
  db: TenantDb,
  id: string,
  withdrawn: { readonly personId: string; readonly reason: string } | null,
) {
  await db
    .updateTable('stat_dataset')
    .set({
      withdrawn_at: withdrawn === null ? null : new Date(),
      withdrawn_by: withdrawn?.personId ?? null,
      withdrawn_reason: withdrawn?.reason ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** The datasets that are withdrawn, the latest first. */
export async function listWithdrawn(db: TenantDb): Promise<WithdrawnDataset[]> {
  const rows = await db
    .selectFrom('stat_dataset')
    .select(['slug', 'name', 'withdrawn_at', 'withdrawn_reason'])
    .where('withdrawn_at', 'is not', null)
    .orderBy('withdrawn_at', 'desc')
    .execute()
  return rows.flatMap(({ slug, name, withdrawn_at, withdrawn_reason }) =>
    withdrawn_at === null ? [] : [{ slug, name, withdrawnAt: withdrawn_at, reason: withdrawn_reason ?? '' }],
  )
}

/** @returns the id; `null` where another dataset has the address */
export async function insertDataset(
  db: TenantDb,
  dataset: NewDataset & { regionId: string; createdBy: string },
): Promise<string | null> {
  const row = await db
    .insertInto('stat_dataset')
    .values({
      region_id: dataset.regionId,
      slug: dataset.slug,
      name: dataset.name,
      description: dataset.description,
      area: dataset.area,
      licence: dataset.licence,
      contact: dataset.contact,
      rhythm: dataset.rhythm,
      definitions: dataset.definitions ?? '',
      breaks: dataset.breaks ?? '',
      fetch_again: dataset.fetchAgain,
      source: JSON.stringify(dataset.source),
      synthetic: dataset.synthetic,
      created_by: dataset.createdBy,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

const FACTS = [
  'dataset_id',
  'number',
  'sha256',
  'cells',
  'provenance',
  'assumptions',
  'changes',
  'created_at',
  'created_by',
] as const
const VERSION = [...FACTS, 'parts'] as const

interface FactsRow {
  dataset_id: string
  number: number
  sha256: string
  cells: number
  provenance: unknown
  assumptions: unknown
  changes: unknown
  created_at: Date
  created_by: string
}

interface VersionRow extends FactsRow {
  parts: unknown
}

export function partsOfRow(parts: unknown): TableParts {
  const parsed = parseParts(parts)
  if (!parsed.ok) throw new Error(`a kept table does not fit: ${parsed.keyword}`)
  return parsed.parts
}

const MOST_KEPT = 200
const keptParts = new Map<string, TableParts>()

/** The parts of a version, which never change: the latest used are kept by what its figures are known by. */
function partsOfVersion({ sha256, parts }: VersionRow): TableParts {
  const known = keptParts.get(sha256) ?? partsOfRow(parts)
  keptParts.delete(sha256)
  keptParts.set(sha256, known)
  const [oldest] = keptParts.keys()
  if (keptParts.size > MOST_KEPT && oldest !== undefined) keptParts.delete(oldest)
  return known
}

function toVersion(row: VersionRow): DatasetVersion {
  return { ...toFacts(row), parts: partsOfVersion(row) }
}

function toFacts(row: FactsRow): VersionFacts {
  return {
    datasetId: row.dataset_id,
    number: row.number,
    sha256: row.sha256,
    cells: row.cells,
    provenance: provenanceSchema.parse(row.provenance),
    assumptions: z.array(assumptionSchema).parse(row.assumptions),
    changes: changesSchema.parse(row.changes),
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}

/** All versions of a dataset, the latest first. */
export async function versionsOf(db: TenantDb, datasetId: string): Promise<DatasetVersion[]> {
  const rows = await db
    .selectFrom('stat_version')
    .select(VERSION)
    .where('dataset_id', '=', datasetId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** What is told of one version, without its table; `null` where there is none. */
export async function versionOf(
  db: TenantDb,
  datasetId: string,
  number: number,
): Promise<VersionFacts | null> {
  const row = await db
    .selectFrom('stat_version')
    .select(FACTS)
    .where('dataset_id', '=', datasetId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : toFacts(row)
}

/** The wanted versions of many datasets at once. */
export async function versionsByNumber(
  db: TenantDb,
  wanted: readonly { readonly datasetId: string; readonly number: number }[],
): Promise<DatasetVersion[]> {
  if (wanted.length === 0) return []
  const rows = await db
    .selectFrom('stat_version')
    .select(VERSION)
    .where((is) => is.or(wanted.map(({ datasetId, number }) => is.and({ dataset_id: datasetId, number }))))
    .execute()
  return rows.map(toVersion)
}

/** What the figures of a version are known by; `null` where the region has no such version. */
export async function hashOf(db: TenantDb, datasetId: string, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('stat_version')
    .select('sha256')
    .where('dataset_id', '=', datasetId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.sha256 ?? null
}

/** The figures of a version, as they are kept. */
export async function figuresOf(db: TenantDb, datasetId: string, number: number): Promise<Buffer> {
  const row = await db
    .selectFrom('stat_version')
    .select('figures')
    .where('dataset_id', '=', datasetId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return row.figures
}

export async function insertVersion(
  db: TenantDb,
  version: {
    regionId: string
    datasetId: string
    number: number
    parts: TableParts
    figures: Uint8Array
    sha256: string
    cells: number
    provenance: Provenance
    assumptions: readonly Assumption[]
    changes: Changes
    createdBy: string
  },
) {
  await db
    .insertInto('stat_version')
    .values({
      region_id: version.regionId,
      dataset_id: version.datasetId,
      number: version.number,
      parts: JSON.stringify(version.parts),
      figures: Buffer.from(version.figures),
      sha256: version.sha256,
      cells: version.cells,
      provenance: JSON.stringify(version.provenance),
      assumptions: JSON.stringify(version.assumptions),
      changes: JSON.stringify(version.changes),
      created_by: version.createdBy,
    })
    .execute()
  await db
    .updateTable('stat_dataset')
    .set({ version: version.number })
    .where('id', '=', version.datasetId)
    .execute()
}
