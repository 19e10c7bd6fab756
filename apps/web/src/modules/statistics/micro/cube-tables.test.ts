import { existsSync } from 'node:fs'
import path from 'node:path'
import {
  buildDimension,
  buildPerturbationTable,
  cellKeys,
  layOut,
  perturbAmounts,
  perturbCube,
  recordKeys,
} from '@jamvikt/disclosure'
import { type Cell, checkStatTable, openTable, type StatTable, sizesOf } from '@jamvikt/tables'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { CubeTables } from './cube-tables.ts'
import { openDuck } from './duck.ts'
import { type ReadRows, readRows } from './intake/read-rows.ts'
import { writeMicro } from './intake/write-micro.ts'
import { declared, hmac, NOISE, rowSource, temporaryFolder } from './micro.test-support.ts'
import type { CubeQuestion } from './model-micro.ts'
import { MAGNITUDES } from './rules/noisy-figures.ts'
import { planQuestion } from './rules/question.ts'

const folder = temporaryFolder()
const duck = await openDuck(folder, 512)
afterAll(() => duck.closeSync())
let files = 0

/** Reads rows, writes them under a key, and gives back whom to ask. */
async function listOf(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: { readonly amounts?: readonly string[]; readonly weight?: string; readonly key?: string } = {},
) {
  const { amounts = [], weight = null, key = 'key' } = options
  const read = await readRows(rowSource(headers, rows), declared(headers, amounts, weight))
  const name = path.join(folder, `list${files++}`)
  const place = { folder, rows: `${name}.parquet`, cells: `${name}.cells.parquet` }
  await writeMicro(read, hmac(key), place)
  const tables = new CubeTables(duck)
  const ask = async (question: CubeQuestion): Promise<StatTable> => {
    const { contents } = read
    const planned = planQuestion(contents, question)
    if (!planned.ok) throw new Error(planned.reason)
    const task = {
      name: 'list',
      source: 'here',
      file: place.cells,
      contents,
      plan: planned.plan,
      noise: NOISE,
    }
    const table = await tables.answer(task)
    expect(checkStatTable(table)).toBeNull()
    await tables.clear()
    return table
  }
  return { read, place, ask }
}

/** What the method gives from the records themselves, by cell of the cube of some dimensions, totals last. */
function fromRecords(read: ReadRows, names: readonly string[]) {
  const places = names.map((name) => read.contents.dimensions.findIndex((each) => each.name === name))
  const laid = layOut(
    places.map((place, d) => {
      const codes = read.contents.dimensions[place]?.categories.map((_, at) => `${at}`) ?? []
      const built = buildDimension(`d${d}`, codes)
      if (!built.ok) throw new Error(built.reason)
      return built.dimension
    }),
  )
  const keysFor = (purpose: 'count' | 'amount' | 'contributor') => {
    const made = recordKeys(read.ids, hmac('key'), purpose)
    if (!made.ok) throw new Error(made.reason)
    return made.keys
  }
  if (!laid.ok) throw new Error(laid.reason)
  const { cube } = laid
  const leaves = places.map((place) => Int32Array.from(read.dimensions[place] ?? []))
  const noise = buildPerturbationTable(NOISE)
  const keyed = cellKeys(cube, leaves, keysFor('count'))
  if (!noise.ok || !keyed.ok) throw new Error('no keys')
  const counts = new Float64Array(cube.size)
  for (let cell = 0; cell < cube.size; cell++) {
    counts[cell] = read.ids.filter((_, row) =>
      leaves.every((column, d) => {
        const nodes =
          cube.dimensions[d]?.members[
            Math.floor(cell / (cube.strides[d] ?? 1)) % (cube.dimensions[d]?.codes.length ?? 1)
          ]
        return nodes?.includes(column[row] ?? -1)
      }),
    ).length
  }
  const perturbed = perturbCube(cube, counts, keyed.keys, noise.table)
  if (!perturbed.ok) throw new Error(perturbed.reason)
  const ore = Float64Array.from(read.amounts[0] ?? [], (figure) => (Number.isNaN(figure) ? 0 : figure))
  const sums =
    read.amounts.length === 0
      ? null
      : perturbAmounts(
          cube,
          {
            leaves,
            ore,
            contributor: Int32Array.from(read.ids, (_, row) => row),
            keys: keysFor('amount'),
            contributorKeys: keysFor('contributor'),
          },
          MAGNITUDES,
        )
  if (sums?.ok === false) throw new Error(sums.reason)
  return { counts, noisy: perturbed.counts, ore: sums?.ore ?? null }
}

const anyRow = fc.tuple(
  fc.constantFrom('x', 'y', 'z', null),
  fc.constantFrom('K', 'M'),
  fc.constantFrom('1', '2', 'vill ej'),
  fc.oneof(fc.constant(null), fc.constant(0), fc.nat(90_000)),
)
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 60 })
const HEADERS = ['id', 'a', 'b', 'c', 'income']
const withIds = (rows: readonly (readonly Cell[])[]) => rows.map((row, i) => [`p${i}`, ...row])

