import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { BudgetCell, ItemTrail, OpenedPlan, Plan } from '../model.ts'
import type { PlanItem } from '../model-items.ts'
import { inOrder } from '../rules/tree.ts'
import { cellsSince } from '../store/cells.ts'
import { itemsSince, type KeptItem } from '../store/items.ts'
import { allPlans, isChanging, planById, planBySlug } from '../store/plans.ts'

/** A plan in memory as it stood at a revision: what changed since is read, the rest is known. */
interface Known {
  readonly revision: number
  readonly items: ReadonlyMap<string, KeptItem>
  /** `null` where an amount has been emptied. */
  readonly cells: ReadonlyMap<string, BudgetCell | null>
  readonly opened: OpenedPlan
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

/** A plan as it stands before the change that has just begun, which is still without anything of its own. */
export function planBefore(db: TenantDb, changing: Plan): Promise<OpenedPlan> {
  const before = known.get(changing.id)
  return before?.revision === changing.revision - 1
    ? Promise.resolve(openedAs(changing, before))
    : readPlan(db, changing)
}

export function listPlans(db: TenantDb): Promise<Plan[]> {
  return allPlans(db)
}

async function readPlan(db: TenantDb, plan: Plan): Promise<OpenedPlan> {
  const before = known.get(plan.id) ?? null
  const now = before?.revision === plan.revision ? before : await readSince(db, plan, before)
  // What a transaction has changed itself is seen by it alone until it ends.
  if (!isChanging(db) && now.revision >= (known.get(plan.id)?.revision ?? 0)) keep(plan.id, now)
  return openedAs(plan, now)
}

function openedAs(plan: Plan, { opened }: Known): OpenedPlan {
  return { ...opened, plan, document: { ...opened.document, facts: plan.facts } }
}

async function readSince(db: TenantDb, plan: Plan, before: Known | null): Promise<Known> {
  const seen = before?.revision ?? 0
  const changed = (await itemsSince(db, plan.id, seen)).map((kept) => [kept.item.id, kept] as const)
  const entered = (await cellsSince(db, plan.id, seen)).map(
    ({ budget, key, amountOre }) =>
      [[budget, ...key].join('\n'), amountOre === null ? null : { budget, key, amountOre }] as const,
  )
  const items = later(before?.items, changed)
  const cells = later(before?.cells, entered)
  return { revision: plan.revision, items, cells, opened: whole(plan, items, cells, before) }
}

/** What was known with what is newer in its place. */
function later<Kept>(
  before: ReadonlyMap<string, Kept> | undefined,
  changed: readonly (readonly [string, Kept])[],
): ReadonlyMap<string, Kept> {
  if (before === undefined) return new Map(changed)
  return changed.length === 0 ? before : new Map([...before, ...changed])
}

function whole(
  plan: Plan,
  kept: ReadonlyMap<string, KeptItem>,
  amounts: ReadonlyMap<string, BudgetCell | null>,
  before: Known | null,
): OpenedPlan {
  const standing: PlanItem[] = []
  const trails = new Map<string, ItemTrail>()
  for (const { item, trail, removedAt } of kept.values()) {
    trails.set(item.id, trail)
    if (removedAt === null) standing.push(item)
  }
  const items = inOrder(standing)
  const known = before?.cells === amounts ? before.opened.document : null
  const cells =
    known !== null && budgetIds(known.items) === budgetIds(items)
      ? known.cells
      : amountsOf(new Set(budgetIds(items).split(' ')), amounts)
  return { plan, document: { facts: plan.facts, items, cells }, trails }
}

function budgetIds(items: readonly PlanItem[]): string {
  return items.flatMap(({ id, kind }) => (kind === 'budget' ? [id] : [])).join(' ')
}

function amountsOf(
  budgets: ReadonlySet<string>,
  amounts: ReadonlyMap<string, BudgetCell | null>,
): BudgetCell[] {
  return [...amounts.values()].filter((cell) => cell !== null).filter(({ budget }) => budgets.has(budget))
}

function keep(id: string, of: Known) {
  known.delete(id)
  known.set(id, of)
  const [oldest] = known.keys()
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
}
