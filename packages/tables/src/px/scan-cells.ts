import { STATE, stateOfSign } from '../stat/cell-state.ts'

const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const END_OF_FILE = 26
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const MINUS = 45
const DOT = 46
const ZERO = 48
const SEMICOLON = 59

/** As many digits are a whole number that a double holds exactly. */
const EXACT_DIGITS = 15
/** A number or a sign is not longer; a key of a row may be, up to the second. */
const MOST_TOKEN_BYTES = 400
const MOST_KEY_BYTES = 10_000
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) =>
  Number(`1e${exponent}`),
)
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,5})?$/
/** Seven dots stand for a sum over differing missing figures. */
const SUM_OF_MISSING = 7
const STATE_OF_DOTS = Uint8Array.from({ length: SUM_OF_MISSING + 1 }, (_, dots) =>
  dots === 0 || dots === SUM_OF_MISSING ? STATE.unavailable : stateOfSign('.'.repeat(dots)),
)

/** Where in the scanned bytes the data cannot be read, and what stands there. */
export class DataFault extends Error {
  readonly reason:
    | 'value-unreadable'
    | 'too-many-values'
    | 'keyword-unknown-value'
    | 'duplicate-key'
    | 'syntax'
  readonly at: number
  readonly detail: string

  constructor(reason: DataFault['reason'], at: number, detail: string) {
    super(reason)
    this.name = 'DataFault'
    this.reason = reason
    this.at = at
    this.detail = detail
  }
}

/**
 * Reads the cells of a PX file from its bytes, one by one. Cells stand between blanks, commas and semicolons; a figure
 * is a decimal number, a missing one is one to six dots and nil a dash, in quotes or not (PX-file format specification
 * 2013, 3.2, DATA). Numbers come out as the nearest double, as `Number` gives it.
 */
export class CellScanner {
  value = 0
  state = 0
  /** Whether a semicolon has been met since the last cell. */
  closed = false
  /** Whether the last cell ended only because the file did, so that more of it may be missing. */
  isCut = false
  at = 0
  #bytes: Uint8Array = new Uint8Array()
  #isLast = false

  /** Goes on with these bytes, which begin where the scanner stood. */
  load(bytes: Uint8Array, isLast: boolean): void {
    this.#bytes = bytes
    this.#isLast = isLast
    this.at = 0
  }

