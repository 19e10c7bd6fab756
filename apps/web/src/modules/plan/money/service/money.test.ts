import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../platform/policy.ts'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { openTestPlans } from '../../../../testing/test-plans.ts'
import { budgetsOf } from '../../rules/budgets.ts'
import { openPlanById } from '../../service/open-plan.ts'
import type { LedgerImport, LedgerMapping } from '../model-money.ts'
import { latestCellsOf } from '../store/cell-history.ts'
import { importsOf, ledgerOf } from '../store/ledger.ts'
import { movesOf } from '../store/moves.ts'
import { saveCells, undoCells } from './change-cells.ts'
import {
  bringLedgerIn,
  lookAtLedger,
  openImport,
  readLedgerFile,
  receiveLedger,
  withdrawLedger,
} from './ledger-files.ts'
import { makeBudget } from './make-budget.ts'
import { decideMove, proposeMove } from './moves.ts'

const database = await openTestDatabase()
const { doors, smallPlan } = openTestPlans(database)
const kr = (amount: number) => BigInt(amount) * 100n

async function planWithBudget() {
  const actor = await database.actor('strategist')
  const plan = await smallPlan(actor)
  const made = await doors.inRegion(actor, (db) =>
    makeBudget(db, actor, plan.planId, {
      name: 'Per aktivitet',
      over: ['activity'],
      unit: 'kr',
      years: [],
      without: [],
      costTypes: [],
      financiers: [],
    }),
  )
  if (!made.ok) throw new Error(made.reason)
  const open = async () => {
    const opened = await doors.inRegion(actor, (db) => openPlanById(db, plan.planId))
    if (opened === null) throw new Error('no plan')
    return opened
  }
  const budget = async () => {
    const [found] = budgetsOf((await open()).document)
    if (found === undefined) throw new Error('no budget')
    return found
  }
  const save = (cells: readonly (readonly [string, bigint | null, bigint | null])[], by: Actor = actor) =>
    doors.inRegion(by, (db) =>
      saveCells(
        db,
        by,
        plan.planId,
        made.id,
        cells.map(([key, seen, wanted]) => ({ key: [key], seen, wanted })),
      ),
    )
  return { ...plan, actor, budgetId: made.id, open, budget, save }
}

describe('amounts', () => {
  it('are kept, changed, emptied and undone, each change in the history', async () => {
    const plan = await planWithBudget()
    expect(
      await plan.save([
        [plan.course, null, kr(100)],
        [plan.review, null, 0n],
      ]),
    ).toEqual({ ok: true, changed: 2 })
    expect((await plan.budget()).amounts).toEqual(
      new Map([
        [plan.course, kr(100)],
        [plan.review, 0n],
      ]),
    )
    expect(
      await plan.save([
        [plan.course, kr(100), null],
        [plan.review, 0n, 0n],
      ]),
    ).toEqual({ ok: true, changed: 1 })
    expect((await plan.budget()).amounts.has(plan.course)).toBe(false)
    const latest = await doors.inRegion(plan.actor, (db) => latestCellsOf(db, plan.planId, plan.budgetId))
    expect(latest?.changes).toEqual([{ key: [plan.course], before: kr(100), after: null }])
    expect(latest?.by).toBe('Test Person')
    const undo = (seen: string) =>
      doors.inRegion(plan.actor, (db) => undoCells(db, plan.actor, plan.planId, plan.budgetId, seen))
    expect(await undo(latest?.id ?? '')).toEqual({ ok: true, changed: 1 })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(100))
    expect(await undo(latest?.id ?? '')).toEqual({ ok: false, reason: 'nothing-to-undo' })
  })

  it('that two write at once: others stay, a clash writes nothing and tells both', async () => {
    const plan = await planWithBudget()
    const other = await database.actor('strategist', plan.actor.regionId)
    await plan.save([
      [plan.course, null, kr(1)],
      [plan.workshop, null, kr(2)],
    ])
    expect((await plan.save([[plan.course, kr(1), kr(5)]], other)).ok).toBe(true)
    expect(
      await plan.save([
        [plan.course, kr(1), kr(7)],
        [plan.workshop, kr(2), kr(3)],
      ]),
    ).toEqual({
      ok: false,
      reason: 'clash',
      clashes: [{ key: [plan.course], theirs: kr(5), mine: kr(7) }],
    })
    expect((await plan.budget()).amounts.get(plan.workshop)).toBe(kr(2))
    expect(
      await plan.save([
        [plan.course, kr(1), kr(1)],
        [plan.workshop, kr(2), kr(3)],
      ]),
    ).toEqual({ ok: true, changed: 1 })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(5))
  })

  it('stand nowhere but in places of the budget, and in one’s own region', async () => {
    const plan = await planWithBudget()
    for (const key of ['common', plan.lead, '__proto__', ''])
      expect(await plan.save([[key, null, 1n]]), key).toEqual({ ok: false, reason: 'gone' })
    const stranger = await database.actor('strategist')
    expect(await plan.save([[plan.course, null, 1n]], stranger)).toEqual({ ok: false, reason: 'gone' })
    for (const table of ['plan_ledger_import', 'plan_entry', 'plan_move'] as const)
      expect(
        await doors.inRegion(stranger, (db) => db.selectFrom(table).selectAll().execute()),
        table,
      ).toEqual([])
  })
})

