import type { WordTable } from '@jamvikt/tables'
import type { NameAlone, WordColumn, WordMapping, WordUnit } from '../model-exchange.ts'
import { plain } from './vocabulary.ts'

const HEADERS: readonly (readonly [WordColumn, RegExp])[] = [
  ['name', /^(aktivitet|insats|åtgärd|activity|namn|name)/],
  ['span', /^(tid|period|när|when|time|start ?(–|—|-|\/|och|and) ?(slut|end))/],
  ['start', /^(start|från|fr\.? ?o\.? ?m|begin|from)/],
  ['end', /^(slut|till|t\.? ?o\.? ?m|end|to\b)/],
  ['amount', /^(belopp|kostnad|summa|amount|cost)/],
  ['priority', /^(prio|område|area)/],
  ['what', /^(vad|syfte|beskrivning|innehåll|what|purpose)/],
  ['how', /^(hur|genomförande|how)/],
  ['unit', /^(ansvarig|enhet|responsible|unit)/],
]
const HEADER_WITHIN = 10
const PRIORITY = /^prio\w* ?\d+/i

/** What a table’s columns seem to be, by their headers and by what stands in them. */
export function suggestColumns(table: WordTable, header: number): readonly (WordColumn | null)[] {
  const taken = new Set<WordColumn>()
  const columns = (table.rows[header] ?? []).map((name) => {
    const [column = null] = HEADERS.find(([, pattern]) => pattern.test(plain(name))) ?? []
    if (column === null || taken.has(column)) return null
    taken.add(column)
    return column
  })
  if (taken.has('priority')) return columns
  const below = table.rows.slice(header + 1)
  const at = columns.findIndex(
    (column, place) =>
      column === null && below.filter((row) => PRIORITY.test(row[place] ?? '')).length * 2 > below.length,
  )
  return columns.map((column, place) => (place === at ? 'priority' : column))
}

const UNITS: readonly (readonly [WordUnit, RegExp])[] = [
  ['mnkr', /\b(mnkr|mkr|msek|miljoner|million)\b/],
  ['tkr', /\b(tkr|kkr|ksek|tsek|tusen|tusental|thousand)\b/],
  ['kr', /\b(kr|kronor|sek)\b/],
]

/** The unit that a text says; `null` where it says none. */
export function unitIn(text: string): WordUnit | null {
  return UNITS.find(([, pattern]) => pattern.test(plain(text)))?.[0] ?? null
}

/** What a table says that its amounts are counted in: the header of the column, otherwise the heading above the table. */
export function unitSaid(
  table: WordTable,
  header: number,
  columns: readonly (WordColumn | null)[],
): WordUnit | null {
  const name = table.rows[header]?.[columns.indexOf('amount')] ?? ''
  return unitIn(name) ?? unitIn(table.headings.at(-1) ?? '')
}

/** Everything else that a mapping says, as the table suggests it once its columns are known. */
export function suggestRest(
  table: WordTable | undefined,
  header: number,
  columns: readonly (WordColumn | null)[],
): Pick<WordMapping, 'priority' | 'unit' | 'nameAlone'> {
  const hasPriority = columns.includes('priority')
  const nameAlone: NameAlone = hasPriority ? 'activity' : 'heading'
  return {
    priority: hasPriority ? '' : (table?.headings.at(-1) ?? ''),
    unit: (table === undefined ? null : unitSaid(table, header, columns)) ?? 'kr',
    nameAlone,
  }
}

/** How a Word document’s activities seem to stand: the table and the columns that are understood best. */
export function suggestMapping(tables: readonly WordTable[]): WordMapping {
  let best: WordMapping & { readonly understood: number } = {
    table: 0,
    header: 0,
    columns: [],
    ...suggestRest(undefined, 0, []),
    understood: -1,
  }
  for (const [at, table] of tables.entries())
    for (const header of table.rows.slice(0, HEADER_WITHIN).keys()) {
      const columns = suggestColumns(table, header)
      const understood = columns.filter((column) => column !== null).length
      if (understood <= best.understood || header === table.rows.length - 1) continue
      best = { table: at, header, columns, ...suggestRest(table, header, columns), understood }
    }
  const { understood: _, ...mapping } = best
  return mapping
}
