// What plans are waited for: the sums of a large one.
import { node, planFile } from '../apps/web/src/demo/plans/plan-file.ts'
import { readPlanJson } from '../apps/web/src/modules/plan/exchange/rules/read-json.ts'
import type { PlanDocument } from '../apps/web/src/modules/plan/model.ts'
import { budgetsOf } from '../apps/web/src/modules/plan/rules/budgets.ts'
import { activitySums, priorityMoney } from '../apps/web/src/modules/plan/rules/money-of.ts'
import { machine, startResults } from './results.ts'

const ACTIVITIES = 400
const PRIORITIES = 8
const YEARS = ['2026', '2027', '2028', '2029', '2030']
const COST_TYPES = 8
const TIMES = 7
const { note, write } = startResults()

/** An invented plan: a budget over activity × cost type × year in which every amount is known. */
function largePlan(activities: number): string {
  const costTypes = Array.from({ length: COST_TYPES }, (_, at) => `cost-${at}`)
  const ofPriority = activities / PRIORITIES
  const nodes = [
    ...costTypes.map((id) => node('cost-type', { name: id, counts: 'cost' }, [], id)),
    ...Array.from({ length: PRIORITIES }, (_, p) =>
      node('priority', { name: `Prioritering ${p + 1}` }, [
        node('goal', { name: `Mål ${p + 1}`, year: 2030 }, [], `goal-${p}`),
        ...Array.from({ length: ofPriority }, (_, a) =>
          node(
            'activity',
            {
              name: `Aktivitet ${p + 1}.${a + 1}`,
              what: 'Påhittad aktivitet för mätning, med några ord om vad den går ut på.',
              start: `${YEARS[a % 3]}-0${(a % 9) + 1}-01`,
              end: `${YEARS[3 + (a % 2)]}-12-31`,
              goals: [`goal-${p}`],
            },
            [],
            `activity-${p * ofPriority + a}`,
          ),
        ),
      ]),
    ),
    node('budget', { name: 'Kostnad', over: ['activity', 'cost-type', 'year'], unit: 'kr' }, [], 'budget'),
  ]
  const amounts = Array.from({ length: activities }, (_, a) =>
    costTypes.flatMap((costType, t) =>
      YEARS.map((year, y) => ({
        budget: 'budget',
        key: [`activity-${a}`, costType, year],
        kronor: 1000 + a + 10 * t + y,
      })),
    ),
  ).flat()
  const facts = {
    name: 'Plan för mätning',
    kind: 'action-plan',
    lede: '',
    startsOn: '2026-01-01',
    endsOn: '2030-12-31',
    synthetic: true,
    origin: '',
  }
  return planFile({ slug: 'plan-for-matning', facts, nodes, amounts })
}

function readPlan(activities: number): PlanDocument {
  const read = readPlanJson(largePlan(activities))
  if (read.document === null)
    throw new Error(`the plan was refused: ${JSON.stringify(read.faults.slice(0, 3))}`)
  return read.document
}

/** Milliseconds of the fastest of some turns, each on a plan that is not known yet. */
function fastest(document: PlanDocument, work: (document: PlanDocument) => void): number {
  const times = Array.from({ length: TIMES }, () => {
    const fresh = { ...document, items: [...document.items], cells: [...document.cells] }
    const began = performance.now()
    work(fresh)
    return performance.now() - began
  })
  return Math.min(...times)
}

function sums(document: PlanDocument) {
  activitySums(document)
  priorityMoney(document)
  for (const budget of budgetsOf(document)) {
    budget.by(['cost-type'])
    budget.by(['year'])
  }
}

export function measurePlan() {
  const document = readPlan(ACTIVITIES)
  const once = fastest(document, sums)
  note(`sums of ${document.cells.length} amounts by activity, priority, cost type and year`, once, 'ms', 10)
  const ten = fastest(readPlan(10 * ACTIVITIES), sums)
  note('the same with ten times the activities, times as long', ten / once, '×', 11)
  write(
    'plan',
    `${machine()}. An invented plan of ${ACTIVITIES} activities × ${YEARS.length} years × ${COST_TYPES} cost types.`,
  )
}
