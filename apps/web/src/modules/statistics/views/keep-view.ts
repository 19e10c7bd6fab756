import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { listDatasets } from '../store/datasets.ts'
import type { SavedView } from './saved-view.ts'
import { insertView, setRemoved, viewsFor } from './store.ts'

const note = changesOf('saved-view')

/** Keeps a view under a name. @returns its id */
export async function keepView(
  db: TenantDb,
  actor: Actor,
  view: Pick<SavedView, 'datasetId' | 'name' | 'view' | 'version' | 'shared'>,
): Promise<string> {
  const { regionId, personId, personName } = actor
  const id = await insertView(db, regionId, { ...view, createdBy: personId, authorName: personName })
  await note(db, actor, id, 'kept', { name: view.name, shared: view.shared })
  return id
}

/** Takes one's own view away, or brings it back. @returns whether there was one */
export async function removeView(db: TenantDb, actor: Actor, id: string, removed: boolean): Promise<boolean> {
  const done = await setRemoved(db, id, actor.personId, removed)
  if (done) await note(db, actor, id, removed ? 'removed' : 'brought-back')
  return done
}

/** The views that a person sees, with the datasets they are of; those of withdrawn datasets are left out. */
export async function keptViews(db: TenantDb, actor: Actor) {
  const datasets = new Map((await listDatasets(db)).map((dataset) => [dataset.id, dataset]))
  const views = await viewsFor(db, actor.personId)
  return views.flatMap((view) => {
    const dataset = datasets.get(view.datasetId)
    return dataset === undefined ? [] : [{ view, dataset }]
  })
}
