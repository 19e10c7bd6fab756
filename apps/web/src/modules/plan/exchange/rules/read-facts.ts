import { isRefusedCell } from '@jamvikt/tables'
import type { Place } from '../model-exchange.ts'
import { readDay } from './read-values.ts'
import { cellText } from './sheet-cells.ts'
import { columnLetter, placeOfSheet, type Sheet, type Told } from './sheets.ts'
import { FACT_NAMES, type Fact, plain, planKindOf, yesOf } from './vocabulary.ts'

/** Reads what a plan says of itself: a fact a row, its name first. What cannot be read is left as it is written. */
export function readFacts(sheet: Sheet | null, told: Told) {
  const facts: Partial<Record<Fact, unknown>> = {}
  const places = new Map<string, Place>()
  for (const { row, cells } of sheet?.rows ?? []) {
    const name = cellText(cells[0])
    const fact = FACT_NAMES.get(plain(name))
    const cell = cells[1] ?? null
    const more = cells.findIndex((each, at) => at > 1 && cellText(each) !== '')
    if (more > 0 && sheet !== null)
      told.remarks.push({
        reason: 'column-passed-over',
        place: { sheet: sheet.name, row, column: columnLetter(more) },
        item: '',
        detail: cellText(cells[more]).slice(0, 60),
      })
    if (fact === undefined || sheet === null) {
      if (row > 1 && (name !== '' || cellText(cells[1]) !== ''))
        told.remarks.push({
          reason: 'row-passed-over',
          place: { ...placeOfSheet('plan', sheet), row },
          item: '',
          detail: (name || cellText(cells[1])).slice(0, 60),
        })
      continue
    }
    const place = { sheet: sheet.name, row, column: name }
    if (places.has(fact)) told.faults.push({ reason: 'twice-the-column', place, item: '', detail: name })
    places.set(fact, place)
    if (cell === null) continue
    if (isRefusedCell(cell))
      told.faults.push({ reason: 'unreadable-cell', place, item: '', detail: cell.refused })
    const text = cellText(cell)
    if (fact === 'synthetic') facts[fact] = typeof cell === 'boolean' ? cell : (yesOf(text) ?? text)
    else if (fact === 'kind') facts[fact] = planKindOf(text) ?? text
    else if (fact === 'startsOn' || fact === 'endsOn') {
      const day = readDay(text, fact === 'endsOn')
      facts[fact] = day?.day ?? text
      if (day !== null && !day.exact)
        told.remarks.push({ reason: 'date-read-as', place, item: '', detail: `${text} → ${day.day}` })
    } else facts[fact] = text
  }
  return { facts, placeOfFact: (fact: string) => places.get(fact) ?? placeOfSheet('plan', sheet) }
}
