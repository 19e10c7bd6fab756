import { StatRefusedError } from '../stat/refusal.ts'
import { onlyText, type PxStatement, refusedAt } from './px-statement.ts'
import { tokenizePx } from './tokenize-px.ts'

/** How the bytes of a file stand for characters. All of them write quotes, commas and digits as ASCII does. */
export interface CodePage {
  readonly name: string
  decode(bytes: Uint8Array): string
}

/** Characters 128–255 of code page 850, which PC-Axis for DOS wrote (Unicode’s mapping table CP850.TXT). */
const UPPER_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
  'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0'
/** Encodings of the platform whose bytes may hide a quote within a character. */
const NOT_LIKE_ASCII: ReadonlySet<string> = new Set([
  'utf-16le',
  'utf-16be',
  'iso-2022-jp',
  'replacement',
  'x-user-defined',
])
const UNDEFINED_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
const LINE_FEED = 10

/**
 * The code page that a file names: `CODEPAGE`, or else `CHARSET` (`ANSI` is Windows-1252), or else code page 850, which
 * is what a file without `CHARSET` is written in (PX-file format specification 2013, 2 and 3.3).
 * @param head the file up to and with `DATA=`
 * @throws StatRefusedError `unknown-encoding` with the name; what {@link tokenizePx} throws
 */
export function codePageOf(head: Uint8Array): CodePage {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return platformCodePage('utf-8')
  let charset: PxStatement | undefined
  for (const statement of tokenizePx(Buffer.from(head).toString('latin1'))) {
    if (statement.keyword === 'CODEPAGE') return named(statement)
    if (statement.keyword === 'CHARSET') charset = statement
  }
  return charset === undefined ? CODE_PAGE_850 : named(charset)
}

const CODE_PAGE_850: CodePage = {
  name: 'cp850',
  decode(bytes) {
    const units = new Uint16Array(bytes.length)
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      units[at] = byte < 128 ? byte : UPPER_850.charCodeAt(byte - 128)
    }
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
  },
}

function named(statement: PxStatement): CodePage {
  const name = onlyText(statement).trim()
  const label = name.toLowerCase()
  if (label === 'ansi') return platformCodePage('windows-1252')
  if (/^(?:cp|ibm|dos)?-?850$/.test(label)) return CODE_PAGE_850
  const number = /^\d{3,5}$/.test(label) ? Number(label) : 0
  const found = platformCodePage(number === 0 ? label : labelOfNumber(number))
  if (NOT_LIKE_ASCII.has(found.name)) throw refusedAt(statement, 'unknown-encoding', name)
  return found
}

/** Windows’ numbers of code pages. */
function labelOfNumber(number: number): string {
  if (number === 65001) return 'utf-8'
  if (number > 28590 && number < 28606) return `iso-8859-${number - 28590}`
  return `windows-${number}`
}

function platformCodePage(label: string): CodePage {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return { name: decoder.encoding, decode: (bytes) => decoder.decode(bytes) }
  } catch {
    return { name: 'replacement', decode: () => '' }
  }
}

/**
 * The text of a file’s metadata.
 * @throws StatRefusedError `encoding-mixed` with the line of a byte that the code page does not have, `nul-byte`
 */
export function decodeHead(head: Uint8Array, page: CodePage): string {
  const line = lineOf(head, (bytes) => bytes.includes(0))
  if (line !== undefined) throw new StatRefusedError('nul-byte', { line })
  const text = decoded(head, page)
  if (text !== undefined) return text
  const bad = lineOf(head, (bytes) => decoded(bytes, page) === undefined)
  throw new StatRefusedError('encoding-mixed', { line: bad ?? 1, detail: page.name })
}

function decoded(bytes: Uint8Array, page: CodePage): string | undefined {
  if (page.name === 'windows-1252' && bytes.some((byte) => UNDEFINED_1252.has(byte))) return undefined
  try {
    return page.decode(bytes)
  } catch {
    return undefined
  }
}

/** The first line that is so; the whole is looked at first, since most have none. */
function lineOf(bytes: Uint8Array, isSo: (bytes: Uint8Array) => boolean): number | undefined {
  if (!isSo(bytes)) return undefined
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, from)
    const next = end < 0 ? bytes.length : end + 1
    if (isSo(bytes.subarray(from, next))) return line
    from = next
  }
  return line
}
