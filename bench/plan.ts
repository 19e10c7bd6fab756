// What plans are waited for: the sums of a large one, its pages while many write in it, its status report as
// files, and the agency’s overview.
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { node, planFile } from '../apps/web/src/demo/plans/plan-file.ts'
import { seededRandom } from '../apps/web/src/demo/random.ts'
import { readPlanJson } from '../apps/web/src/modules/plan/exchange/rules/read-json.ts'
import type { PlanDocument } from '../apps/web/src/modules/plan/model.ts'
import { budgetsOf } from '../apps/web/src/modules/plan/rules/budgets.ts'
import { activitySums, priorityMoney } from '../apps/web/src/modules/plan/rules/money-of.ts'
import { discardData } from '../apps/web/src/testing/discard-data.ts'
import { build, startServer } from '../e2e/running-server.ts'
import { type Analyst, analystAt, crowd, quantile } from './analyst.ts'
import { machine, startResults } from './results.ts'
import { visitorWith } from './visitor.ts'

const ACTIVITIES = 400
const PRIORITIES = 8
const YEARS = ['2026', '2027', '2028', '2029', '2030']
const COST_TYPES = 8
const TIMES = 7
const WRITERS = 20
const TURNS = 25
const FILES = 5
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

async function bring(strategist: Analyst): Promise<string> {
  const file = new FormData()
  file.set('file', new File([largePlan(ACTIVITIES)], 'plan.json'))
  const draft = await strategist.post(`${strategist.home}/plans/import`, file)
  const kept = await strategist.post(
    draft.url,
    new URLSearchParams({ act: 'keep', address: 'matning', seen: 'on' }),
  )
  if (!kept.url.endsWith('/plans/matning')) throw new Error(`the plan was not kept: ${kept.url}`)
  return kept.url
}

/**
 * Milliseconds of each turn of people who read the plan, write in it, and think for about a second. Nobody thinks for as
 * long each time: pauses of one length would keep those together who once asked together.
 */
async function writeTogether(strategist: Analyst, plan: string) {
  const reading: number[] = []
  const writing: number[] = []
  const visitor = visitorWith({ cookie: strategist.cookie })
  const random = seededRandom(20_261_123)
  const writer = async (at: number) => {
    await pause((1000 * at) / WRITERS)
    for (let turn = 0; turn < TURNS; turn++) {
      reading.push(await visitor.ask(strategist.address + plan))
      const began = performance.now()
      await strategist.post(
        `${plan}/items/new?kind=lesson`,
        new URLSearchParams({ name: `Lärdom ${at}.${turn}`, text: 'Påhittad.' }),
      )
      writing.push(performance.now() - began)
      await pause(500 + 1000 * random.next())
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, at) => writer(at)))
  visitor.leave()
  return { reading: reading.toSorted((a, b) => a - b), writing: writing.toSorted((a, b) => a - b) }
}

async function fileSeconds(strategist: Analyst, address: string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < FILES; turn++) {
    const began = performance.now()
    const answer = await fetch(strategist.address + address, { headers: { cookie: strategist.cookie } })
    if (!answer.ok) throw new Error(`${address} was answered ${answer.status}`)
    await answer.arrayBuffer()
    times.push((performance.now() - began) / 1000)
  }
  return Math.max(...times)
}

/** The agency’s overview of the demo: 21 regions in three years. */
async function measureAgency(agency: Analyst) {
  const views = ['?year=all', '?year=2016', '?year=2017', '?year=2018'].map((view) => agency.home + view)
  for (const view of views) await agency.get(view)
  const times = await crowd(agency, views, WRITERS, 200, 1000)
  const of = `21 regions × 3 years, ${WRITERS} at a time who look at each view for a second`
  note(`the agency’s overview of ${of}, p50`, quantile(times, 0.5), 'ms', null)
  note(`the agency’s overview of ${of}, p95`, quantile(times, 0.95), 'ms', 300)
}

async function measurePages(dataDir: string) {
  const server = await startServer(dataDir)
  try {
    const strategist = await analystAt(server, 'strategist')
    await measureAgency(await analystAt(server, 'agency'))
    const plan = await bring(strategist)
    await strategist.get(plan)
    const { reading, writing } = await writeTogether(strategist, plan)
    const of = `${WRITERS} people who write in it, each about once a second`
    note(`page of ${ACTIVITIES} activities with ${of}, p50`, quantile(reading, 0.5), 'ms', null)
    note(`page of ${ACTIVITIES} activities with ${of}, p95`, quantile(reading, 0.95), 'ms', 150)
    note('saving what is written, to the next page, p95', quantile(writing, 0.95), 'ms', null)
    const follow = await strategist.post(`${plan}/follow`, new URLSearchParams({ act: 'half-years' }))
    const report = /href="([^"]*\/reports\/[0-9a-f-]{36})"/.exec(follow.text)?.[1]
    if (report === undefined) throw new Error('there is no status report')
    for (const kind of ['docx', 'pdf', 'xlsx'])
      note(
        `status report of ${ACTIVITIES} activities as ${kind}, slowest of ${FILES}`,
        await fileSeconds(strategist, `${report}/report.${kind}`),
        's',
        3,
      )
  } finally {
    await server.stop()
  }
}

function measureSums() {
  const document = readPlan(ACTIVITIES)
  const once = fastest(document, sums)
  note(`sums of ${document.cells.length} amounts by activity, priority, cost type and year`, once, 'ms', 10)
  const ten = fastest(readPlan(10 * ACTIVITIES), sums)
  note('the same with ten times the activities, times as long', ten / once, '×', 11)
}

export async function measurePlan() {
  measureSums()
  build()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jamvikt-bench-'))
  try {
    await measurePages(dataDir)
  } finally {
    discardData(dataDir)
  }
  write(
    'plan',
    `${machine()}. An invented plan of ${ACTIVITIES} activities × ${YEARS.length} years × ${COST_TYPES} cost types; those who write run on the same two cores.`,
  )
}
