import type { DuckDBConnection } from '@duckdb/node-api'
import type { CubeTask } from './cube-messages.ts'
import { AMOUNT_COLUMNS, crossCells, dropCells, loadCells } from './cube-sql.ts'
import { eachPiece, type FigurePiece } from './duck.ts'
import { crossingOf } from './rules/crossing.ts'
import { amountsOf, noisyTable } from './rules/noisy-table.ts'
import { addTotals, emptySums, enterTop, lead, type TrueSums } from './rules/true-sums.ts'

/** Lists whose sums are kept in memory at most. */
const MOST_LISTS = 8

/** Answers questions from lists' sums; the latest used lists stay in memory. */
export class CubeTables {
  readonly #duck: DuckDBConnection
  readonly #kept = new Map<string, string>()
  #next = 1

  constructor(duck: DuckDBConnection) {
    this.#duck = duck
  }

  async answer(task: CubeTask) {
    const { contents, plan, noise } = task
    const crossing = crossingOf(plan, noise.threshold)
    const { cube } = crossing
    const wanted = amountsOf(plan)
    const sums = emptySums(cube, wanted.length)
    const table = await this.#tableOf(task.file)
    const { text, values } = crossCells(table, {
      crossed: plan.crossed.map(({ place }, d) => ({ dimension: place, stride: cube.strides[d] ?? 0 })),
      fixed: plan.fixed.map(({ place, category }, f) => ({
        dimension: place,
        category,
        stride: cube.strides[plan.crossed.length + f] ?? 0,
      })),
      amounts: wanted,
      weighted: contents.weighted,
    })
    await eachPiece(await this.#duck.stream(text, values), (columns, rows) => fill(sums, columns, rows))
    addTotals(sums)
    return noisyTable(task.name, task.source, contents, plan, crossing, sums, noise)
  }

  /** Lets a list go whose file is gone. */
  async forget(file: string) {
    const table = this.#kept.get(file)
    if (table === undefined) return
    await this.#duck.run(dropCells(table))
    this.#kept.delete(file)
  }

  /** Lets all lists go that are in memory. */
  async clear() {
    for (const [file, table] of this.#kept) {
      await this.#duck.run(dropCells(table))
      this.#kept.delete(file)
    }
  }

  async #tableOf(file: string): Promise<string> {
    const known = this.#kept.get(file)
    const table = known ?? `m${this.#next++}`
    if (known === undefined) await this.#duck.run(loadCells(table, file))
    this.#kept.delete(file)
    this.#kept.set(file, table)
    for (const [oldest, held] of this.#kept) {
      if (this.#kept.size <= MOST_LISTS) break
      await this.#duck.run(dropCells(held))
      this.#kept.delete(oldest)
    }
    return table
  }
}

function fill({ n, keys, weights, amounts }: TrueSums, columns: FigurePiece, rows: number): void {
  const [cells = [], count = [], key = [], weight = []] = columns
  for (let row = 0; row < rows; row++) {
    const cell = cells[row] ?? 0
    n[cell] = count[row] ?? 0
    keys[cell] = key[row] ?? 0
    weights[cell] = weight[row] ?? 0
  }
  for (const [a, amount] of amounts.entries()) {
    const [has = [], hasKey = [], hasWeight = [], positive = [], sum = [], sumKey = [], ...rest] =
      columns.slice(4 + a * AMOUNT_COLUMNS, 4 + (a + 1) * AMOUNT_COLUMNS)
    const leader = rest.at(-1) ?? []
    for (let row = 0; row < rows; row++) {
      const cell = cells[row] ?? 0
      amount.n[cell] = has[row] ?? 0
      amount.keys[cell] = hasKey[row] ?? 0
      amount.weights[cell] = hasWeight[row] ?? 0
      amount.positive[cell] = positive[row] ?? 0
      amount.sum[cell] = sum[row] ?? 0
      amount.sumKeys[cell] = sumKey[row] ?? 0
      lead(amount.top, amount.leader, cell, rest[0]?.[row] ?? 0, leader[row] ?? 0)
      for (const top of rest.slice(0, -1)) enterTop(amount.top, cell, top[row] ?? 0)
    }
  }
}
