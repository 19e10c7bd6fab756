import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { csvOf, many, openTestFunding, TEST_MAPPING } from '../../../testing/test-funding.ts'
import { getImport } from './get-imports.ts'
import { getList } from './get-lists.ts'

const database = await openTestDatabase()
const { bring, doors, folder } = openTestFunding(database)

const cases = [...many('a', 'K', 6, 4), ...many('b', 'M', 8, 2)]

describe('an import', () => {
  it('brings every row in, and says so', async () => {
    const analyst = await database.actor()
    const { run } = await bring(analyst, csvOf(cases))
    expect(run.status).toBe('done')
    expect(run.report).toMatchObject({
      rows: 20,
      added: 20,
      changed: 0,
      unchanged: 0,
      absent: 0,
      refusedRows: 0,
    })
  })

  it('of the same file changes nothing, nor the list’s version', async () => {
    const analyst = await database.actor()
    const first = await bring(analyst, csvOf(cases))
    const again = await bring(analyst, csvOf(cases), { listId: first.list.id })
    expect(again.run.report).toMatchObject({ added: 0, changed: 0, unchanged: 20, sameFile: true })
    expect(again.list.version).toBe(first.list.version)
  })

  it('of a newer export updates by case id, reports what changed and keeps the old values in the history', async () => {
    const analyst = await database.actor()
    const first = await bring(analyst, csvOf(cases))
    const newer = cases
      .slice(1)
      .map((one) => (one.id === 'b-0' ? { ...one, sex: 'K', granted: 70_000 } : one))
    const { run, list } = await bring(
      analyst,
      csvOf([...newer, { id: 'c-0', sex: 'K', outcome: 'Avslag' }]),
      { listId: first.list.id },
    )
    expect(run.report).toMatchObject({
      added: 1,
      changed: 1,
      unchanged: 18,
      absent: 1,
      removed: 0,
      changedFields: { sex: 1, granted_ore: 1 },
    })
    expect(list.version).toBeGreaterThan(first.list.version)
    const { rows } = await database.owner.query(
      "select details from history where action = 'case-changed' and entity_id like $1",
      [`${list.id}/%`],
    )
    expect(rows[0]?.details.before).toMatchObject({ sex: 'men', granted_ore: 5_000_000 })
  })

  it('of the whole list removes what the file does not hold, and keeps it in the history', async () => {
    const analyst = await database.actor()
    const first = await bring(analyst, csvOf(cases))
    const { run } = await bring(analyst, csvOf(cases.slice(3)), { listId: first.list.id, wholeList: true })
    expect(run.report).toMatchObject({ removed: 3, unchanged: 17 })
    const { rows } = await database.owner.query(
      "select 1 from history where action = 'case-removed' and entity_id like $1",
      [`${first.list.id}/%`],
    )
    expect(rows).toHaveLength(3)
  })

  it('lists every refused row with column and reason, and counts it nowhere', async () => {
    const analyst = await database.actor()
    const text = `${csvOf(cases)}\nx-1;Firma;Kanske;10;;2023-01-01;Handel;K\nx-2;Firma;Avslag;abc;;2023-13-45;Handel;M`
    const { run } = await bring(analyst, text)
    const found = await getImport(doors, analyst, run.id)
    expect(run.report).toMatchObject({ rows: 22, added: 20, refusedRows: 2 })
    expect(found?.refusals.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [22, 'Beslut', 'value-unmapped'],
      [23, 'Sökt', 'amount-not-a-number'],
      [23, 'Datum', 'date-invalid'],
    ])
  })

  it('keeps no trace of a sole trader’s number: not in a case, a refusal, the history or a file', async () => {
    const analyst = await database.actor()
    const number = '190001019801' // of the series that the tax agency keeps for tests
    const mapping = { ...TEST_MAPPING, columns: { ...TEST_MAPPING.columns, organisationNumber: 'Orgnr' } }
    const text = [
      'Dnr;Mottagare;Beslut;Sökt;Beviljat;Datum;Bransch;Kön;Orgnr',
      `p-1;Anna Exempel;Avslag;1000;;2023-01-02;Handel;K;${number}`,
      `p-2;Anna Exempel;${number};1000;;2023-01-02;Handel;K;${number}`,
      `p-3;Bo Exempel;Avslag;1000;;2023-01-02;${number};K;${number.slice(0, -1)}9`,
    ].join('\n')
    const { run } = await bring(analyst, text, { mapping })
    expect(run.report).toMatchObject({ rows: 3 })
    const dump = await wholeDatabase(analyst.regionId)
    expect(dump).not.toContain(number)
    expect(dump).not.toContain(number.slice(2))
    expect(dump).not.toContain('Anna Exempel')
    expect(
      readdirSync(folder, { recursive: true }).filter((name) =>
        /[0-9a-f]{8}-/.test(String(name).split('/')[2] ?? ''),
      ),
    ).toEqual([])
  })

  it('of a file that breaks off leaves the list as it was', async () => {
    const analyst = await database.actor()
    const first = await bring(analyst, csvOf(cases))
    const broken = `${csvOf([...cases, ...many('z', 'K', 6000, 0)])}\n"never closed`
    const { run, list } = await bring(analyst, broken, { listId: first.list.id })
    expect(run.status).toBe('failed')
    expect(run.failure).toMatchObject({ kind: 'file', reason: 'unterminated-quote' })
    expect(list.version).toBe(first.list.version)
    const { rows } = await database.owner.query(
      'select count(*)::int as n from funding_case where list_id = $1',
      [list.id],
    )
    expect(rows[0]?.n).toBe(20)
  })

  it('is not seen from another region', async () => {
    const analyst = await database.actor()
    const stranger = await database.actor()
    const { list, run } = await bring(analyst, csvOf(cases))
    expect(await getList(doors, stranger, list.id)).toBeNull()
    expect(await getImport(doors, stranger, run.id)).toBeNull()
  })
})

async function wholeDatabase(regionId: string): Promise<string> {
  const { rows: tables } = await database.owner.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'region_id'",
  )
  const parts = []
  for (const { name } of tables)
    parts.push(
      JSON.stringify(
        (await database.owner.query(`select * from ${name} where region_id = $1`, [regionId])).rows,
        (_key, value) => (typeof value === 'bigint' ? String(value) : value),
      ),
    )
  return parts.join('\n')
}