describe('cells of a crossing', () => {
  it('have the counts, sums and noise that the method gives from the records, totals by their own keys', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.subarray(['a', 'b', 'c'], { minLength: 1 }), async (rows, dimensions) => {
        const { read, ask } = await listOf(HEADERS, withIds(rows), { amounts: ['income'] })
        const { noisy, ore } = fromRecords(read, dimensions)
        const counted = await ask({ dimensions, filters: [], measures: ['count'] })
        expect([...counted.values]).toEqual([...noisy])
        const summed = await ask({ dimensions, filters: [], measures: ['sum:income'] })
        const without = await ask({ dimensions, filters: [], measures: ['mean:income'] })
        for (const [cell, sum] of summed.values.entries()) {
          const isTold = !Number.isNaN(without.values[cell])
          expect(sum).toBe(isTold ? Math.round((ore?.[cell] ?? 0) / 100) : 0)
        }
      }),
      { seed: 1, numRuns: 25 },
    )
  })

  it('do not depend on the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.array(fc.nat()), async (rows, draws) => {
        const people = withIds(rows)
        const mixed = people
          .map((row, i) => ({ row, at: draws[i % Math.max(1, draws.length)] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row)
          .reverse()
        const question = { dimensions: ['a', 'c'], filters: [], measures: ['count', 'sum:income'] }
        const [one, other] = [
          await listOf(HEADERS, people, { amounts: ['income'] }),
          await listOf(HEADERS, mixed, { amounts: ['income'] }),
        ]
        expect((await other.ask(question)).values).toEqual((await one.ask(question)).values)
        expect(other.read.contents).toEqual(one.read.contents)
      }),
      { seed: 1, numRuns: 15 },
    )
  })

  it('have the same total however many groups they are divided into', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`p${i}`, `${i % 1000}`, 'one'])
    const { ask } = await listOf(['id', 'a', 'b'], rows)
    const many = await ask({ dimensions: ['a', 'b'], filters: [], measures: ['count'] })
    const none = await ask({ dimensions: [], filters: [], measures: ['count'] })
    expect(none.values.length).toBe(1)
    expect(none.values[0]).toBe(many.values.at(-1))
  })

  it('are those of GROUPING SETS over the rows', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [`p${i}`, `${i % 7}`, `${(i * 31) % 5}`, `${i % 3}`])
    const { read, place, ask } = await listOf(['id', 'a', 'b', 'c'], rows)
    const reader = await duck.runAndReadAll(
      `SELECT d0, d1, d2, count(*)::INTEGER, (sum(k::BIGINT) % 4294967296)::UINTEGER FROM read_parquet('${place.rows}') GROUP BY CUBE (d0, d1, d2)`,
    )
    const table = await ask({ dimensions: ['a', 'b', 'c'], filters: [], measures: ['count'] })
    const sizes = sizesOf(table)
    const { noisy, counts } = fromRecords(read, ['a', 'b', 'c'])
    expect(reader.getRows().length).toBe(8 * 6 * 4)
    for (const [a, b, c, n] of reader.getRows()) {
      const at = [a, b, c].reduce<number>(
        (cell, node, d) => cell * (sizes[d] ?? 1) + (node === null ? (sizes[d] ?? 1) - 1 : Number(node)),
        0,
      )
      expect(counts[at]).toBe(n)
      expect(table.values[at]).toBe(noisy[at])
    }
  })

  it('of weighted rows are the noisy number of rows times their mean weight, and nothing tells how many rows', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => [
      `p${i}`,
      i % 4 === 0 ? 'x' : 'y',
      i % 2 ? '2,5' : '1,5',
    ])
    const { read, ask } = await listOf(['id', 'a', 'w'], rows, { weight: 'w' })
    const { noisy } = fromRecords(read, ['a'])
    const table = await ask({ dimensions: ['a'], filters: [], measures: ['weighted'] })
    expect([...table.values]).toEqual(
      [1.5, 2.5 * (2 / 3) + 1.5 / 3, 2].map((mean, cell) => Math.round(mean * (noisy[cell] ?? 0))),
    )
    expect(planQuestion(read.contents, { dimensions: ['a'], filters: [], measures: ['count'] })).toEqual({
      ok: false,
      reason: 'unknown-measure',
      detail: 'count',
    })
  })

  it('of weighted amounts count each amount as often as its weight', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`p${i}`, 'x', '4', 1000])
    const { ask } = await listOf(['id', 'a', 'w', 'pay'], rows, { weight: 'w', amounts: ['pay'] })
    const table = await ask({ dimensions: ['a'], filters: [], measures: ['sum:pay', 'mean:pay', 'weighted'] })
    const [sum = 0, mean = 0, weighted = 0] = table.values
    // 300 equal contributions of 4,000: the noise is below 0.7 of one, and that of the number is at most 5 rows.
    expect(Math.abs(sum - 1_200_000)).toBeLessThanOrEqual(0.7 * 4000)
    expect(Math.abs(weighted - 1200)).toBeLessThanOrEqual(20)
    expect(mean).toBe(Math.round(sum / weighted))
  })
})

describe('the invented persons of the reference', () => {
  const shared = process.env.JAMVIKT_SHARED ?? path.resolve('../shared')
  const file = path.join(shared, 'reference', 'sdc', 'micro_10k.csv')

  it('are counted with noise of at most D, on average near none', async () => {
    if (!existsSync(file)) return console.warn(`passed over: there is no ${file}`)
    const table = await openTable(file, { name: 'micro_10k.csv' })
    if (!table.ok) throw new Error(table.reason)
    const rows: Cell[][] = []
    for await (const { row, cells } of table.rows()) rows.push([`row ${row}`, ...cells])
    const { read, ask } = await listOf(['id', ...table.headers], rows)
    expect(read.contents.rows).toBe(10_000)
    const question = { dimensions: ['sex', 'age', 'background'], filters: [], measures: ['count'] }
    const shown = await ask(question)
    const { counts } = fromRecords(read, question.dimensions)
    const shifts = [...shown.values].map((figure, cell) => figure - (counts[cell] ?? 0))
    expect(Math.max(...shifts.map(Math.abs))).toBeLessThanOrEqual(NOISE.maxNoise)
    const mean = shifts.reduce((a, b) => a + b) / shifts.length
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(NOISE.variance / shifts.length))
    expect(counts.at(-1)).toBe(10_000)
  })
})
