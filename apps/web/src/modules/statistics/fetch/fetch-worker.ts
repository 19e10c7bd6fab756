import { readFile } from 'node:fs/promises'
import {
  joinTables,
  type KoladaDatum,
  koladaTable,
  parseKoladaData,
  parseKoladaKpis,
  parseKoladaMunicipalities,
  partsOf,
  readJsonStat,
  readStatTable,
  type StatRead,
  type StatTable,
  writeParquet,
} from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import { receivedTable } from '../rules/received-table.ts'
import { resolveCodes } from '../rules/resolve-codes.ts'
import { rowOptions } from '../worker/read-rows-as.ts'
import type { TableAnswer } from '../worker/table-worker.ts'
import type { FetchRefusal, Reading } from './model-fetch.ts'

/** Reads fetched answers as one statistical table. */
export interface FetchTask {
  readonly files: readonly string[]
  readonly lists: readonly string[]
  readonly reading: Reading
}

type Read = Extract<StatRead, { ok: true }> | FetchRefusal
export type FetchAnswer = Extract<TableAnswer, { ok: true }> | FetchRefusal

serveReader<FetchTask, FetchAnswer>(async (task, say) => {
  const read = await readTask(task)
  if (!read.ok) return say(read)
  const received = receivedTable(read)
  if (!received.ok) return say(received)
  const { table, assumptions } = resolveCodes(received.table)
  await say({ ok: true, parts: partsOf(table), figures: writeParquet(table), assumptions })
})

async function readTask({ files, lists, reading }: FetchTask): Promise<Read> {
  if (reading.kind === 'pxweb') return readPieces(files, reading)
  if (reading.kind === 'kolada') return readKolada(files, lists)
  const [file] = files
  if (file === undefined) return { ok: false, reason: 'empty-file' }
  return readStatTable(await readFile(file), { name: reading.name, ...rowOptions(reading.rows, true) })
}

async function readPieces(
  files: readonly string[],
  { table: id, language, wanted }: Extract<Reading, { kind: 'pxweb' }>,
): Promise<Read> {
  const parts: StatTable[] = []
  for (const file of files) {
    const read = readJsonStat(await readFile(file), { language })
    if (!read.ok) return read
    const [part] = read.tables
    if (part === undefined) return { ok: false, reason: 'not-this-format', detail: 'json-stat' }
    parts.push(part)
  }
  // Figures that came before and after an update do not stand in one table.
  if (parts.some(({ updated }) => updated !== parts[0]?.updated))
    return { ok: false, reason: 'source-changed' }
  const joined = joinTables(parts, new Map(wanted))
  if (!joined.ok) return joined
  const { table } = joined
  return { ok: true, table: table.id === '' ? { ...table, id } : table }
}

async function readKolada(files: readonly string[], lists: readonly string[]): Promise<StatRead> {
  const [kpiFile = '', placeFile = ''] = lists
  const kpis = parseKoladaKpis(await readFile(kpiFile))
  if (!kpis.ok) return kpis
  const places = parseKoladaMunicipalities(await readFile(placeFile))
  if (!places.ok) return places
  const data: KoladaDatum[] = []
  for (const file of files) {
    const page = parseKoladaData(await readFile(file))
    if (!page.ok) return page
    for (const datum of page.answer.values) data.push(datum)
  }
  return koladaTable(data, kpis.answer.values, places.answer.values)
}
