import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Throws a tried data folder away, with its database where that stands elsewhere. */
export function discardData(dataDir: string) {
  const elsewhere = path.join(dataDir, 'postgres-is-elsewhere.txt')
  if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}
