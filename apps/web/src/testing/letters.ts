import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { loadSecrets } from '../platform/secrets.ts'

/** What the latest letter to an address says, from the embedded database of a running server. */
export async function latestLetter(dataDir: string, address: string): Promise<string> {
  const elsewhere = path.join(dataDir, 'postgres-is-elsewhere.txt')
  const cluster = existsSync(elsewhere)
    ? readFileSync(elsewhere, 'utf8').trim()
    : path.join(dataDir, 'postgres')
  const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  const password = encodeURIComponent(loadSecrets(dataDir).database)
  const client = new pg.Client({
    connectionString: `postgres://jamvikt_owner:${password}@127.0.0.1:${lines[3]}/jamvikt`,
  })
  await client.connect()
  try {
    const { rows } = await client.query<{ body: string }>(
      'select body from mail_out where address = $1 order by made_at desc limit 1',
      [address],
    )
    const [letter] = rows
    if (letter === undefined) throw new Error(`no letter to ${address}`)
    return letter.body
  } finally {
    await client.end()
  }
}
