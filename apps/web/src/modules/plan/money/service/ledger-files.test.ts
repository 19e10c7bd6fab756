import { describe, expect, it } from 'vitest'
import type { LedgerImport, LedgerMapping } from '../model-money.ts'
import { comingIn } from '../rules/held-entries.ts'
import { importsOf, ledgerOf } from '../store/ledger.ts'
import {
  bringLedgerIn,
  lookAtLedger,
  openImport,
  readLedgerFile,
  receiveLedger,
  withdrawLedger,
} from './ledger-files.ts'
import { kr, openTestMoney } from './test-money.test-support.ts'

const { database, doors, planWithBudget } = await openTestMoney()

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
  if (!received.ok) return { received, file: null, read: null, coming: null }
  const { document } = await plan.open()
  const file = await doors.inRegion(plan.actor, (db) => openImport(db, plan.actor, plan.planId, received.id))
  if (file === null) throw new Error('no file')
  const looked = await lookAtLedger(doors, plan.actor, document, file)
  if (!looked.ok) throw new Error(looked.reason)
  const as = { ...looked.suggested, ...mapping }
  const read = await readLedgerFile(doors, plan.actor, document, file, as)
  if (!read.ok) throw new Error(read.reason)
  const kept = await bringLedgerIn(doors, plan.actor, file, read, { mapping: as, coversTo })
  const coming = comingIn(as.kind, read.entries, read.held, coversTo)
  return { received, file, read, coming, kept, looked, mapping: as }
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
    expect(second.coming?.known).toBe(3)
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(1_210_000n)
    await withdrawLedger(doors, plan.actor, plan.planId, first.file?.id ?? '')
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(1_210_000n)
    await withdrawLedger(doors, plan.actor, plan.planId, second.file?.id ?? '')
    expect(await sums(plan)).toEqual({ coversTo: null, of: new Map() })
    expect((await bring(plan, LEDGER)).kept).toEqual({ ok: true })
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(1_200_000n)
  })

  it('knows a voucher whatever it is called meanwhile, and says what it is now tied to', async () => {
    const plan = await planWithBudget()
    const file = (activity: string, text: string) =>
      `Ver;Datum;Aktivitet;Konto;Belopp\nA1;2026-03-01;${activity};${text};100\nA2;2026-03-02;1.2;Resor;50`
    await bring(plan, file('Webbkurs', 'Resor'))
    const renamed = await bring(plan, file('1.2', '5800 Resor och logi'))
    expect([renamed.coming?.known, renamed.coming?.retied]).toEqual([2, 1])
    expect(await sums(plan)).toMatchObject({ of: new Map([[`outcome ${plan.workshop}`, kr(150)]]) })
    await withdrawLedger(doors, plan.actor, plan.planId, renamed.file?.id ?? '')
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(kr(100))
    const otherColumns = await bring(plan, `${file('Webbkurs', 'Resor')}\nA3;2026-03-03;1.2;x;1`, {
      costType: '',
    })
    expect(otherColumns.coming?.known).toBe(2)
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(kr(100))
  })

  it('knows rows that were brought in when vouchers were named by all their words', async () => {
    const plan = await planWithBudget()
    const file = 'Ver;Datum;Aktivitet;Belopp\nA1;2026-03-01;Webbkurs;100'
    await bring(plan, file)
    await database.owner.query(
      'update plan_entry set fingerprint = formerly, formerly = null where plan_id = $1',
      [plan.planId],
    )
    const again = await bring(plan, `${file}\nA2;2026-03-02;Webbkurs;1`)
    expect(again.coming?.known).toBe(1)
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(kr(101))
    await withdrawLedger(doors, plan.actor, plan.planId, again.file?.id ?? '')
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(kr(100))
  })

  it('leaves out what lies after the day it tells up to, until a later file; refuses a day before all', async () => {
    const plan = await planWithBudget()
    const file = 'Ver;Datum;Aktivitet;Belopp\nA1;2026-03-01;Webbkurs;100\nA2;2026-06-02;Webbkurs;7'
    const { received, kept } = await bring(plan, file, {}, '2026-02-28')
    expect([received.ok, kept]).toEqual([true, { ok: false, reason: 'day-before-all' }])
    expect((await bring(plan, file, {}, '2026-05-31')).kept).toEqual({ ok: true })
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(kr(100))
    const [held] = await doors.inRegion(plan.actor, (db) => importsOf(db, plan.planId))
    expect([held?.entries, held?.later]).toEqual([1, 1])
    await bring(plan, `${file}\nA3;2026-06-03;Webbkurs;1`, {}, '2026-06-30')
    expect((await sums(plan)).of.get(`outcome ${plan.course}`)).toBe(kr(108))
  })

  it('does not count what was ordered before the day that the booked tells up to', async () => {
    const plan = await planWithBudget()
    const orders = (amount: number) => `Datum;Aktivitet;Belopp\n2026-12-01;Webbkurs;${amount}`
    await bring(plan, orders(900), { kind: 'commitment' }, '2026-03-31')
    const ledger = () => doors.inRegion(plan.actor, (db) => ledgerOf(db, plan.planId))
    expect((await ledger()).sums).toHaveLength(1)
    await bring(plan, 'Datum;Aktivitet;Belopp\n2026-04-15;Webbkurs;900', {}, '2026-04-30')
    expect((await ledger()).staleOrders).toEqual({ asOf: '2026-03-31', amountOre: kr(900) })
    expect((await sums(plan)).of).toEqual(new Map([[`outcome ${plan.course}`, kr(900)]]))
    await bring(plan, orders(20), { kind: 'commitment' }, '2026-04-30')
    expect((await ledger()).staleOrders).toBeNull()
    expect((await sums(plan)).of.get(`commitment ${plan.course}`)).toBe(kr(20))
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
