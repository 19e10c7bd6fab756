import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../shared')

/** The text of a file of the shared data, or `null`, said aloud, where that folder is not at hand. */
export function sharedText(file: string): string | null {
  const path = join(SHARED, file)
  if (existsSync(path)) return readFileSync(path, 'utf8')
  console.warn(
    `${path} is not there: what is tested against it is passed over (JAMVIKT_SHARED names the folder)`,
  )
  return null
}

/** The rows of a plain CSV file with a header and no separators inside values; quotes are taken off. */
export function sharedRows(file: string): Readonly<Record<string, string>>[] | null {
  const text = sharedText(file)
  if (text === null) return null
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')))
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}
