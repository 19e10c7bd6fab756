// Crossings of microdata: rows by seed, summed by six dimensions, five of them crossed with noise by the server’s own
// process, beside the same sums grouped by the database alone.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { CubeProcess, type CubeRequest } from '../apps/web/src/modules/statistics/micro/cube-process.ts'
import {
  type FileShape,
  keepCells,
  loadCells,
  rowsTable,
  sumRows,
} from '../apps/web/src/modules/statistics/micro/cube-sql.ts'
import { eachPiece, openDuck } from '../apps/web/src/modules/statistics/micro/duck.ts'
import type { MicroContents } from '../apps/web/src/modules/statistics/micro/model-micro.ts'
import { planQuestion } from '../apps/web/src/modules/statistics/micro/rules/question.ts'
import { machine, startResults } from './results.ts'

const { note, write } = startResults()

/** Codes of each dimension, as of a register: places, sex, age, background, industry, education. */
const SIZES = [290, 2, 8, 3, 16, 7]
const NAMES = ['place', 'sex', 'age', 'background', 'industry', 'education']
const CROSSED = NAMES.slice(0, 5)
const SHAPE: FileShape = { dimensions: SIZES.length, amounts: 0, weighted: false }
const MEMORY_MEGABYTES = 4096
const RUNS = 7
const NOISE = { maxNoise: 5, variance: 3, threshold: 3 }

export async function measureCubes(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-bench-'))
  mkdirSync(path.join(folder, 'micro'))
  try {
    for (const rows of [100_000, 1_000_000, 10_000_000]) await measure(rows, path.join(folder, 'micro'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  write(
    'Cubes of microdata',
    `${machine()}. Synthetic rows with ${SIZES.join(' × ')} codes, small and large ones; the first five dimensions crossed, all totals included, D = 5, V = 3, threshold 3. Ours: question to the process and table back, by its own channel. Beside it, in the same run, DuckDB alone on the same sums.`,
  )
}

async function measure(rows: number, folder: string): Promise<void> {
  const duck = await openDuck(folder, MEMORY_MEGABYTES)
  const file = path.join(folder, `${rows}.cells.parquet`)
  const began = performance.now()
  await duck.run(rowsTable(SHAPE))
  await duck.run(`INSERT INTO micro_rows ${generated(rows)}`)
  const generatedAt = performance.now()
  await duck.run(sumRows(SHAPE))
  await duck.run(keepCells(file))
  note(
    `${rows} rows: summed and kept`,
    (performance.now() - generatedAt) / 1000,
    's',
    null,
    `generated in ${((generatedAt - began) / 1000).toFixed(1)} s`,
  )
  await duck.run('DROP TABLE micro_rows')
  await duck.run('DROP TABLE micro_cells')
  await duck.run(loadCells('sums', file))
  const held = await duck.runAndReadAll('SELECT count(*)::INTEGER FROM sums')

  const cubes = new CubeProcess(path.resolve(import.meta.dirname, '..'), folder)
  const request = requestOf(rows, file)
  await answered(cubes, { ...request, ...planned(request.contents, ['sex']) }) // the process is up and knows the list
  const cold = await timed(() => answered(cubes, request))
  await cubes.stop()
  const first = await timed(() => answered(cubes, request))
  const warm: number[] = []
  for (let run = 0; run < RUNS; run++) warm.push(await timed(() => answered(cubes, request)))
  await cubes.stop()
  const columns = CROSSED.map((_, d) => `d${d}`).join(', ')
  const read = CROSSED.map((_, d) => `coalesce(d${d}, 65535)::INTEGER`).join(', ')
  const sums = `${read}, sum(n)::DOUBLE, (sum(k::BIGINT) % 4294967296)::UINTEGER FROM sums GROUP BY`
  const plain = await median(() => grouped(duck, `SELECT ${sums} ${columns}`))
  const withTotals = await median(() => grouped(duck, `SELECT ${sums} CUBE (${columns})`))
  duck.closeSync()

  const cells = CROSSED.reduce((product, _, d) => product * ((SIZES[d] ?? 0) + 1), 1)
  const ours = middle(warm)
  const name = `${rows} rows, ${String(held.getRows()[0]?.[0])} sums, ${cells} cells`
  note(`${name}: first question of a new process`, first, 's', 1.5, 'process, file and table')
  note(`${name}: first of its kind, list in memory`, cold, 's', 1.5)
  note(
    `${name}: warm`,
    ours,
    's',
    0.5,
    `GROUP BY ${withTotals.toFixed(3)} s with all totals, ${plain.toFixed(3)} s without`,
  )
  note(
    `${name}: times as long as GROUP BY with all totals`,
    ours / withTotals,
    '×',
    2,
    `${(ours / plain).toFixed(1)} × one without totals`,
  )
}

/** Few of the large codes, many of the small: a product of two even draws. */
function generated(rows: number): string {
  const draw = (seed: number) => `(hash(i, ${seed}) % 1000003) / 1000003.0`
  const codes = SIZES.map(
    (size, d) => `least(${size - 1}, floor(${size} * pow(${draw(d + 1)}, 1.5)))::USMALLINT`,
  )
  return `SELECT ${codes.join(', ')}, (hash(i, 99) % 4294967296)::UINTEGER FROM range(${rows}) t(i)`
}

function planned(contents: MicroContents, dimensions: readonly string[]) {
  const question = { dimensions, filters: [], measures: ['count'] }
  const found = planQuestion(contents, question, NOISE.threshold)
  if (!found.ok) throw new Error(found.reason)
  return { question, plan: found.plan }
}

function requestOf(rows: number, file: string): CubeRequest {
  const contents: MicroContents = {
    rows,
    dimensions: NAMES.map((name, d) => ({
      name,
      role: 'classification',
      categories: Array.from({ length: SIZES[d] ?? 0 }, (_, at) => ({
        code: `${at}`,
        rows,
        label: { sv: `${at}`, en: `${at}` },
        missing: null,
      })),
    })),
    amounts: [],
    weighted: false,
    counts: [],
  }
  return {
    datasetId: 'bench',
    version: 1,
    name: 'bench',
    source: 'synthetic',
    file,
    contents,
    noise: NOISE,
    ...planned(contents, CROSSED),
  }
}

async function answered(cubes: CubeProcess, request: CubeRequest) {
  const asked = await cubes.ask(request)
  if (!asked.ok) throw new Error(asked.reason)
}

async function grouped(duck: DuckDBConnection, text: string) {
  await eachPiece(await duck.stream(text), () => undefined)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

async function median(work: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) times.push(await timed(work))
  return middle(times)
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
