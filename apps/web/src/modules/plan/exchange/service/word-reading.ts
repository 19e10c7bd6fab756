import type { WordTable } from '@jamvikt/tables'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { isUuid } from '../../../../platform/uuid.ts'
import { PlanTree } from '../../rules/tree.ts'
import { listPlans, openPlanById } from '../../service/open-plan.ts'
import { planById } from '../../store/plans.ts'
import type { PlanRead } from '../model-exchange.ts'
import { readWordPlan, type WordTarget } from '../rules/read-word.ts'
import { type Draft, setReading, type WordChoice, type WordInto } from './drafts.ts'

/** The address of a plan. */
export async function slugOfPlan(db: TenantDb, planId: string): Promise<string> {
  return (await planById(db, planId))?.slug ?? ''
}

/** Plans that activities can be added to. */
export async function plansToAddTo(db: TenantDb) {
  const plans = await listPlans(db)
  return plans.map(({ id, facts }) => ({ id, name: facts.name }))
}

/** Reads a Word table as it is chosen and keeps what it becomes with the draft. */
export async function readChosenTable(
  db: TenantDb,
  draft: Draft,
  table: WordTable,
  choice: WordChoice,
  budgetName: string,
): Promise<PlanRead | null> {
  const target = await targetOf(db, choice.into, budgetName)
  if (target === null) return null
  const read = readWordPlan(table, choice.mapping, target)
  await setReading(db, draft, choice, read)
  return read
}

async function targetOf(db: TenantDb, into: WordInto, budgetName: string): Promise<WordTarget | null> {
  if (into.kind === 'new') {
    const { name, startsOn, endsOn } = into
    return {
      facts: { name, kind: 'action-plan', lede: '', startsOn, endsOn, synthetic: false, origin: '' },
      priorities: null,
      budget: null,
      budgetName,
    }
  }
  const opened = isUuid(into.planId) ? await openPlanById(db, into.planId) : null
  if (opened === null) return null
  const tree = new PlanTree(opened.document)
  const budget = tree.all('budget').find(({ fields }) => fields.over.join() === 'activity')
  return {
    facts: opened.plan.facts,
    priorities: tree.all('priority').map(({ id, fields }) => ({ id, name: fields.name })),
    budget: budget === undefined ? null : { id: budget.id, name: budget.fields.name },
    budgetName,
  }
}
