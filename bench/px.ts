// PX files: how fast they are read, with how much memory, beside the same bytes merely decoded.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Category, readPx, type StatTable, writePx } from '@jamvikt/tables'
import { machine, startResults } from './results.ts'

const RUNS = 3
const CATEGORIES = { region: 290, sex: 2, age: 101 } as const
/** What a cell of the generated table takes, its blank included. */
const BYTES_A_CELL = 3.97

interface Measured {
  readonly seconds: number
  readonly peakMegabytes: number
}

export async function measurePx(): Promise<void> {
  const { note, write } = startResults()
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-px-'))
  try {
    for (const megabytes of [5, 50]) {
      const file = path.join(folder, `${megabytes}.px`)
      writeFileSync(file, Buffer.concat([...writePx(generatedTable(megabytes * 1e6), { charset: 'utf-8' })]))
      const size = statSync(file).size / 1e6
      const about = `${size.toFixed(1)} MB`
      const read = await best(file, 'read')
      const decoded = await best(file, 'decode')
      note(`${about} of PX: read`, size / read.seconds, 'MB/s', { least: 40 }, `${read.seconds.toFixed(2)} s`)
      const plain = `decoding takes ${(1000 * decoded.seconds).toFixed(0)} ms`
      note(
        `${about} of PX: as long as \`readFile\` and \`TextDecoder\``,
        read.seconds / decoded.seconds,
        '×',
        null,
        plain,
      )
      const idle = `decoding ${decoded.peakMegabytes.toFixed(0)} MB`
      note(`${about} of PX: largest memory of a process of its own`, read.peakMegabytes, 'MB', null, idle)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  write(
    'PX files',
    `${machine()}. Synthetic counts by municipality, sex, age and year, in UTF-8, read by path. Each figure is the best of ${RUNS} processes that do nothing else; memory is that of the process as the system counts it.`,
  )
}

async function best(file: string, task: 'read' | 'decode'): Promise<Measured> {
  const runs: Measured[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await inProcess(file, task))
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    peakMegabytes: Math.min(...runs.map(({ peakMegabytes }) => peakMegabytes)),
  }
}

function inProcess(file: string, task: string): Promise<Measured> {
  return new Promise((done, fail) => {
    const child = fork(import.meta.filename, [file, task])
    child.on('message', (message: Measured) => done(message))
    child.on('error', fail)
    child.on('exit', (code) => {
      if (code !== 0) fail(new Error(`${task}: exit ${code}`))
    })
  })
}

async function work(file: string, task: string): Promise<Measured> {
  const began = performance.now()
  if (task === 'decode') {
    if (new TextDecoder().decode(await readFile(file)).length === 0) throw new Error('empty')
  } else {
    const read = await readPx(file)
    if (!read.ok) throw new Error(read.reason)
  }
  const seconds = (performance.now() - began) / 1000
  return { seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
}

/** Always the same: counts of one to five digits, one in fifty withheld. */
function generatedTable(bytes: number): StatTable {
  const groups = CATEGORIES.region * CATEGORIES.sex * CATEGORIES.age
  const years = Math.max(1, Math.round(bytes / BYTES_A_CELL / groups))
  const cells = groups * years
  const values = new Float64Array(cells)
  const states = new Uint8Array(cells)
  let seed = 1
  for (let cell = 0; cell < cells; cell++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    const isWithheld = seed % 50 === 7
    values[cell] = isWithheld ? Number.NaN : (seed >>> 8) % 10 ** (1 + ((seed >>> 4) % 5))
    states[cell] = isWithheld ? 4 : 0
  }
  return {
    id: 'BENCH',
    languages: ['sv'],
    title: { sv: 'Påhittad folkmängd' },
    dimensions: [
      ...Object.entries(CATEGORIES).map(([id, count]) => ({
        id,
        label: { sv: id },
        role: 'classification' as const,
        categories: Array.from({ length: count }, (_, at) => categoryOf(`${at}`)),
      })),
      {
        id: 'year',
        label: { sv: 'year' },
        role: 'time',
        categories: Array.from({ length: years }, (_, at) => categoryOf(`${1000 + at}`)),
      },
    ],
    stub: 3,
    measure: { decimals: 0 },
    values,
    states,
  }
}

function categoryOf(code: string): Category {
  return { code, label: { sv: `value ${code}` } }
}

const [, script, file, task] = process.argv
if (script === import.meta.filename && file !== undefined && task !== undefined)
  process.send?.(await work(file, task))
