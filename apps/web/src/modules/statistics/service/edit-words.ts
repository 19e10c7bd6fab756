import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { DatasetWords } from '../model-datasets.ts'
import { changedWords, wordsOf } from '../rules/dataset-words.ts'
import { holdDataset, setWords } from '../store/datasets.ts'

/**
 * Gives a dataset other words; its address stays. What is published keeps the words it was proposed with.
 * @returns how many words changed
 */
export async function editWords(
  db: TenantDb,
  actor: Actor,
  datasetId: string,
  words: DatasetWords,
): Promise<
  { readonly ok: true; readonly changed: number } | { readonly ok: false; readonly reason: 'gone' }
> {
  const dataset = await holdDataset(db, datasetId)
  if (dataset === null || dataset.withdrawnAt !== null) return { ok: false, reason: 'gone' }
  const changes = changedWords(wordsOf(dataset), words)
  if (changes.length === 0) return { ok: true, changed: 0 }
  await setWords(db, dataset, words)
  await remember(db, {
    regionId: actor.regionId,
    actorId: actor.personId,
    kind: 'change',
    entity: 'dataset',
    entityId: datasetId,
    action: 'words-changed',
    details: Object.fromEntries(changes.map(({ word, from, to }) => [word, { from, to }])),
  })
  return { ok: true, changed: changes.length }
}
