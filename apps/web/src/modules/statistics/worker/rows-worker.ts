import { readFile } from 'node:fs/promises'
import {
  type Cell,
  type FlatShape,
  firstRecords,
  openTable,
  type StatRefusal,
  sampleOf,
  statRefusal,
  suggestFlatShape,
} from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import type { RowReading } from '../model-datasets.ts'

/** Looks at the first rows of a file. */
export interface RowsTask {
  readonly file: string
  readonly name: string
  readonly sheet: string | null
  readonly headerRow: number | null
}

export type RowsAnswer =
  | {
      readonly ok: true
      /** The first lines as they stand, with their numbers. */
      readonly lines: readonly { readonly row: number; readonly cells: readonly string[] }[]
      readonly sheet: string | null
      readonly sheets: readonly string[]
      /** Under the chosen header; why there is none where they cannot be read. */
      readonly under:
        | {
            readonly ok: true
            readonly headers: readonly string[]
            readonly rows: readonly (readonly string[])[]
            readonly suggested: RowReading['shape'] | null
          }
        | StatRefusal
    }
  | StatRefusal

const LINES = 12
const ROWS = 5
const CELLS = 60
const CHARACTERS = 60

serveReader<RowsTask, RowsAnswer>(async ({ file, name, sheet, headerRow }, say) => {
  const bytes = await readFile(file)
  const options = { name, ...(sheet === null ? {} : { sheet }) }
  const first = await firstRecords(bytes, options, LINES)
  if (!first.ok) return say(statRefusal(first))
  await say({
    ok: true,
    lines: first.records.map(({ row, cells }) => ({ row, cells: cells.slice(0, CELLS).map(shown) })),
    sheet: first.sheet ?? null,
    sheets: first.sheets ?? [],
    under: await under(bytes, { ...options, preamble: true, ...(headerRow === null ? {} : { headerRow }) }),
  })
})

async function under(bytes: Uint8Array, options: Parameters<typeof openTable>[1]) {
  const open = await openTable(bytes, options)
  if (!open.ok) return statRefusal(open)
  const sample = await sampleOf(open)
  return {
    ok: true as const,
    headers: open.headers,
    rows: sample.slice(0, ROWS).map(({ cells }) => cells.map(shown)),
    suggested: plainShape(suggestFlatShape(open.headers, sample)),
  }
}

/** The proposal, written as a reading is kept. */
function plainShape(shape: FlatShape | null): RowReading['shape'] | null {
  if (shape === null) return null
  return {
    dimensions: shape.dimensions.map(({ column, role, label }) => ({
      column,
      role,
      ...(label === undefined ? {} : { label }),
    })),
    values: [...shape.values],
    across: shape.across.map(({ id, role, codes }) => ({ id, role, codes: [...codes] })),
    status: shape.status,
  }
}

function shown(cell: Cell): string {
  if (cell === null) return ''
  const text = typeof cell === 'object' ? ('date' in cell ? cell.date : '?') : String(cell)
  return text.length > CHARACTERS ? `${text.slice(0, CHARACTERS)}…` : text
}
