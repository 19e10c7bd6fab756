import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')

/** The rows of a comma-separated file of the shared data, or `null`, said aloud, where it is not at hand. */
export function sharedRows(file: string): Readonly<Record<string, string>>[] | null {
  const path = join(SHARED, file)
  if (!existsSync(path)) {
    console.warn(
      `${path} is not there: what is tested against it is passed over (JAMVIKT_SHARED names the folder)`,
    )
    return null
  }
  const [header = [], ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((value) => value.replaceAll('"', '')))
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}
