import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { BudgetCell, ItemTrail, OpenedPlan, Plan } from '../model.ts'
import type { PlanItem } from '../model-items.ts'
import { inOrder } from '../rules/tree.ts'
import { cellsSince } from '../store/cells.ts'
import { itemsSince, type KeptItem } from '../store/items.ts'
import { allPlans, isChanging, planById, planBySlug } from '../store/plans.ts'

/** A plan in memory: what changes is read, the rest is known. */
interface Known {
  revision: number
  readonly items: Map<string, KeptItem>
  readonly cells: Map<string, BudgetCell & { readonly revision: number; readonly isEmpty: boolean }>
  opened: OpenedPlan | null
}

const MOST_KNOWN = 30
const known = new Map<string, Known>()

/** A plan by its address, whole; `null` where there is none. */
export async function openPlan(db: TenantDb, slug: string): Promise<OpenedPlan | null> {
  const plan = await planBySlug(db, slug)
  return plan === null ? null : readPlan(db, plan)
}

/** A plan by its id, whole; `null` where there is none. */
export async function openPlanById(db: TenantDb, id: string): Promise<OpenedPlan | null> {
  const plan = await planById(db, id)
  return plan === null ? null : readPlan(db, plan)
}

export function listPlans(db: TenantDb): Promise<Plan[]> {
  return allPlans(db)
}

async function readPlan(db: TenantDb, plan: Plan): Promise<OpenedPlan> {
  // What a transaction has changed itself is seen by it alone until it ends.
  const isOwn = isChanging(db)
  const of = (isOwn ? null : known.get(plan.id)) ?? {
    revision: 0,
    items: new Map(),
    cells: new Map(),
    opened: null,
  }
  if (of.revision < plan.revision) {
    const seen = of.revision
    for (const kept of await itemsSince(db, plan.id, seen)) {
      const before = of.items.get(kept.item.id)
      if (before === undefined || before.trail.revision <= kept.trail.revision)
        of.items.set(kept.item.id, kept)
    }
    for (const { budget, key, amountOre, revision } of await cellsSince(db, plan.id, seen)) {
      const name = [budget, ...key].join('\n')
      const before = of.cells.get(name)
      if (before === undefined || before.revision <= revision)
        of.cells.set(name, { budget, key, amountOre: amountOre ?? 0n, isEmpty: amountOre === null, revision })
    }
    of.revision = Math.max(of.revision, plan.revision)
    of.opened = null
  }
  of.opened ??= whole(plan, of)
  if (!isOwn) keep(plan.id, of)
  return { ...of.opened, plan, document: { ...of.opened.document, facts: plan.facts } }
}

function whole(plan: Plan, of: Known): OpenedPlan {
  const standing: PlanItem[] = []
  const trails = new Map<string, ItemTrail>()
  for (const { item, trail, removedAt } of of.items.values()) {
    trails.set(item.id, trail)
    if (removedAt === null) standing.push(item)
  }
  const items = inOrder(standing)
  const budgets = new Set(items.filter(({ kind }) => kind === 'budget').map(({ id }) => id))
  const cells = [...of.cells.values()]
    .filter(({ budget, isEmpty }) => !isEmpty && budgets.has(budget))
    .map(({ budget, key, amountOre }) => ({ budget, key, amountOre }))
  return { plan, document: { facts: plan.facts, items, cells }, trails }
}

function keep(id: string, of: Known) {
  known.delete(id)
  known.set(id, of)
  const [oldest] = known.keys()
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
}