  /** Passes over what stands between cells; false at the end of the bytes. */
  skip(): boolean {
    const bytes = this.#bytes
    const end = bytes.length
    let at = this.at
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0
      if (byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB || byte === COMMA) continue
      if (byte === SEMICOLON) this.closed = true
      else if (byte !== END_OF_FILE) break
    }
    this.at = at
    return at < end
  }

  /** Reads the next cell into `value` and `state`; false where the bytes end before it does. */
  next(): boolean {
    if (!this.skip()) return false
    const bytes = this.#bytes
    const end = bytes.length
    const start = this.at
    const isNegative = bytes[start] === MINUS
    let at = isNegative ? start + 1 : start
    let whole = 0
    let digit = (bytes[at] ?? 0) - ZERO
    const firstDigit = at
    while (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit
      digit = (bytes[++at] ?? 0) - ZERO
    }
    let digits = at - firstDigit
    let decimals = 0
    if (digits > 0 && bytes[at] === DOT) {
      const firstDecimal = ++at
      digit = (bytes[at] ?? 0) - ZERO
      while (digit >= 0 && digit <= 9) {
        whole = whole * 10 + digit
        digit = (bytes[++at] ?? 0) - ZERO
      }
      decimals = at - firstDecimal
      digits += decimals
    }
    if (at >= end && !this.#isLast) return this.#wait(start)
    if (digits === 0 || digits > EXACT_DIGITS || !this.#endsAt(at)) return this.#other(start)
    const value = decimals === 0 ? whole : whole / (POWERS_OF_TEN[decimals] ?? 1)
    this.value = isNegative && value !== 0 ? -value : value
    this.state = STATE.value
    return this.#took(at)
  }

  /** Reads a text in quotes as it stands, one character a byte; `undefined` where the bytes end before it does. */
  key(): string | undefined {
    if (!this.skip()) return undefined
    const start = this.at
    if (this.#bytes[start] !== QUOTE) throw this.fault('syntax', start)
    const end = this.#endOfQuoted(start)
    if (end < 0) {
      if (this.#bytes.length - start > MOST_KEY_BYTES || this.#isLast) throw this.fault('syntax', start)
      return undefined
    }
    this.at = end
    this.closed = false
    return this.#latin1(start + 1, end - 1).replaceAll('""', '"')
  }

  fault(reason: DataFault['reason'], at = this.at, detail?: string): DataFault {
    return new DataFault(reason, at, detail ?? this.#latin1(at, at + 40))
  }

  #wait(start: number): boolean {
    if (this.#bytes.length - start > MOST_TOKEN_BYTES) throw this.fault('value-unreadable', start)
    return false
  }

  /** Signs, long numbers, exponents and whatever stands in quotes. */
  #other(start: number): boolean {
    const isQuoted = this.#bytes[start] === QUOTE
    const end = isQuoted ? this.#endOfQuoted(start) : this.#endOfBare(start)
    if (end < 0 || (end >= this.#bytes.length && !this.#isLast)) {
      if (this.#isLast) throw this.fault('value-unreadable', start)
      return this.#wait(start)
    }
    if (end - start > MOST_TOKEN_BYTES || (isQuoted && !this.#endsAt(end)))
      throw this.fault('value-unreadable', start)
    const from = isQuoted ? start + 1 : start
    const to = isQuoted ? end - 1 : end
    const state = this.#dots(from, to) ?? this.#sign(from, to)
    if (state >= 0) {
      this.state = state
      this.value = state === STATE.nil ? 0 : Number.NaN
    } else {
      const text = this.#latin1(from, to).trim()
      const value = NUMBER.test(text) ? Number(text) : Number.NaN
      if (!Number.isFinite(value)) throw this.fault('value-unreadable', start, text)
      this.value = value === 0 ? 0 : value
      this.state = STATE.value
    }
    return this.#took(end)
  }

  #took(end: number): true {
    this.closed = false
    this.isCut = end >= this.#bytes.length
    this.at = end
    return true
  }

  #dots(from: number, to: number): number | undefined {
    const dots = to - from
    if (dots < 1 || dots > SUM_OF_MISSING) return undefined
    for (let at = from; at < to; at++) if (this.#bytes[at] !== DOT) return undefined
    return STATE_OF_DOTS[dots]
  }

  /** The dashes are hyphens in every code page; the longer ones as Windows-1252 and UTF-8 write them. */
  #sign(from: number, to: number): number {
    const text = this.#latin1(from, to).trim()
    return stateOfSign(text === '\x96' || text === '\xe2\x80\x93' || text === '\xe2\x88\x92' ? '-' : text)
  }

  #endsAt(at: number): boolean {
    const byte = this.#bytes[at]
    return (
      byte === undefined ||
      byte === SPACE ||
      byte === LINE_FEED ||
      byte === RETURN ||
      byte === SEMICOLON ||
      byte === COMMA ||
      byte === TAB ||
      byte === END_OF_FILE
    )
  }

  #endOfBare(start: number): number {
    let at = start
    const furthest = Math.min(this.#bytes.length, start + MOST_TOKEN_BYTES + 1)
    while (at < furthest && !this.#endsAt(at)) at++
    return at
  }

  /** After the closing quote; -1 where it has not come. A doubled quote stands for one. */
  #endOfQuoted(start: number): number {
    let at = start
    do {
      const end = this.#bytes.indexOf(QUOTE, at + 1)
      if (end < 0 || (end + 1 >= this.#bytes.length && !this.#isLast)) return -1
      at = end + 1
    } while (this.#bytes[at] === QUOTE)
    return at
  }

  #latin1(from: number, to: number): string {
    const part = this.#bytes.subarray(from, Math.min(to, this.#bytes.length))
    return Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1')
  }
}