const LEDGER = [
  'Ver;Datum;Aktivitet;Konto;Belopp;Text',
  'A1;2026-03-01;Webbkurs;Konsulter;12 000,00;Faktura Anna 19850101-1236',
  'A2;2026-04-01;1.2;Resor;1 500,50;Tåg',
  'A3;2026-04-02;Annat;Resor;-200,00;Rättelse',
  'A4;;Webbkurs;Resor;10,00;Utan datum',
  'A5;2026-05-01;Webbkurs;Resor;tio;Utan belopp',
].join('\n')

async function bring(
  plan: Awaited<ReturnType<typeof planWithBudget>>,
  text: string,
  mapping: Partial<LedgerMapping> = {},
  coversTo = '2026-05-31',
) {
  const received = await receiveLedger(doors, plan.actor, plan.planId, new File([text], 'bok.csv'))
  if (!received.ok) return { received, file: null, read: null }
  const { document } = await plan.open()
  const file = await doors.inRegion(plan.actor, (db) => openImport(db, plan.actor, plan.planId, received.id))
  if (file === null) throw new Error('no file')
  const looked = await lookAtLedger(doors, plan.actor, document, file)
  if (!looked.ok) throw new Error(looked.reason)
  const as = { ...looked.suggested, ...mapping }
  const read = await readLedgerFile(doors, plan.actor, document, file, as)
  if (!read.ok) throw new Error(read.reason)
  const kept = await bringLedgerIn(doors, plan.actor, file, read, { mapping: as, coversTo })
  return { received, file, read, kept, looked, mapping: as }
}

