import { OUTCOMES } from '@jamvikt/equity'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/policy.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { csvOf, many, openTestFunding, TEST_MAPPING, type TestCase } from '../../../testing/test-funding.ts'
import type { FundingList } from '../model.ts'
import type { ProtectedPeriod, ReleasedPayload } from '../worker/engine-messages.ts'
import { getList } from './get-lists.ts'
import { withdrawList } from './keep-list.ts'
import { previewRelease, releasePeriods, standingPeriods } from './release-periods.ts'
import { releasedAudit } from './released-audit.ts'

const database = await openTestDatabase()
const { bring, doors } = openTestFunding(database)
const N = 5

const notice = (kind: string, period: string) => `${kind} ${period}`
const release = (analyst: Actor, list: FundingList, ...periods: string[]) =>
  releasePeriods(doors, analyst, list, periods, notice)

async function periodsOf(analyst: Actor, list: FundingList): Promise<readonly ProtectedPeriod[]> {
  const preview = await previewRelease(doors, analyst, list)
  return preview.kind === 'protected' ? preview.periods : []
}

async function payloads(list: FundingList): Promise<ReleasedPayload[]> {
  const { rows } = await database.owner.query(
    'select payload from released_table where dataset = $1 order by released_at',
    [`funding-list:${list.id}`],
  )
  return rows.map((row) => row.payload)
}

const base: TestCase[] = [
  ...many('ka', 'K', 30, 20, { industry: 'Handel' }),
  ...many('ma', 'M', 60, 20, { industry: 'Handel' }),
  ...many('kb', 'K', 12, 12, { industry: 'Vård' }),
  ...many('mb', 'M', 14, 9, { industry: 'Vård' }),
  ...many('kc', 'K', 2, 9, { industry: 'Bygg' }),
  ...many('mc', 'M', 40, 30, { industry: 'Bygg' }),
  ...many('old', 'K', 20, 20, { decidedOn: '2022-03-01' }),
  ...many('older', 'M', 20, 20, { decidedOn: '2022-03-01' }),
]

describe('a release', () => {
  it('shows no count from 1 to one less than the threshold, in any crossing', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(base))
    expect(await release(analyst, list, '2022', '2023')).toMatchObject({ ok: true })
    const cells = (await payloads(list)).flatMap((payload) => payload.cells)
    const shown = cells.filter((cell) => !cell.suppressed)
    expect(shown.length).toBeGreaterThan(5)
    expect(cells.length).toBeGreaterThan(shown.length)
    for (const cell of shown)
      for (const outcome of OUTCOMES)
        expect(cell.counts[outcome] === 0 || cell.counts[outcome] >= N).toBe(true)
  })

  it('holds each case in the period of its decision, and no pending case', async () => {
    const analyst = await database.actor()
    const pending = Array.from(
      { length: 9 },
      (_, index): TestCase => ({ id: `w-${index}`, sex: 'K', outcome: 'Pågående' }),
    )
    const { list } = await bring(analyst, csvOf([...base, ...pending]))
    const periods = await periodsOf(analyst, list)
    expect(periods.map((one) => [one.period, one.cases])).toEqual([
      ['2022', 80],
      ['2023', 258],
    ])
  })

  it('is made once: an unchanged period cannot be released again', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(base))
    await release(analyst, list, '2023')
    expect(await release(analyst, list, '2023')).toEqual({ ok: false, reason: 'withdrawn' })
    expect(await standingPeriods(doors, analyst, list.id)).toEqual(['2023'])
    expect(await payloads(list)).toHaveLength(1)
  })

  it('is refused for a period that is not over, and for a sex that was inferred', async () => {
    const analyst = await database.actor()
    const now = String(new Date().getFullYear())
    const { list } = await bring(analyst, csvOf(many('n', 'K', 9, 9, { decidedOn: `${now}-01-02` })))
    expect(await release(analyst, list, now)).toEqual({ ok: false, reason: 'nothing-chosen' })
    const inferred = await bring(analyst, csvOf(base), { mapping: { ...TEST_MAPPING, sexInferred: true } })
    expect(await release(analyst, inferred.list, '2023')).toEqual({ ok: false, reason: 'not-releasable' })
  })

  it('is refused when another released list holds the same cases', async () => {
    const analyst = await database.actor()
    const first = await bring(analyst, csvOf(base))
    const second = await bring(analyst, csvOf(base.slice(1)))
    await release(analyst, first.list, '2023')
    expect(await release(analyst, second.list, '2023')).toEqual({
      ok: false,
      reason: 'overlap',
      names: [first.list.name],
    })
  })

  it('is not seen from another region, nor made for its list', async () => {
    const analyst = await database.actor()
    const stranger = await database.actor()
    const { list } = await bring(analyst, csvOf(base))
    const done = await release(analyst, list, '2023')
    expect(done.ok).toBe(true)
    if (done.ok)
      expect(await releasedAudit(doors, stranger, done.releaseId, { periods: [], crossing: [] })).toBeNull()
    expect(await release(stranger, list, '2022')).toMatchObject({ ok: false })
  })

  it('of a list that is withdrawn shows its notice and no figure', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(base))
    const done = await release(analyst, list, '2022', '2023')
    if (!done.ok) throw new Error(done.reason)
    await withdrawList(doors, analyst, list, 'taken back')
    const audit = await releasedAudit(doors, analyst, done.releaseId, { periods: [], crossing: [] })
    expect(audit).toMatchObject({ view: null, notices: ['taken back', 'taken back'] })
  })
})

