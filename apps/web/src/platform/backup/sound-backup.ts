import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { StartRefusal } from '../config.ts'
import type { BackupEnd, BackupHead } from './back-up.ts'
import { LineDigest } from './region-lines.ts'

const headSchema = z.object({
  format: z.literal('jamvikt-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  region: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  migrations: z.array(z.string()),
})
const endSchema = z.object({ rows: z.number().int(), sha256: z.string(), regionSha256: z.string() })
/** What a back-up says of itself, once the whole file has been seen to be as it was written. */
interface SoundBackup {
  readonly head: BackupHead
  readonly end: BackupEnd
}

/** The lines of a back-up. A line ends at its line feed alone: texts may hold any other mark of a new line. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file)
  const unpacked = createGunzip()
  input.on('error', (error) => unpacked.destroy(error))
  const pieces: AsyncIterable<string> = input.pipe(unpacked).setEncoding('utf8')
  let begun = ''
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split('\n')
    begun += first
    for (const next of others) {
      yield begun
      begun = next
    }
  }
  if (begun !== '') yield begun
}

export const notSound = (file: string, why: string, cause?: unknown) =>
  new StartRefusal(`“${file}” is not a whole back-up of Jämvikt (${why}). Nothing has been changed.`, {
    cause,
  })

/**
 * Reads a back-up through and sees that it is whole and unchanged.
 * @throws StartRefusal where it is not
 */
export async function soundBackup(file: string): Promise<SoundBackup> {
  let head: BackupHead | null = null
  let end: z.infer<typeof endSchema> | null = null
  const digest = new LineDigest()
  try {
    for await (const line of linesOf(file)) {
      if (head === null) head = headSchema.parse(JSON.parse(line))
      else if (end !== null) throw notSound(file, 'something stands after its end')
      else if (line.startsWith('E')) end = endSchema.parse(JSON.parse(line.slice(1)))
      else digest.add(line)
    }
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw notSound(file, code, error)
  }
  if (head === null || end === null) throw notSound(file, 'it is cut off')
  if (end.sha256 !== digest.hex()) throw notSound(file, 'its checksum differs')
  return { head, end }
}
