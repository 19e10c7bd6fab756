import { readStatTable } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { codesOf } from './named-values.test-support.ts'
import { receivedTable } from './received-table.ts'
import { resolveCodes } from './resolve-codes.ts'

const read = async (csv: string) => receivedTable(await readStatTable(Buffer.from(csv), { name: 't.csv' }))

describe('a table that is taken in', () => {
  it('has its letters composed, so that places are known whoever wrote them', async () => {
    const rows = ['Malmö', 'Gävle', 'Västerås', 'Örebro'].map((name) => `${name};2023;5`).join('\n')
    const table = await read(`kommun;år;antal\n${rows}\n`.normalize('NFD'))
    if (!table.ok) throw new Error(table.reason)
    expect(table.table.dimensions.map(({ id }) => id)).toEqual(['kommun', 'år'])
    expect(codesOf(resolveCodes(table.table).table)).toEqual(['1280', '2180', '1980', '1880'])
    const counties = await read(`${'län'.normalize('NFD')};antal\n20;5\n21;6\n`)
    expect(counties.ok && counties.table.dimensions[0]).toMatchObject({ id: 'län', role: 'geo' })
  })

  it('is refused where two codes become one, which is named', async () => {
    const twice = `ort;antal\nMalmö;5\n${'Malmö'.normalize('NFD')};6\n`
    expect(await read(twice)).toEqual({
      ok: false,
      reason: 'duplicate-code',
      keyword: 'ort',
      detail: 'Malmö',
    })
  })

  it('has no figure so large that it is another', async () => {
    expect(await read('ort;antal\na;9007199254740993\n')).toMatchObject({
      reason: 'number-too-large',
      line: 2,
      detail: '9007199254740993',
    })
    expect(await read('ort;antal\na;9007199254740991\n')).toMatchObject({ ok: true })
    expect(await read('ort;antal\na;1e18\n')).toMatchObject({ reason: 'number-too-large' })
  })
})
