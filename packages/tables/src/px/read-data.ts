import type { ByteSource } from '../bytes.ts'
import { StatRefusedError } from '../stat/refusal.ts'
import { cellsOf } from '../stat/stat-table.ts'
import type { CodePage } from './code-page.ts'
import { KeyedFiller, PlainFiller, type PxCells, RowKeys } from './fill-cells.ts'
import { refusedAt, textsOfItems } from './px-statement.ts'
import type { PxVariables } from './read-variables.ts'
import { CellScanner, DataFault } from './scan-cells.ts'
import type { StatementIndex } from './statement-index.ts'

/** Where the data begin, and how their bytes stand for characters. */
export interface DataPlace {
  readonly source: ByteSource
  readonly start: number
  readonly page: CodePage
  readonly onBytes: (bytesRead: number) => void
}

const LINE_FEED = 10

/**
 * Reads the cells after `DATA=`, chunk by chunk; that there are not too many of them is for the caller to check. With `KEYS` each row names its values of the stub; rows that are not
 * there are 0, as the specification says of them (2013, 3.2, DATA).
 * @throws StatRefusedError `too-few-values`, `too-many-values`, `value-unreadable`, `keyword-unknown-value` and
 * `duplicate-key` (of a row), `syntax` (neither `;` nor a blank after the last cell; with keys, no `;`), each with its line
 */
export async function readData(
  { source, start, page, onBytes }: DataPlace,
  index: StatementIndex,
  variables: PxVariables,
): Promise<PxCells> {
  const sizes = variables.list.map(({ codes }) => codes.length)
  const cells = cellsOf(sizes)
  const filled = { values: new Float64Array(cells), states: new Uint8Array(cells) }
  const scanner = new CellScanner()
  const keys = readKeys(index, variables)
  const filler =
    keys === undefined
      ? new PlainFiller(scanner, filled)
      : new KeyedFiller(scanner, filled, sizes, new RowKeys(keys, page))
  let at = start
  let rest: Uint8Array = new Uint8Array()
  const go = (bytes: Uint8Array, isLast: boolean): void => {
    scanner.load(bytes, isLast)
    filler.fill()
    at += scanner.at
    rest = bytes.subarray(scanner.at)
    onBytes(at + rest.length)
  }
  try {
    for await (const chunk of source.chunks(start))
      go(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), false)
    go(rest, true)
  } catch (cause) {
    if (!(cause instanceof DataFault)) throw cause
    const line = await lineAt(source, at + cause.at)
    throw new StatRefusedError(cause.reason, { line, keyword: 'DATA', detail: cause.detail })
  }
  const wrong = !filler.isFull ? 'too-few-values' : filler.isEnded ? undefined : 'syntax'
  if (wrong !== undefined)
    throw new StatRefusedError(wrong, {
      line: await lineAt(source, source.size),
      keyword: 'DATA',
      detail: wrong === 'syntax' ? 'no ;' : `${filler.cells} < ${cells}`,
    })
  return filled
}

async function lineAt(source: ByteSource, end: number): Promise<number> {
  let line = 1
  for await (const chunk of source.chunks(0, end))
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) line++
  return line
}

/** The names of the rows’ keys for each variable of the stub, where the file has keys. */
function readKeys(index: StatementIndex, variables: PxVariables): (readonly string[])[] | undefined {
  const statements = index.all('KEYS')
  if (statements.length === 0) return undefined
  const main = variables.list.slice(0, variables.stub).map(({ labels }) => labels.get(index.main) ?? [])
  for (const statement of statements) {
    const at = variables.variable(statement)
    const kind = textsOfItems(statement).join().toUpperCase()
    if (at >= variables.stub) throw refusedAt(statement, 'keyword-unknown-variable', statement.keys[0])
    if (kind !== 'CODES' && kind !== 'VALUES') throw refusedAt(statement, 'syntax', kind)
    if (kind === 'CODES') main[at] = variables.list[at]?.codes ?? []
  }
  return main
}
