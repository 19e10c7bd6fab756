import type { Language } from '@jamvikt/i18n'
import { NATIONAL_ENTRIES, type NationalEntry } from '../../national-lists.ts'
import { markCode, markedCode } from './marked-code.ts'
import { plain } from './vocabulary.ts'

/** The entry of a national list with a code, of whatever years; `null` where there is none. */
export function nationalEntry(code: string): NationalEntry | null {
  return NATIONAL_ENTRIES.find((entry) => entry.code === code) ?? null
}

/** A code as a workbook has it: by the entry’s name, or marked as a code where no list that is known here has it. */
export function nationalText(language: Language, code: string): string {
  return nationalEntry(code)?.[language] ?? markCode(language, code)
}

/** The code that a text means: an entry of any years by its code or name, or what is marked as a code; else `null`. */
export function nationalCode(text: string): string | null {
  const word = plain(text)
  const found = NATIONAL_ENTRIES.find(({ code, sv, en }) =>
    [code, sv, en].some((name) => plain(name) === word),
  )
  return found?.code ?? markedCode(text)
}

/** The code of the entry that a text comes closest to; `null` where none is near. */
export function nearestNational(text: string): string | null {
  const word = plain(text).slice(0, 200)
  let nearest: { readonly code: string; readonly steps: number } | null = null
  for (const { code, sv, en } of NATIONAL_ENTRIES)
    for (const name of [code, sv, en].map(plain)) {
      const most = Math.max(2, Math.floor(name.length / 3))
      if (Math.abs(name.length - word.length) > most) continue
      const steps = stepsBetween(word, name)
      if (steps <= most && (nearest === null || steps < nearest.steps)) nearest = { code, steps }
    }
  return nearest?.code ?? null
}

/** How many letters are put in, taken out or changed to make one word of another. */
function stepsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[to.length] ?? 0
}
