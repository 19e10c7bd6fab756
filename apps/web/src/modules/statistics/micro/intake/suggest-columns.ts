import { digitsOfPerson } from '@jamvikt/domain'
import type { Cell } from '@jamvikt/tables'
import type { ColumnRole, Declaration } from '../model-micro.ts'
import type { RowSource } from './read-rows.ts'

const LOOKED_AT = 2000
const FEW = 60
const ID = /^(id|lopnr|löpnr|lopnummer|löpnummer|pnr|personnr|personnummer|person.?id|orgnr|record)$/i
const WEIGHT = /^(vikt|weight|kalvikt|uppräkning.*)$/i

export type SuggestedColumn = Declaration['columns'][number]

/** Proposes what each column is, from its name and its first rows; whoever brings the list in decides. */
export async function suggestColumns(table: RowSource): Promise<readonly SuggestedColumn[]> {
  const seen = table.headers.map(() => new Set<string>())
  const numbers = table.headers.map(() => 0)
  let rows = 0
  for await (const { cells } of table.rows()) {
    if (rows >= LOOKED_AT) break
    rows += 1
    for (const [place, cell] of cells.entries()) {
      const text = textOf(cell)
      seen[place]?.add(text)
      if (/^[\d\s]+([.,]\d+)?$/.test(text)) numbers[place] = (numbers[place] ?? 0) + 1
    }
  }
  let hasId = false
  return table.headers.map((name, place) => {
    const values = seen[place] ?? new Set()
    const role = roleOf(name, values, numbers[place] ?? 0, rows, hasId)
    if (role === 'id') hasId = true
    return { name, role, unit: 'kr' }
  })
}

function roleOf(
  name: string,
  values: ReadonlySet<string>,
  numbers: number,
  rows: number,
  hasId: boolean,
): ColumnRole {
  if (WEIGHT.test(name)) return 'weight'
  const isApart = values.size === rows
  if (!hasId && (ID.test(name) || (isApart && rows > FEW && !isAmount(values, numbers, rows)))) return 'id'
  if ([...values].some((text) => digitsOfPerson(text) !== undefined && text.length >= 10)) return 'drop'
  if (values.size <= FEW || values.size < rows / 20) return 'dimension'
  return isAmount(values, numbers, rows) ? 'amount' : 'drop'
}

function isAmount(values: ReadonlySet<string>, numbers: number, rows: number): boolean {
  return values.size > FEW && numbers > 0.9 * rows && [...values].some((text) => text.length > 4)
}

function textOf(cell: Cell): string {
  if (cell === null || typeof cell === 'object') return ''
  return String(cell).trim()
}
