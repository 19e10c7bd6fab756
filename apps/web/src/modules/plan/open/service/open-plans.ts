import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { LogEntry } from '../../../statistics/public.ts'
import type { PlanDocument } from '../../model.ts'
import { swedishDay } from '../../rules/swedish-day.ts'
import { documentOf } from '../../service/versions.ts'
import { contentSchema } from '../model-content.ts'
import type { OpenPlan, OpenStanding, PlanPublication } from '../model-open.ts'
import { mayBeTold, openedUntil, shownAt } from '../rules/shown-publication.ts'
import { contentsOf, publicationsBySlug } from '../store/publications.ts'
import { closedStandings, periodsRevision } from '../store/standings.ts'

/** The plans that everybody sees at a moment, by name. */
export async function openPlansAt(db: TenantDb, now: Date): Promise<OpenPlan[]> {
  const shown = [...(await publicationsBySlug(db, null))].flatMap(([slug, all]) => {
    const publication = shownAt(all, now)
    return publication === null ? [] : [{ slug, publication }]
  })
  const contents = await contentsOf(
    db,
    shown.map(({ publication }) => publication.id),
  )
  return shown
    .map(({ slug, publication }) => readPlan(slug, publication, contents.get(publication.id)))
    .toSorted((a, b) => a.document.facts.name.localeCompare(b.document.facts.name, 'sv'))
}

/** A plan that everybody sees, with what else is openly told of it. */
export interface ReadOpenPlan extends OpenPlan {
  readonly standings: readonly OpenStanding[]
  /** The adopted version before, where it has been open and was never taken off. */
  readonly before: PlanDocument | null
}

/** One plan that everybody sees, by its address; `null` where there is none. */
export async function readOpenPlan(db: TenantDb, slug: string, now: Date): Promise<ReadOpenPlan | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null
  const all = (await publicationsBySlug(db, slug)).get(slug) ?? []
  const publication = shownAt(all, now)
  if (publication === null) return null
  const contents = await contentsOf(
    db,
    all.map(({ id }) => id),
  )
  const plan = readPlan(slug, publication, contents.get(publication.id))
  const told = plan.since === null ? null : mayBeTold(all, plan.since.version, now)
  return {
    ...plan,
    standings: await closedStandings(db, publication.planId),
    before: told === null ? null : readContent(contents.get(told.id)).document,
  }
}

function readPlan(slug: string, publication: PlanPublication, kept: unknown): OpenPlan {
  return { slug, publication, ...readContent(kept) }
}

/** What a publication keeps. */
export function readContent(kept: unknown): Pick<OpenPlan, 'document' | 'decision' | 'since'> {
  const { document, decision, since } = contentSchema.parse(kept)
  return { document: documentOf(document), decision, since }
}

/** What the open plans are known by: it changes when anything of them that everybody sees does, and each day. */
export async function openPlansRevision(db: TenantDb, now: Date): Promise<string> {
  const plans = [...(await publicationsBySlug(db, null)).values()].filter((all) => shownAt(all, now) !== null)
  if (plans.length === 0) return ''
  const periods = await periodsRevision(
    db,
    plans.flatMap(([first]) => first?.planId ?? []),
  )
  // Earlier versions count as well: one that is taken off is told of no more.
  const publications = plans.flatMap((all) =>
    openedUntil(all, now).map(({ id, endedAt }) => `${id}${endedAt === null ? '' : '-'}`),
  )
  // A plan tells which day it is.
  return [swedishDay(now), ...publications.toSorted(), periods].join(' ')
}

/** When plans have been open to everybody, as the log of tables tells it. */
export async function openPlanLog(db: TenantDb, now: Date): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for (const [slug, all] of await publicationsBySlug(db, null)) {
    const opened = openedUntil(all, now)
    const contents = await contentsOf(
      db,
      opened.map(({ id }) => id),
    )
    for (const [at, publication] of opened.entries()) {
      const next = opened[at + 1]?.openFrom ?? null
      const { endedAt } = publication
      entries.push({
        kind: 'plan',
        id: publication.planId,
        slug: `plans/${slug}`,
        name: readContent(contents.get(publication.id)).document.facts.name,
        version: publication.version,
        openedAt: publication.openFrom,
        closedAt: endedAt !== null && (next === null || endedAt < next) ? endedAt : next,
        notice: null,
        closingNotice: endedAt === null ? null : publication.notice,
      })
    }
  }
  return entries
}
