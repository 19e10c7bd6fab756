import { checkMapping, type Mapping, type MappingProblem } from '@jamvikt/tables'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { findUpload, insertImport, lockUpload, setUpload } from '../store/intake.ts'
import { findList, insertList, saveMapping } from '../store/lists.ts'
import type { FundingDoors } from './doors.ts'

export type StartImport =
  | { readonly ok: true; readonly importId: string; readonly listId: string }
  | {
      readonly ok: false
      readonly reason:
        | 'upload-unknown'
        | 'already-imported'
        | 'kind-differs'
        | 'rule-differs'
        | 'version-differs'
        | 'list-withdrawn'
    }
  | { readonly ok: false; readonly reason: 'mapping-refused'; readonly problems: readonly MappingProblem[] }

/** Takes the analyst's mapping, makes the list where it is new, and asks for the import. */
export async function startImport(
  doors: FundingDoors,
  actor: Actor,
  order: { uploadId: string; mapping: Mapping; saveAs: string | null; wholeList: boolean },
): Promise<StartImport> {
  const result = await doors.inRegion(actor, async (db): Promise<StartImport> => {
    await lockUpload(db, order.uploadId)
    const upload = await findUpload(db, order.uploadId)
    if (!upload?.inspection) return { ok: false, reason: 'upload-unknown' }
    if (upload.status !== 'read') return { ok: false, reason: 'already-imported' }
    const checked = checkMapping(order.mapping, upload.inspection.headers)
    if (!checked.ok) return { ok: false, reason: 'mapping-refused', problems: checked.problems }
    const kind = order.mapping.aggregated ? 'aggregated' : 'cases'
    const known = upload.listId ? await findList(db, upload.listId) : null
    if (known && known.kind !== kind) return { ok: false, reason: 'kind-differs' }
    if (known?.withdrawnAt) return { ok: false, reason: 'list-withdrawn' }
    if (known && known.mapping.industryVersion !== order.mapping.industryVersion)
      return { ok: false, reason: 'version-differs' }
    if (known && known.mapping.leaderRule !== order.mapping.leaderRule)
      return { ok: false, reason: 'rule-differs' }
    const listId =
      known?.id ??
      (await insertList(db, {
        regionId: actor.regionId,
        name: upload.listName,
        kind,
        mapping: order.mapping,
        createdBy: actor.personId,
      }))
    if (order.saveAs)
      await saveMapping(db, {
        regionId: actor.regionId,
        name: order.saveAs,
        mapping: order.mapping,
        createdBy: actor.personId,
      })
    const importId = await insertImport(db, {
      regionId: actor.regionId,
      listId,
      uploadId: upload.id,
      fileName: upload.fileName,
      sha256: upload.sha256,
      mapping: order.mapping,
      wholeList: order.wholeList,
      createdBy: actor.personId,
    })
    await setUpload(db, upload.id, { status: 'importing' })
    await remember(db, {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'change',
      entity: 'funding-list',
      entityId: listId,
      action: known ? 'import-ordered' : 'made',
      details: { importId, mapping: order.mapping },
    })
    return { ok: true, importId, listId }
  })
  if (result.ok)
    await doors.send('import', { regionId: actor.regionId, personId: actor.personId, id: result.importId })
  return result
}
