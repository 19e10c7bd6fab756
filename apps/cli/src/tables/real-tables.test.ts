import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { workplace } from '../run-cli.test-support.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const FOLDER = join(SHARED, 'data')
const isThere = existsSync(join(FOLDER, 'kolada')) && existsSync(join(FOLDER, 'px'))
if (!isThere) console.warn(`No real data at ${FOLDER}: real tables are not described.`)

const place = workplace({})
afterAll(place.leave)

if (isThere)
  it('counts the KPIs of Kolada, and those divided by sex', async () => {
    const run = await place.run(['describe', join(FOLDER, 'kolada/kpi_df.csv'), '--json'])
    expect(JSON.parse(run.out)).toMatchObject({ kpis: 6099, bySex: 2313 })
  })

if (isThere)
  it('describes Kolada’s figures and a table of Statistics Sweden', async () => {
    const figures = await place.run(['describe', join(FOLDER, 'kolada/n00945.csv'), '--json'])
    expect(JSON.parse(figures.out)).toMatchObject({ periods: { first: '2000', last: '2020', count: 21 } })
    const population = await place.run(['describe', join(FOLDER, 'px/Population/BE0101A1.px'), '--json'])
    expect(JSON.parse(population.out)).toMatchObject({
      cells: 21 * 4 * 101 * 2 * 2,
      states: { value: 21 * 4 * 101 * 2 * 2, unavailable: 0 },
    })
  })

if (isThere)
  it('converts a table of Statistics Sweden by Parquet to the same PX file', async () => {
    const file = join(FOLDER, 'px/NPM/BE0101F1allKeywords.px')
    await place.run(['convert', file, 'a.px'])
    await place.run(['convert', file, 'b.parquet'])
    expect(await place.run(['convert', 'b.parquet', 'b.px'])).toMatchObject({ exit: 0, err: '' })
    expect(place.read('b.px')).toBe(place.read('a.px'))
  })

if (!isThere) it('has no real tables at hand', () => expect(isThere).toBe(false))
