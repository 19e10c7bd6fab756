import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { type Look, PLAIN_STYLE, type ReportStyle } from '../model-style.ts'
import { type KeptStyle, lookOf, writeLook } from '../store/look.ts'
import { holdTemplate, templateOf } from '../store/template.ts'

const note = changesOf('look')

/** How the region’s documents look, and who said so; `null` where nobody has. */
export function openLook(db: TenantDb): Promise<KeptStyle | null> {
  return lookOf(db)
}

/** How the region’s documents look now. */
export async function lookNow(db: TenantDb): Promise<Look> {
  const template = await templateOf(db)
  return {
    style: (await lookOf(db))?.style ?? PLAIN_STYLE,
    templateHash: template?.isUsed === true ? template.hash : null,
  }
}

/** How they look now; the template stays the region’s until the transaction ends. */
export async function holdLook(db: TenantDb): Promise<Look> {
  await holdTemplate(db, 'reading')
  return lookNow(db)
}

/**
 * Changes how documents look from now on; adopted reports keep theirs.
 * @param seen the revision that whoever changes it had before them; 0 where nobody had said anything
 */
export async function changeLook(
  db: TenantDb,
  actor: Actor,
  seen: number,
  style: ReportStyle,
): Promise<
  { readonly ok: true } | { readonly ok: false; readonly reason: 'clash'; readonly latest: KeptStyle }
> {
  const latest = await lookOf(db, true)
  const revision = latest?.revision ?? 0
  if (latest !== null && revision !== seen) return { ok: false, reason: 'clash', latest }
  await writeLook(db, actor, style, revision + 1)
  await note(db, actor, actor.regionId, 'changed', {
    before: latest === null ? null : told(latest.style),
    after: told(style),
  })
  return { ok: true }
}

/** A style without the picture itself: the history says that there is one. */
function told({ logo, ...style }: ReportStyle) {
  return { ...style, logo: logo === null ? null : { alt: logo.alt, characters: logo.png.length } }
}