describe('the ledger', () => {
  const sums = async (plan: Awaited<ReturnType<typeof planWithBudget>>) => {
    const ledger = await doors.inRegion(plan.actor, (db) => ledgerOf(db, plan.planId))
    const of = new Map(ledger.sums.map(({ kind, activity, amountOre }) => [`${kind} ${activity}`, amountOre]))
    return { coversTo: ledger.coversTo, of }
  }

  it('is brought in from a real file, without voucher texts, with each refused row in its place', async () => {
    const plan = await planWithBudget()
    const { read, looked } = await bring(plan, LEDGER)
    expect(looked?.suggested).toMatchObject({
      date: 'Datum',
      amount: 'Belopp',
      activity: 'Aktivitet',
      keepText: false,
    })
    expect(looked?.suggested.meanings.activity).toEqual({
      Webbkurs: plan.course,
      '1.2': plan.workshop,
      Annat: '',
    })
    expect(JSON.stringify(looked?.look)).not.toContain('19850101')
    expect(read?.refused.map(({ row, column }) => [row, column])).toEqual([
      [5, 'Datum'],
      [6, 'Belopp'],
    ])
    expect(await sums(plan)).toEqual({
      coversTo: '2026-05-31',
      of: new Map([
        [`outcome ${plan.course}`, 1_200_000n],
        [`outcome ${plan.workshop}`, 150_050n],
        ['outcome null', -20_000n],
      ]),
    })
    const { rows } = await database.owner.query('select text from plan_entry where plan_id = $1', [
      plan.planId,
    ])
    expect(rows.map(({ text }) => text)).toEqual(['', '', ''])
  })

  it('counts the same file once, rows of overlapping files once, and none of a file withdrawn', async () => {
    const plan = await planWithBudget()
    const first = await bring(plan, LEDGER)
    expect((await bring(plan, LEDGER)).received).toEqual({ ok: false, reason: 'same-file' })
    const newer = `${LEDGER}\nA6;2026-06-01;Webbkurs;Resor;100,00;Ny`
    const second = await bring(plan, newer, {}, '2026-06-30')
    expect(second.read?.known).toBe(3)
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(1_210_000n)
    await withdrawLedger(doors, plan.actor, plan.planId, first.file?.id ?? '')
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(1_210_000n)
    await withdrawLedger(doors, plan.actor, plan.planId, second.file?.id ?? '')
    expect(await sums(plan)).toEqual({ coversTo: null, of: new Map() })
    expect((await bring(plan, LEDGER)).kept).toEqual({ ok: true })
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(1_200_000n)
  })

  it('of commitments counts the latest file alone', async () => {
    const plan = await planWithBudget()
    const file = (amount: number) => `Datum;Aktivitet;Belopp\n2026-06-01;Webbkurs;${amount}`
    await bring(plan, file(900), { kind: 'commitment' }, '2026-06-01')
    await bring(plan, file(400), { kind: 'commitment' }, '2026-07-01')
    expect((await sums(plan)).of).toEqual(new Map([[`commitment ${plan.course}`, kr(400)]]))
  })

  it('remembers what columns and words mean; a reader’s file that waits is nobody else’s', async () => {
    const plan = await planWithBudget()
    const first = await bring(plan, LEDGER)
    const meanings = {
      activity: { ...first.mapping?.meanings.activity, Annat: plan.review },
      costType: {},
      financier: {},
    }
    await bring(plan, `${LEDGER}\nA7;2026-06-02;Annat;Resor;5,00;x`, { meanings })
    const again = await bring(plan, `${LEDGER}\nA8;2026-06-03;Annat;Resor;6,00;x`)
    expect(again.looked?.suggested.meanings.activity.Annat).toBe(plan.review)
    const other = await database.actor('strategist', plan.actor.regionId)
    const received = await receiveLedger(
      doors,
      plan.actor,
      plan.planId,
      new File(['Datum;Belopp\n'], 'x.csv'),
    )
    if (!received.ok) throw new Error(received.reason)
    expect(await doors.inRegion(other, (db) => openImport(db, other, plan.planId, received.id))).toBeNull()
    expect(await doors.inRegion(other, (db) => importsOf(db, plan.planId))).toHaveLength(3)
  })

  it('refuses what is no table, with its reason', async () => {
    const plan = await planWithBudget()
    const { document } = await plan.open()
    const look = async (bytes: Uint8Array<ArrayBuffer>) => {
      const received = await receiveLedger(doors, plan.actor, plan.planId, new File([bytes], 'bok.xlsx'))
      if (!received.ok) return received.reason
      const file: LedgerImport | null = await doors.inRegion(plan.actor, (db) =>
        openImport(db, plan.actor, plan.planId, received.id),
      )
      const looked = file === null ? null : await lookAtLedger(doors, plan.actor, document, file)
      return looked?.ok === false ? looked.reason : 'read'
    }
    expect(await look(new Uint8Array())).toBe('file-missing')
    expect(await look(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatch(/workbook|damaged|zip/)
    expect(await look(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('xls-file')
  })
})

describe('a proposal to move money', () => {
  it('moves nothing until somebody else approves it; then the budget, the log and the undo have it', async () => {
    const plan = await planWithBudget()
    await plan.save([
      [plan.course, null, kr(100)],
      [plan.review, null, kr(10)],
    ])
    const other = await database.actor('administrator', plan.actor.regionId)
    const move = { budget: plan.budgetId, from: [plan.course], to: [plan.review], amountOre: kr(30) }
    const propose = (reason: string) =>
      doors.inRegion(plan.actor, (db) => proposeMove(db, plan.actor, plan.planId, move, reason))
    expect(await propose('')).toEqual({ ok: false, reason: 'reason-missing' })
    const proposed = await propose('Räcker inte')
    if (!proposed.ok) throw new Error(proposed.reason)
    const decide = (by: Actor, act: 'approve' | 'decline' | 'withdraw') =>
      doors.inRegion(by, (db) =>
        decideMove(db, by, plan.planId, proposed.id, { act, diary: 'RUN 1/26', answer: '' }),
      )
    expect(await decide(plan.actor, 'approve')).toEqual({ ok: false, reason: 'own-proposal' })
    expect(await decide(other, 'withdraw')).toEqual({ ok: false, reason: 'not-own' })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(100))
    expect(await decide(other, 'approve')).toEqual({ ok: true })
    expect(await decide(other, 'approve')).toEqual({ ok: false, reason: 'decided-already' })
    const { amounts, total } = await plan.budget()
    expect([amounts.get(plan.course), amounts.get(plan.review), total.amountOre]).toEqual([
      kr(70),
      kr(40),
      kr(110),
    ])
    const { rows } = await database.owner.query(
      "select action from history where entity_id = $1 and action like 'move-%' order by id",
      [plan.planId],
    )
    expect(rows.map(({ action }) => action)).toEqual(['move-proposed', 'move-approved'])
  })

  it('is not carried out where the amounts have changed meanwhile', async () => {
    const plan = await planWithBudget()
    await plan.save([
      [plan.course, null, kr(100)],
      [plan.review, null, kr(10)],
    ])
    const other = await database.actor('administrator', plan.actor.regionId)
    const move = { budget: plan.budgetId, from: [plan.course], to: [plan.review], amountOre: kr(30) }
    const proposed = await doors.inRegion(plan.actor, (db) =>
      proposeMove(db, plan.actor, plan.planId, move, 'x'),
    )
    if (!proposed.ok) throw new Error(proposed.reason)
    await plan.save([[plan.course, kr(100), kr(90)]])
    const decide = (act: 'approve' | 'decline') =>
      doors.inRegion(other, (db) =>
        decideMove(db, other, plan.planId, proposed.id, { act, diary: '', answer: 'Nej' }),
      )
    expect(await decide('approve')).toEqual({ ok: false, reason: 'changed' })
    expect(await decide('decline')).toEqual({ ok: true })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(90))
    const [kept] = await doors.inRegion(plan.actor, (db) => movesOf(db, plan.planId))
    expect([kept?.state, kept?.answer]).toEqual(['declined', 'Nej'])
    await expect(
      database.owner.query('update plan_move set decided_by = made_by where id = $1', [proposed.id]),
    ).rejects.toThrow(/check/)
  })
})
