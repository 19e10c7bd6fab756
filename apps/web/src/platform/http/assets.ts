import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const manifestSchema = z.record(z.string(), z.object({ file: z.string() }))
let found: { style: string; island: string; timeGrid: string } | null = null

/** The folder of the built islands and styles. */
export function clientFolder() {
  return path.join(process.env.JAMVIKT_ROOT ?? process.cwd(), 'apps', 'web', 'dist', 'client')
}

/** Addresses of the style sheet and the island scripts, read once from the build's manifest. */
export function assets() {
  if (found) return found
  const file = path.join(clientFolder(), '.vite', 'manifest.json')
  const manifest = existsSync(file) ? manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const address = (source: string) => `/assets/${manifest[source]?.file ?? source}`
  found = {
    style: address('src/platform/http/style.css'),
    island: address('src/islands/island.ts'),
    timeGrid: address('src/islands/time-grid.ts'),
  }
  return found
}
