import { type StatLimits, StatRefusedError } from '../stat/refusal.ts'

/**
 * Parses a JSON document given as bytes or text.
 * @param input UTF-8 (a byte-order mark is skipped; UTF-16 only with one), or text
 * @param limits `textBytes` bounds the input, in bytes or in characters of a text
 * @returns the parsed value
 * @throws StatRefusedError `empty-file`, `too-large`, `html-file` (a server’s error page saved as data),
 * `unknown-encoding` (not UTF-8), `json-invalid` with the line where it breaks
 * @example parseJson('{"a": 1}', DEFAULT_STAT_LIMITS)
 */
export function parseJson(input: Uint8Array | string, limits: Pick<StatLimits, 'textBytes'>): unknown {
  if (input.length > limits.textBytes) throw new StatRefusedError('too-large')
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decoded(input)
  const start = text.slice(0, 1000).trimStart()
  if (start === '' && text.trimStart() === '') throw new StatRefusedError('empty-file')
  if (start.startsWith('<')) throw new StatRefusedError('html-file', { line: 1, detail: start.slice(0, 60) })
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const line = lineOf(message, text)
    throw new StatRefusedError('json-invalid', line === undefined ? {} : { line })
  }
}

function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new StatRefusedError('unknown-encoding')
  }
}

/** The engine names the place as an offset; where it names none, the text ended too early. */
function lineOf(message: string, text: string): number | undefined {
  const offset = /at position (\d+)/.exec(message)?.[1]
  const end = offset === undefined ? text.length : Number(offset)
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++
  return line
}
