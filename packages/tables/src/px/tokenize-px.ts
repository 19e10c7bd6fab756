import type { StatRefusedError } from '../stat/refusal.ts'
import { isLanguage } from './px-keywords.ts'
import { type PxPiece, type PxStatement, refusedAt } from './px-statement.ts'

const KEYWORD = /[A-Za-z][A-Za-z0-9_-]{0,63}/y
const MOST_LANGUAGE_CHARACTERS = 40

/**
 * Splits the metadata of a PX file into statements. Texts may be split over several quoted strings, with nothing but
 * blanks between, and are joined. A doubled quote within a string stands for one: the specification has no way to write
 * a quote, and readers that do not know this one drop it and go on.
 * @param text the file up to and with `DATA=`
 * @returns the statements in order; the last is `DATA`, without values
 * @throws StatRefusedError `syntax`, `unterminated-quote`; `keyword-missing` where there is no `DATA=`
 * @example [...tokenizePx('UNITS="antal";DATA=')][0]?.items // [[{ text: 'antal', quoted: true }]]
 */
export function* tokenizePx(text: string): Generator<PxStatement> {
  const cursor = new Cursor(text)
  for (;;) {
    cursor.skipBlanks()
    if (cursor.ended) throw refusedAt({ keyword: 'DATA', line: cursor.line }, 'keyword-missing')
    const statement = readStatement(cursor)
    yield statement
    if (statement.keyword === 'DATA') return
  }
}

function readStatement(cursor: Cursor): PxStatement {
  const { line } = cursor
  const keyword = cursor.match(KEYWORD)?.toUpperCase()
  if (keyword === undefined) throw refusedAt({ keyword: '', line }, 'syntax', cursor.ahead())
  cursor.keyword = keyword
  cursor.skipBlanks()
  const language = cursor.take('[') ? readLanguage(cursor) : null
  cursor.skipBlanks()
  const keys = cursor.take('(') ? readKeys(cursor) : []
  cursor.skipBlanks()
  if (!cursor.take('=')) throw cursor.refused('syntax')
  const isData = keyword === 'DATA'
  if (isData && (language !== null || keys.length > 0)) throw cursor.refused('syntax')
  return { keyword, language, keys, items: isData ? [] : readItems(cursor), line }
}

function readLanguage(cursor: Cursor): string {
  const language = cursor.upTo(']', MOST_LANGUAGE_CHARACTERS)?.replaceAll('"', '').trim()
  if (language === undefined || !isLanguage(language)) throw cursor.refused('syntax', language)
  return language
}

function readKeys(cursor: Cursor): string[] {
  const keys: string[] = []
  do {
    cursor.skipBlanks()
    keys.push(cursor.peek() === '"' ? cursor.quotedText() : cursor.bareKey())
    cursor.skipBlanks()
  } while (cursor.take(','))
  if (!cursor.take(')')) throw cursor.refused('syntax')
  return keys
}

function readItems(cursor: Cursor): PxPiece[][] {
  const items: PxPiece[][] = []
  cursor.skipBlanks()
  if (cursor.take(';')) return items
  do items.push(readItem(cursor))
  while (cursor.take(','))
  if (!cursor.take(';')) throw cursor.refused('syntax', cursor.ended ? 'no ;' : undefined)
  return items
}

function readItem(cursor: Cursor): PxPiece[] {
  const pieces: PxPiece[] = []
  let depth = 0
  for (;;) {
    cursor.skipBlanks()
    const next = cursor.peek()
    if (next === '' || next === ';' || (next === ',' && depth === 0)) break
    if (next === '"') pieces.push({ text: cursor.quotedText(), quoted: true })
    else {
      const run = cursor.bareRun(depth)
      pieces.push({ text: run.text, quoted: false })
      depth = run.depth
    }
  }
  if (depth !== 0 || !isItem(pieces)) throw cursor.refused('syntax')
  return pieces.length === 0 ? [NOTHING] : pieces
}

const NOTHING: PxPiece = { text: '', quoted: true }

/** Nothing between two commas; one piece; pairs with a colon; or a form with parentheses, as TLIST. */
function isItem(pieces: readonly PxPiece[]): boolean {
  const [first] = pieces
  if (first === undefined) return true
  if (pieces.length === 1 && first.quoted) return true
  if (pieces.some(({ text, quoted }) => !quoted && /[=\n[\]]/.test(text))) return false
  if (pieces.length === 1) return true
  if (!first.quoted) return first.text.includes('(') && pieces.at(-1)?.text === ')'
  return (
    pieces.length % 2 === 1 &&
    pieces.every(({ text, quoted }, at) => (at % 2 === 0 ? quoted : !quoted && text === ':'))
  )
}

class Cursor {
  line = 1
  keyword = ''
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  get ended(): boolean {
    return this.#at >= this.#text.length
  }

  peek(): string {
    return this.#text.charAt(this.#at)
  }

  ahead(): string {
    return this.#text.slice(this.#at, this.#at + 40)
  }

  refused(
    reason: 'syntax' | 'unterminated-quote',
    detail = this.ahead(),
    line = this.line,
  ): StatRefusedError {
    return refusedAt({ keyword: this.keyword, line }, reason, detail)
  }

  take(character: string): boolean {
    if (this.peek() !== character) return false
    this.#at++
    return true
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    this.#at += found?.length ?? 0
    return found
  }

  upTo(character: string, mostCharacters: number): string | undefined {
    const ahead = this.#text.slice(this.#at, this.#at + mostCharacters)
    const end = ahead.indexOf(character)
    if (end < 0) return undefined
    this.#at += end + 1
    return ahead.slice(0, end)
  }

  skipBlanks(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === 10) this.line++
      else if (code !== 32 && code !== 13 && code !== 9 && code !== 0xfeff && code !== 0x1a) return
    }
  }

  /** A key without quotes. */
  bareKey(): string {
    const from = this.#at
    while (!this.ended && !',);"=\n'.includes(this.peek())) this.#at++
    return this.#text.slice(from, this.#at).trim()
  }

  /** Characters up to a quote or the end of the item; commas within parentheses belong to it. */
  bareRun(outerDepth: number): { text: string; depth: number } {
    const from = this.#at
    let depth = outerDepth
    for (; !this.ended; this.#at++) {
      const character = this.peek()
      if (character === '"' || character === ';' || (character === ',' && depth === 0)) break
      if (character === '(') depth++
      else if (character === ')') depth--
      else if (character === '\n') this.line++
      if (depth < 0) throw this.refused('syntax')
    }
    return { text: this.#text.slice(from, this.#at).trim(), depth }
  }

  /** One text: all strings up to something else than a string or a blank. */
  quotedText(): string {
    let text = ''
    do {
      text += this.#quotedString()
      this.skipBlanks()
    } while (this.peek() === '"')
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  }

  #quotedString(): string {
    const began = this.line
    let text = ''
    do {
      const end = this.#text.indexOf('"', this.#at + 1)
      if (end < 0) throw this.refused('unterminated-quote', this.ahead(), began)
      const part = this.#text.slice(this.#at + 1, end)
      for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) this.line++
      text += part
      this.#at = end + 1
      if (this.peek() === '"') text += '"'
    } while (this.peek() === '"')
    return text
  }
}
