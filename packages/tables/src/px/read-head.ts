import type { ByteSource } from '../bytes.ts'
import { StatRefusedError } from '../stat/refusal.ts'

const QUOTE = 34
const SEMICOLON = 59
const EQUALS = 61
const DATA = [68, 65, 84, 65] as const
const LOWER_CASE_BIT = 0x20
const FIRST_STATEMENT = /^[A-Za-z][\w-]{0,63}\s*(?:\[[^\]]{0,40}\]\s*)?[(=]/
const SNIFFED_BYTES = 1024
const MOST_HEAD_BYTES = 200_000_000

/**
 * The bytes of a PX file up to and with `DATA=`; all of them where there is none. The rest is not read.
 * @throws StatRefusedError `empty-file`, `html-file`, `unknown-encoding` (UTF-16), `not-this-format`, `too-large`
 */
export async function readHead(source: ByteSource): Promise<Buffer> {
  refuseOtherFormats(await source.read(0, SNIFFED_BYTES))
  const parts: Uint8Array[] = []
  const finder = new DataFinder()
  let size = 0
  for await (const chunk of source.chunks()) {
    const end = finder.find(chunk)
    parts.push(end === undefined ? chunk : chunk.subarray(0, end))
    if (end !== undefined) break
    size += chunk.length
    if (size > MOST_HEAD_BYTES) throw new StatRefusedError('too-large', { keyword: 'DATA' })
  }
  return Buffer.concat(parts)
}

function refuseOtherFormats(start: Buffer): void {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    throw new StatRefusedError('unknown-encoding', { line: 1, detail: 'utf-16' })
  const text = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (text === '') throw new StatRefusedError('empty-file', { line: 1 })
  if (text.startsWith('<')) throw new StatRefusedError('html-file', { line: 1 })
  if (!FIRST_STATEMENT.test(text)) throw new StatRefusedError('not-this-format', { line: 1 })
}

/** Looks for `DATA=` at the start of a statement, whatever the chunks that the file comes in. */
class DataFinder {
  #quoted = false
  /** How many letters of `DATA` have been met since the statement began; -1 where it is another. */
  #letters = 0

  /** The place after `DATA=`, where it is in this chunk. */
  find(chunk: Uint8Array): number | undefined {
    let at = 0
    while (at < chunk.length) {
      if (this.#quoted) {
        const end = chunk.indexOf(QUOTE, at)
        if (end < 0) return undefined
        this.#quoted = false
        at = end + 1
      } else if (this.#isData(chunk[at++] ?? 0)) return at
    }
    return undefined
  }

  #isData(byte: number): boolean {
    if (byte === QUOTE) {
      this.#quoted = true
      this.#letters = -1
    } else if (byte === SEMICOLON) this.#letters = 0
    else if (this.#letters >= 0) {
      const isBlank = byte <= 32 || (this.#letters === 0 && byte > 127)
      if (this.#letters === DATA.length) {
        if (byte === EQUALS) return true
        if (!isBlank) this.#letters = -1
      } else if ((byte & ~LOWER_CASE_BIT) === DATA[this.#letters]) this.#letters++
      else if (!isBlank || this.#letters > 0) this.#letters = -1
    }
    return false
  }
}
