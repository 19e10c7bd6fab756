import { NATIONAL_ENTRIES, type NationalEntry } from '../../national-lists.ts'

/** The entry of a national list with a code; `null` where there is none. */
export function nationalEntry(code: string): NationalEntry | null {
  return NATIONAL_ENTRIES.find((entry) => entry.code === code) ?? null
}
