import path from 'node:path'
import { type Cell, checkStatTable, type StatTable } from '@jamvikt/tables'
import { afterAll, expect } from 'vitest'
import { CubeTables } from './cube-tables.ts'
import { openDuck } from './duck.ts'
import { readRows } from './intake/read-rows.ts'
import { writeMicro } from './intake/write-micro.ts'
import { declared, hmac, NOISE, rowSource, temporaryFolder } from './micro.test-support.ts'
import type { CubeQuestion } from './model-micro.ts'
import { planQuestion } from './rules/question.ts'

const folder = temporaryFolder()
export const duck = await openDuck(folder, 512)
afterAll(() => duck.closeSync())
let files = 0

/** Reads rows, writes them under a key, and gives back whom to ask. */
export async function listOf(
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
    const planned = planQuestion(contents, question, NOISE.threshold)
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

/** Figures of a table by their codes in the order of its dimensions, measure last. */
export function byCodes({ dimensions, values }: StatTable): ReadonlyMap<string, number> {
  const sizes = dimensions.map(({ categories }) => categories.length)
  const found = new Map<string, number>()
  for (const [cell, value] of values.entries()) {
    let rest = cell
    const codes: string[] = []
    for (const [d, { categories }] of [...dimensions.entries()].reverse()) {
      const size = sizes[d] ?? 1
      codes.unshift(categories[rest % size]?.code ?? '')
      rest = Math.floor(rest / size)
    }
    found.set(codes.join(' '), value)
  }
  return found
}

/** Draws by seed, 0 to below 1: the same in every run. */
export function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
