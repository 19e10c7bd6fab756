import { assertReleased, type ReleasedTable } from '@jamvikt/disclosure'
import { partsOf, type StatTable, writeParquet } from '@jamvikt/tables'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { sha256 } from '../../../platform/sha256.ts'
import type { ReleasedContent } from '../model.ts'
import type { Dataset } from '../model-datasets.ts'
import { slugOf } from '../rules/slug.ts'
import { datasetBySlug } from '../store/datasets.ts'
import { insertDraft } from '../store/drafts.ts'
import { type DraftKept, keepNewDataset, keepNewVersion } from './keep-draft.ts'

export interface ReleasedOffer {
  readonly name: string
  readonly description: string
  readonly area: Dataset['area']
  readonly producer: string
  readonly licence: string
  readonly synthetic: boolean
  /** What the table was made of, and of nothing else. */
  readonly tables: readonly ReleasedTable<ReleasedContent>[]
  /** Tells tables of the same releases apart. */
  readonly part: string
  readonly table: StatTable
}

/**
 * Puts a table made of released tables into the catalogue: as a dataset of its own the first time, as a new version after.
 * It can be published for as long as every release that it was made of stands.
 * @returns what was kept, and the dataset's address
 */
export async function offerReleased(
  db: TenantDb,
  actor: Actor,
  offer: ReleasedOffer,
): Promise<DraftKept & { readonly slug: string }> {
  for (const table of offer.tables) assertReleased(table)
  const [first] = offer.tables
  if (first === undefined) throw new Error('a table of no release')
  const dataset = `${first.payload.dataset} ${offer.part}`
  const source = { kind: 'released' as const, producer: offer.producer, dataset }
  // Long names are cut: what they end in is told by what the table is made of.
  const whole = slugOf(offer.name)
  const slug = whole.length < 70 ? whole : `${whole.slice(0, 70)}-${sha256(dataset).slice(0, 8)}`
  const existing = await datasetBySlug(db, slug)
  const isOwn = existing?.source.kind === 'released' && existing.source.dataset === source.dataset
  if (existing !== null && !isOwn) return { ok: false, reason: 'address-taken', slug }
  const draft = await insertDraft(db, {
    regionId: actor.regionId,
    createdBy: actor.personId,
    datasetId: existing?.id ?? null,
    parts: partsOf(offer.table),
    figures: writeParquet(offer.table),
    provenance: {
      fileName: null,
      address: null,
      fetchedAt: new Date().toISOString(),
      sourceUpdated: null,
      sourceSha256: null,
      releases: offer.tables.map(({ payload }) => payload.releaseId),
    },
    assumptions: [],
  })
  const { name, description, area, licence, synthetic } = offer
  const kept =
    existing === null
      ? await keepNewDataset(db, actor, draft, {
          slug,
          name,
          description,
          area,
          licence,
          contact: '',
          rhythm: 'irregular',
          fetchAgain: 'never',
          source,
          synthetic,
        })
      : await keepNewVersion(db, actor, draft)
  return { ...kept, slug }
}
