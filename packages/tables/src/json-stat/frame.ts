import { checkStatTable, type StatFault } from '../stat/check-table.ts'
import type { StatTable, Texts } from '../stat/stat-table.ts'

/** All of a table but its cells: what an answer with metadata holds. */
export type StatFrame = Omit<StatTable, 'values' | 'states' | 'cellNotes' | 'cellMarks'>

/**
 * Checks that a frame holds together, as `checkStatTable` does for a table.
 * @returns the first fault found, or `null`
 * @example checkFrame(frame)?.reason // 'duplicate-code'
 */
export function checkFrame(frame: StatFrame): StatFault | null {
  const fault = checkStatTable({ ...frame, values: new Float64Array(0), states: new Uint8Array(0) })
  return fault?.reason === 'values-do-not-match' ? null : fault
}

/**
 * A text in one language.
 * @example textIn('sv', 'kön') // { sv: 'kön' }
 */
export function textIn(language: string, text: string): Texts
export function textIn(language: string, text: string | undefined): Texts | undefined
export function textIn(language: string, text: string | undefined): Texts | undefined {
  return text === undefined ? undefined : { [language]: text }
}
