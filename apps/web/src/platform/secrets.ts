import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  session: z.string().min(32),
  identity: z.string().min(32),
  database: z.string().min(16),
})
export type Secrets = z.infer<typeof schema>

/** The keys of this installation, drawn at first start and kept in the data folder, readable by its owner only. */
export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const draw = (bytes: number) => randomBytes(bytes).toString('base64url')
  const secrets = { session: draw(48), identity: draw(48), database: draw(24) }
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}

/** The region's key for identity numbers: the same person within a region, nobody without the key. */
export function identityKey(secrets: Secrets, regionId: string): string {
  return createHmac('sha256', secrets.identity).update(`region:${regionId}`).digest('base64url')
}
