import { existsSync } from 'node:fs'
import path from 'node:path'
import {
  buildDimension,
  buildPerturbationTable,
  cellKeys,
  layOut,
  perturbCube,
  recordKeys,
  shownAs,
} from '@jamvikt/disclosure'
import { type Cell, openTable, sizesOf } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadRows } from './intake/read-rows.ts'
import { byCodes, draws, duck, listOf } from './lists.test-support.ts'
import { hmac, NOISE } from './micro.test-support.ts'
import { planQuestion } from './rules/question.ts'

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
  const order = [...places.keys()].sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0))
  const shown = shownAs(cube, counts, NOISE.threshold, order)
  return { counts, noisy: [...shown].map((as) => (as < 0 ? 0 : (perturbed.counts[as] ?? 0))), shown }
}

/** Whether each cell stands in an answer: not those of categories too few to be named. */
function named(read: ReadRows, names: readonly string[]): boolean[] {
  return names.reduce<boolean[]>(
    (cells, name) => {
      const categories = read.contents.dimensions.find((each) => each.name === name)?.categories ?? []
      const nodes = [...categories.map(({ rows }) => rows >= NOISE.threshold), true]
      return cells.flatMap((isNamed) => nodes.map((each) => isNamed && each))
    },
    [true],
  )
}

const anyRow = fc.tuple(
  fc.constantFrom('x', 'y', 'z', null),
  fc.constantFrom('K', 'M'),
  fc.constantFrom('1', '2', 'vill ej'),
  fc.oneof(fc.constant(null), fc.constant(0), fc.nat(90_000)),
)
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 90 })
const HEADERS = ['id', 'a', 'b', 'c', 'income']
const withIds = (rows: readonly (readonly Cell[])[]) => rows.map((row, i) => [`p${i}`, ...row])

describe('cells of a crossing', () => {
  it('have the counts and noise that the method gives from the records, totals by their own keys', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows,
        fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }),
        async (rows, dimensions) => {
          const { read, ask } = await listOf(HEADERS, withIds(rows), { amounts: ['income'] })
          const { noisy } = fromRecords(read, dimensions)
          const isNamed = named(read, dimensions)
          const counted = await ask({ dimensions, filters: [], measures: ['count'] })
          expect([...counted.values]).toEqual(noisy.filter((_, cell) => isNamed[cell]))
        },
      ),
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

  it('of weighted rows are moved by the noise of their number times the list’s mean weight, in steps', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => [
      `p${i}`,
      i % 4 === 0 ? 'x' : 'y',
      i % 2 ? '25' : '15',
    ])
    const { read, ask } = await listOf(['id', 'a', 'w'], rows, { weight: 'w' })
    const { noisy, counts } = fromRecords(read, ['a'])
    const table = await ask({ dimensions: ['a'], filters: [], measures: ['weighted'] })
    // The mean weight is 20, and so is the step.
    const moved = [1500, 6500, 8000].map((sum, cell) => sum + 20 * ((noisy[cell] ?? 0) - (counts[cell] ?? 0)))
    expect([...table.values]).toEqual(moved.map((sum) => 20 * Math.round(sum / 20)))
    const unweighted = { dimensions: ['a'], filters: [], measures: ['count'] }
    expect(planQuestion(read.contents, unweighted, 3)).toEqual({
      ok: false,
      reason: 'unknown-measure',
      detail: 'count',
    })
  })

  it('of weighted amounts count each amount as often as its weight', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`p${i}`, 'x', '4', 900 + i])
    const { ask } = await listOf(['id', 'a', 'w', 'pay'], rows, { weight: 'w', amounts: ['pay'] })
    const table = await ask({ dimensions: ['a'], filters: [], measures: ['sum:pay', 'mean:pay'] })
    const [sum = 0, mean = 0] = table.values
    // Contributions are near 4,200 each: five rows more or less, 0.7 of the largest, and three figures.
    expect(Math.abs(sum - 1_259_400)).toBeLessThanOrEqual(5 * 4200 + 0.7 * 4796 + 5000)
    expect(Math.abs(mean - 1049.5)).toBeLessThanOrEqual(15)
  })

  it('are the same whether a code is crossed or chosen, wherever the cell of another stands for it', async () => {
    const draw = draws(3)
    const rows = Array.from({ length: 500 }, (_, i) => [
      `p${i}`,
      draw() < 0.9 ? 'x' : 'y',
      `${Math.floor(draw() * 6)}`,
      draw() < 0.95 ? 'K' : 'M',
      Math.round(1000 * draw()),
    ])
    const { ask } = await listOf(HEADERS, rows, { amounts: ['income'] })
    const measures = ['count', 'sum:income', 'mean:income']
    const crossed = byCodes(await ask({ dimensions: ['c', 'a', 'b'], filters: [], measures }))
    for (const [b, a] of [...'012345'].flatMap((b) => ['x', 'y', null].map((a) => [b, a] as const))) {
      const filters = [{ dimension: 'b', code: b }, ...(a === null ? [] : [{ dimension: 'a', code: a }])]
      const chosen = byCodes(await ask({ dimensions: ['c'], filters, measures }))
      for (const [codes, figure] of chosen) {
        const [c, measure] = codes.split(' ')
        expect([codes, crossed.get(`${c} ${a ?? 'total'} ${b} ${measure}`)]).toEqual([codes, figure])
      }
    }
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
    const { counts, shown: as } = fromRecords(read, question.dimensions)
    expect(shown.values.length).toBe(counts.length)
    const own = [...shown.values.entries()].filter(([cell]) => as[cell] === cell)
    const shifts = own.map(([cell, figure]) => figure - (counts[cell] ?? 0))
    expect(shifts.length).toBeGreaterThan(50)
    expect(Math.max(...shifts.map(Math.abs))).toBeLessThanOrEqual(NOISE.maxNoise)
    const mean = shifts.reduce((a, b) => a + b) / shifts.length
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(NOISE.variance / shifts.length))
    expect(counts.at(-1)).toBe(10_000)
  })
})
