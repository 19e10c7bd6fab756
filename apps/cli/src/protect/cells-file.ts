import { basename } from 'node:path'
import { CELL, codesOf, innerCells, type PublishedCount, type Suppression } from '@jamvikt/disclosure'
import { openTable, TableRefusedError } from '@jamvikt/tables'
import type { Texts } from '../messages.ts'
import type { Problems } from '../options.ts'
import { fileProblem } from '../read-mapping.ts'

/** The cells as CSV: a row for each cell of the tables; empty inner cells are left out. */
export function cellsCsv({ set, cells, inTable }: Suppression, withTrueValues: boolean): string {
  const { cube, counts } = set
  const inner = innerCells(cube)
  const head = [...cube.dimensions.map(({ name }) => name), 'freq', 'suppressed']
  const lines = [row(withTrueValues ? [...head, 'primary'] : head)]
  for (let cell = 0; cell < cube.size; cell++) {
    const what = cells[cell]
    const count = counts[cell] ?? 0
    if (inTable[cell] !== 1 || (what === CELL.absent && inner[cell] === 1)) continue
    const hidden = what === CELL.sensitive || what === CELL.secondary
    const freq = hidden && !withTrueValues ? '' : String(count)
    const line = [...codesOf(cube, cell), freq, String(hidden)]
    lines.push(row(withTrueValues ? [...line, String(what === CELL.sensitive)] : line))
  }
  return `${lines.join('\n')}\n`
}

/** Counts that are shown whole, without suppression. */
export function plainCellsCsv(cube: Suppression['set']['cube'], counts: ArrayLike<number>): string {
  const inner = innerCells(cube)
  const lines = [row([...cube.dimensions.map(({ name }) => name), 'freq', 'suppressed'])]
  for (let cell = 0; cell < cube.size; cell++) {
    if ((counts[cell] ?? 0) === 0 && inner[cell] === 1) continue
    lines.push(row([...codesOf(cube, cell), String(counts[cell] ?? 0), 'false']))
  }
  return `${lines.join('\n')}\n`
}

function row(values: readonly string[]): string {
  return values
    .map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(',')
}

export interface CellsFile {
  readonly ok: true
  readonly cells: readonly PublishedCount[]
  /** The counts that the file gives for suppressed cells, where it holds true values; by place in `cells`. */
  readonly trueCounts: ReadonlyMap<number, number>
  /** Columns that are not of the cells. */
  readonly others: readonly string[]
}

/** Reads a file of cells, its dimensions in the order asked for. */
export async function readCells(
  file: string,
  dimensions: readonly string[],
  texts: Texts,
): Promise<CellsFile | Problems> {
  const table = await openTable(file, { name: basename(file) })
  if (!table.ok) {
    if (table.reason === 'cannot-read-file') return problem(texts.text('measure.noFile', { file }))
    return fileProblem(table, file, texts)
  }
  const names = [...dimensions, 'freq', 'suppressed']
  const places = names.map((name) => table.headers.indexOf(name))
  const absent = names.find((_, i) => (places[i] ?? -1) < 0)
  if (absent !== undefined) return problem(texts.text('measure.columnUnknown', { file, name: absent }))
  const cells: PublishedCount[] = []
  const trueCounts = new Map<number, number>()
  try {
    for await (const { row: line, cells: values } of table.rows()) {
      const own = places.map((place) => String(values[place] ?? '').trim())
      const suppressed = own.pop()
      const freq = own.pop() ?? ''
      const isCount = /^\d{1,15}$/.test(freq)
      const bad = suppressed === 'true' ? freq !== '' && !isCount : suppressed !== 'false' || !isCount
      if (bad) return problem(texts.text('verify.badRow', { file, row: line }))
      if (suppressed === 'true' && isCount) trueCounts.set(cells.length, Number(freq))
      cells.push({ codes: own, count: suppressed === 'true' ? null : Number(freq) })
    }
  } catch (error) {
    if (error instanceof TableRefusedError) return fileProblem(error.refusal, file, texts)
    throw error
  }
  const others = table.headers.filter((name) => !names.includes(name) && name !== 'primary')
  return { ok: true, cells, trueCounts, others }
}

function problem(text: string): Problems {
  return { ok: false, problems: [text] }
}
