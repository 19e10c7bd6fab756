import { LANGUAGES } from '@jamvikt/i18n'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { sha256 } from '../../../../platform/sha256.ts'
import { type Ledger, ledgerOf } from '../../money/public.ts'
import { canonicalJson } from '../../rules/document-json.ts'
import { PlanTree } from '../../rules/tree.ts'
import { type LatestFigure, latestFigures } from '../../service/catalogue-figures.ts'
import { openPlanById } from '../../service/open-plan.ts'
import { type Frozen, frozenJson, frozenOf } from '../rules/frozen-json.ts'
import { standingsIn } from '../rules/standing.ts'
import { followedIn } from '../store/followed.ts'
import { dropFrozen, frozenContent, insertFrozen } from '../store/frozen.ts'

/**
 * Keeps what a period rests on as it stands: what is told of it from now on is made from that. To be called in the transaction
 * that closes it, with the plan held.
 * @param known the ledger, where it has been read already
 * @returns its hash
 */
export async function freeze(
  db: TenantDb,
  actor: Pick<Actor, 'regionId'>,
  of: { readonly planId: string; readonly periodId: string },
  frozenOn: string,
  known?: Ledger,
): Promise<string> {
  const opened = await openPlanById(db, of.planId)
  const all = await followedIn(db, of.planId, of.periodId)
  const period = all.periods.find(({ id }) => id === of.periodId)
  if (opened === null || period === undefined) throw new Error('no such period to close')
  const tree = new PlanTree(opened.document)
  const catalogue: Record<string, readonly LatestFigure[]> = {}
  for (const language of LANGUAGES) catalogue[language] = await latestFigures(db, tree, language)
  const content = frozenJson({
    revision: opened.plan.revision,
    document: opened.document,
    ledger: known ?? (await ledgerOf(db, of.planId, period.endsOn)),
    before: new Map(
      standingsIn(opened, all, period).flatMap(({ activity, before }) =>
        before === null ? [] : [[activity.id, before]],
      ),
    ),
    catalogue,
  })
  const hash = sha256(content)
  await insertFrozen(db, { ...of, regionId: actor.regionId }, { content, hash, frozenOn })
  return hash
}

/** What a closed period rests on; `null` for one that is open. */
export async function frozenOfPeriod(
  db: TenantDb,
  periodId: string,
): Promise<(Frozen & { readonly frozenOn: string }) | null> {
  const kept = await frozenContent(db, periodId)
  if (kept === null) return null
  if (sha256(canonicalJson(kept.content)) !== kept.hash)
    throw new Error(`what period ${periodId} rests on is not what was kept`)
  return { ...frozenOf(kept.content), frozenOn: kept.frozenOn }
}

/** A period that is opened again rests on the plan as it stands. */
export function thaw(db: TenantDb, periodId: string): Promise<void> {
  return dropFrozen(db, periodId)
}