describe('a correction', () => {
  const corrected = async (change: (cases: TestCase[]) => TestCase[]) => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(base))
    const first = await release(analyst, list, '2022', '2023')
    await bring(analyst, csvOf(change([...base])), { listId: list.id, wholeList: true })
    const now = await getList(doors, analyst, list.id)
    if (!now || !first.ok) throw new Error('no list')
    const state = (await periodsOf(analyst, now)).find((one) => one.period === '2023')?.state
    const done = await release(analyst, now, '2023')
    return { analyst, list: now, state, done, releaseId: first.releaseId }
  }

  it('of one case is never shown: the release is withdrawn with a notice', async () => {
    const { analyst, list, state, done, releaseId } = await corrected((cases) => [
      ...cases,
      { id: 'new', sex: 'K', outcome: 'Avslag' },
    ])
    expect(state).toMatchObject({ kind: 'not-correctable', changes: 1 })
    expect(done).toEqual({ ok: false, reason: 'withdrawn' })
    expect(await standingPeriods(doors, analyst, list.id)).toEqual(['2022'])
    const audit = await releasedAudit(doors, analyst, releaseId, { periods: [], crossing: [] })
    expect(audit?.periods).toEqual(['2022'])
    expect(audit?.notices).toEqual(['withdrawn 2023'])
  })

  it('of one case that changes sex is never shown', async () => {
    const { done } = await corrected((cases) =>
      cases.map((one) => (one.id === 'ka-0' ? { ...one, sex: 'M' } : one)),
    )
    expect(done).toEqual({ ok: false, reason: 'withdrawn' })
  })

  it('of many like cases is shown in place of the old figures', async () => {
    const { analyst, list, state, done } = await corrected((cases) => [
      ...cases,
      ...many('late', 'K', 8, 7, { industry: 'Handel' }),
    ])
    expect(state).toMatchObject({ kind: 'correctable', changes: 15 })
    expect(done).toMatchObject({ ok: true })
    expect(await standingPeriods(doors, analyst, list.id)).toEqual(['2022', '2023'])
  })

  it('after a withdrawal stays out until the change itself may be shown', async () => {
    const { analyst, list } = await corrected((cases) => [
      ...cases,
      { id: 'new', sex: 'K', outcome: 'Avslag' },
    ])
    expect(await release(analyst, list, '2023')).toEqual({ ok: false, reason: 'withdrawn' })
    expect(await standingPeriods(doors, analyst, list.id)).toEqual(['2022'])
  })

  it('leaves nothing to be learnt by subtraction, whatever changes', async () => {
    const analyst = await database.actor()
    const step = fc.array(
      fc.record({
        at: fc.nat(base.length - 1),
        n: fc.integer({ min: 1, max: 12 }),
        sex: fc.constantFrom('K', 'M'),
        move: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    )
    const plans = fc.sample(step, { seed: 7, numRuns: process.env.JAMVIKT_DEEP === '1' ? 60 : 8 })
    let compared = 0
    for (const plan of plans) {
      const { list } = await bring(analyst, csvOf(renamed(base, compared)))
      await release(analyst, list, '2022', '2023')
      const later = plan.reduce(
        (cases, change, index) => applied(cases, change, index),
        renamed(base, compared),
      )
      compared += 1
      await bring(analyst, csvOf(later), { listId: list.id, wholeList: true })
      const now = await getList(doors, analyst, list.id)
      if (!now) throw new Error('no list')
      await release(analyst, now, '2022', '2023')
      const out = await payloads(now)
      for (const a of out)
        for (const b of out)
          if (a !== b && a.period === b.period)
            expectNoSmallDifference(a, b, renamed(base, compared - 1), later)
    }
  })
})

function renamed(cases: readonly TestCase[], round: number): TestCase[] {
  return cases.map((one) => ({ ...one, id: `${round}-${one.id}` }))
}

function applied(
  cases: TestCase[],
  change: { at: number; n: number; sex: string; move: boolean },
  index: number,
): TestCase[] {
  if (!change.move)
    return [
      ...cases,
      ...many(`plus-${cases.length}-${index}`, change.sex, change.n, change.n, { industry: 'Handel' }),
    ]
  return cases.map((one, at) =>
    at >= change.at && at < change.at + change.n ? { ...one, sex: change.sex } : one,
  )
}

/** Two releases of one period may differ in a group only by cases of which at least N came and at least N went, or none. */
function expectNoSmallDifference(
  a: ReleasedPayload,
  b: ReleasedPayload,
  before: readonly TestCase[],
  after: readonly TestCase[],
) {
  const words: Record<string, string> = { granted: 'Beviljad', refused: 'Avslag', women: 'K', men: 'M' }
  for (const cell of a.cells) {
    const other = b.cells.find((one) => JSON.stringify(one.by) === JSON.stringify(cell.by))
    expect(cell.suppressed === true, 'one pattern').toBe(other?.suppressed === true)
    if (cell.suppressed || !other || other.suppressed) continue
    for (const outcome of ['granted', 'refused'] as const) {
      if (cell.counts[outcome] === other.counts[outcome]) continue
      const inCell = (one: TestCase) =>
        one.outcome === words[outcome] &&
        (one.decidedOn ?? '2023').startsWith(a.period) &&
        (cell.by.sex === undefined || one.sex === words[cell.by.sex]) &&
        (cell.by.industry === undefined || (one.industry ?? 'Handel') === cell.by.industry)
      const text = (one: TestCase) => JSON.stringify(one)
      const old = new Set(before.map(text))
      const fresh = new Set(after.map(text))
      const came = after.filter((one) => inCell(one) && !old.has(text(one))).length
      const went = before.filter((one) => inCell(one) && !fresh.has(text(one))).length
      for (const n of [came, went])
        expect(n === 0 || n >= N, `${JSON.stringify(cell.by)} ${outcome}: ${came} came, ${went} went`).toBe(
          true,
        )
    }
  }
}
