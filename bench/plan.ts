// What plans are waited for: the page of a large plan while others edit it, sums, and reports as files.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { node, planFile } from '../apps/web/src/demo/plans/plan-file.ts'
import { readPlanJson } from '../apps/web/src/modules/plan/exchange/rules/read-json.ts'
import type { PlanDocument } from '../apps/web/src/modules/plan/model.ts'
import { budgetsOf } from '../apps/web/src/modules/plan/rules/budgets.ts'
import { activitySums, priorityMoney } from '../apps/web/src/modules/plan/rules/money-of.ts'
import { sampleReport } from '../apps/web/src/modules/reporting/documents/testing/sample-report.ts'
import { DocumentMaker, layOut, PLAIN_STYLE } from '../apps/web/src/modules/reporting/public.ts'
import { build, startServer } from '../e2e/running-server.ts'
import { type Analyst, analystAt, crowd, quantile } from './analyst.ts'
import { machine, startResults } from './results.ts'

const ACTIVITIES = 400
const PRIORITIES = 8
const YEARS = ['2026', '2027', '2028', '2029', '2030']
const COST_TYPES = 8
const USERS = 20
const VIEWS = 200
const EDITS_A_SECOND = 4
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

async function bringIn(strategist: Analyst): Promise<string> {
  const file = new FormData()
  file.set('file', new File([largePlan(ACTIVITIES)], 'plan.json', { type: 'application/json' }))
  const draft = await strategist.post(`${strategist.home}/plans/import`, file)
  const address = 'plan-for-matning'
  const kept = await strategist.post(draft.url, new URLSearchParams({ act: 'keep', address, seen: 'on' }))
  if (!kept.url.endsWith(`/plans/${address}`)) throw new Error(`the plan was not kept: ${kept.url}`)
  return kept.url
}

/** Adds lessons to the plan, so many a second, for as long as others look. */
async function edit(strategist: Analyst, plan: string, until: Promise<unknown>): Promise<number> {
  let isOver = false
  void until.then(() => {
    isOver = true
  })
  let edits = 0
  while (!isOver) {
    const form = new URLSearchParams({
      kind: 'lesson',
      parent: '',
      name: `Lärdom ${edits}`,
      text: 'Påhittad',
    })
    await strategist.post(`${plan}/items/new?kind=lesson`, form)
    edits += 1
    await pause(1000 / EDITS_A_SECOND)
  }
  return edits
}

async function measurePages(dataDir: string) {
  const server = await startServer(dataDir)
  try {
    const strategist = await analystAt(server, 'strategist')
    const plan = await bringIn(strategist)
    const of = `${ACTIVITIES} activities × ${YEARS.length} years × ${COST_TYPES} cost types`
    for (const [tab, goal] of [
      ['', 150],
      ['/goals', null],
      ['/money', null],
      ['/thread', null],
    ] as const) {
      await strategist.get(plan + tab)
      const looking = crowd(strategist, [plan + tab], USERS, VIEWS, 1000)
      const edits = await edit(strategist, plan, looking)
      const times = await looking
      const what = `plan of ${of}, page ${tab || '/'}, ${USERS} who look at each for a second while it is edited`
      note(`${what}, p50`, quantile(times, 0.5), 'ms', null, `${edits} edits meanwhile`)
      note(`${what}, p95`, quantile(times, 0.95), 'ms', goal)
    }
  } finally {
    await server.stop()
  }
}

async function measureReports() {
  const maker = new DocumentMaker(path.resolve(import.meta.dirname, '..'))
  const report = layOut(sampleReport('sv', ACTIVITIES))
  for (const kind of ['docx', 'pdf', 'xlsx'] as const) {
    const times: number[] = []
    for (let time = 0; time < 5; time++) {
      const began = performance.now()
      const made = await maker.make(kind, report, PLAIN_STYLE)
      if (!made.ok) throw new Error(made.reason)
      times.push(performance.now() - began)
    }
    times.sort((a, b) => a - b)
    const what = `report of ${ACTIVITIES} activities as ${kind}, its process started, median of ${times.length}`
    note(what, quantile(times, 0.5) / 1000, 's', kind === 'xlsx' ? null : 3)
  }
}

export async function measurePlan() {
  build()
  const document = readPlan(ACTIVITIES)
  const once = fastest(document, sums)
  note(`sums of ${document.cells.length} amounts by activity, priority, cost type and year`, once, 'ms', 10)
  const ten = fastest(readPlan(10 * ACTIVITIES), sums)
  note('the same with ten times the activities, times as long', ten / once, '×', 11)
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jamvikt-bench-'))
  try {
    await measurePages(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
  await measureReports()
  write(
    'plan',
    `${machine()}. An invented plan; those who look and the one who edits run on the same two cores as the server and the database.`,
  )
}
