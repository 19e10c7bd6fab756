import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/policy.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestStatistics } from '../../../testing/test-statistics.ts'
import type { RowReading } from '../model-datasets.ts'
import { openDraft } from './drafts.ts'
import { keepNewDataset } from './keep-draft.ts'
import { lookAtRows, openHeldFile, readRowsAs } from './look-at-rows.ts'
import { receiveTable } from './receive-table.ts'

const database = await openTestDatabase()
const { doors, draft, datasetOf } = openTestStatistics(database)

const receive = (actor: Actor, content: string) =>
  receiveTable(doors, actor, {
    file: new File([content], 'tabell.csv'),
    fileName: 'tabell.csv',
    reading: null,
    datasetId: null,
    address: null,
    fetchedAt: new Date('2026-11-22T08:00:00Z'),
  })

const held = async (actor: Actor, content: string) => {
  const received = await receive(actor, content)
  if (received.ok || received.heldId === null) throw new Error('not held')
  const file = await doors.inRegion(actor, (db) => openHeldFile(db, actor, received.heldId ?? ''))
  if (file === null) throw new Error('not there')
  return { received, file }
}

const shape: RowReading['shape'] = {
  dimensions: [
    { column: 'kommun', role: 'geo' },
    { column: 'kön', role: 'classification' },
  ],
  values: ['2022', '2023'],
  across: [{ id: 'tid', role: 'time', codes: ['2022', '2023'] }],
  status: null,
}
const MANY = 'kommun;kön;2022;2023\n2080;kvinnor;1.234;2.345\n2080;män;3.456;4.567\n'

describe('a file of rows that cannot be read in one way alone', () => {
  it('is asked about, held, and read as somebody chooses', async () => {
    const actor = await database.actor()
    const { received, file } = await held(actor, MANY)
    expect(received).toMatchObject({ reason: 'number-ambiguous', line: 2, detail: '1.234' })
    const thousands = {
      sheet: null,
      headerRow: null,
      shape: { ...shape, numbers: { decimal: ',', thousands: '.' } },
    } as const
    const read = await readRowsAs(doors, actor, file, thousands)
    if (!read.ok) throw new Error(read.reason)
    const opened = await doors.inRegion(actor, (db) => openDraft(db, actor, read.draft))
    expect([...(opened?.table.values ?? [])]).toEqual([1234, 2345, 3456, 4567])
    const decimals = {
      sheet: null,
      headerRow: null,
      shape: { ...shape, numbers: { decimal: '.', thousands: '' } },
    } as const
    const anew = await readRowsAs(doors, actor, file, decimals)
    if (!anew.ok) throw new Error(anew.reason)
    const second = await doors.inRegion(actor, (db) => openDraft(db, actor, anew.draft))
    expect([...(second?.table.values ?? [])]).toEqual([1.234, 2.345, 3.456, 4.567])
    expect(await doors.inRegion(actor, (db) => openDraft(db, actor, read.draft))).toBeNull()
  })

  it('is read so again as the next version, with the period that has come', async () => {
    const actor = await database.actor()
    const { file } = await held(actor, MANY)
    const read = await readRowsAs(doors, actor, file, {
      sheet: null,
      headerRow: null,
      shape: { ...shape, numbers: { decimal: ',', thousands: '.' } },
    })
    if (!read.ok) throw new Error(read.reason)
    const kept = await doors.inRegion(actor, (db) =>
      keepNewDataset(db, actor, read.draft, {
        slug: 'antal',
        name: 'Antal',
        description: '',
        area: 'economy',
        licence: 'CC0',
        contact: '',
        rhythm: 'yearly',
        fetchAgain: 'never',
        source: { kind: 'file', producer: 'Påhittad' },
        synthetic: false,
      }),
    )
    if (!kept.ok) throw new Error(kept.reason)
    expect(await doors.inRegion(actor, (db) => openHeldFile(db, actor, file.id))).toBeNull()
    const dataset = await datasetOf(actor, 'antal')
    const later = 'kommun;kön;2022;2023;2024\n2080;kvinnor;1.234;2.345;7.001\n2080;män;3.456;4.567;8.002\n'
    const id = await draft(actor, later, 'tabell.csv', dataset.id)
    const opened = await doors.inRegion(actor, (db) => openDraft(db, actor, id))
    expect([...(opened?.table.values ?? [])]).toEqual([1234, 2345, 7001, 3456, 4567, 8002])
  })

  it('is another’s to nobody, and shows its first lines under any header', async () => {
    const actor = await database.actor()
    const { file } = await held(actor, `Rubrik;över;allt;annat\n${MANY}`)
    const stranger = await database.actor('analyst', actor.regionId)
    expect(await doors.inRegion(stranger, (db) => openHeldFile(db, stranger, file.id))).toBeNull()
    expect(await doors.inRegion(actor, (db) => openHeldFile(db, actor, 'not-an-id'))).toBeNull()
    const look = await lookAtRows(doors, actor, file, { sheet: null, headerRow: 2 })
    if (!look.ok) throw new Error(look.reason)
    expect(look.lines.map(({ row }) => row)).toEqual([1, 2, 3, 4])
    expect(look.under).toMatchObject({ ok: true, headers: ['kommun', 'kön', '2022', '2023'] })
  })

  it('is not held where nothing can be chosen', async () => {
    const actor = await database.actor()
    expect(await receive(actor, '<html><p>Fel</p></html>')).toMatchObject({ ok: false, heldId: null })
  })

  it('tells of codes that stood with blanks around them', async () => {
    const actor = await database.actor()
    const id = await draft(actor, 'region;kön;value\n 2080 ;kvinnor;5\n2081;kvinnor;6\n')
    const opened = await doors.inRegion(actor, (db) => openDraft(db, actor, id))
    expect(opened?.assumptions).toContainEqual({
      dimension: 'region',
      from: '2080',
      to: '1',
      label: 'region',
      reason: 'code-trimmed',
    })
  })
})
