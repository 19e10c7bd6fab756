const HEADERS = /\n\s*\/Headers \[[^\]]*\]/g

/**
 * Marks the cells that say what a row is of as headings of their rows (TH with Scope Row), as the compiler of PDF has no
 * way to be told. Rewrites structure elements, and then the table of where objects lie. A file that is not as expected
 * comes back as it was.
 * @param headerColumns of each table, in their order: how many cells from the left are headings
 */
export function withRowHeaders(
  pdf: Uint8Array<ArrayBuffer>,
  headerColumns: readonly number[],
): Uint8Array<ArrayBuffer> {
  const file = openFile(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1'))
  if (file === null) return pdf
  const tables = tablesOf(file)
  if (tables.length !== headerColumns.length) return pdf
  const changed = new Map<number, string>()
  for (const [at, table] of tables.entries()) {
    const headings = headerColumns[at] ?? 0
    if (headings === 0) continue
    for (const group of kidsOf(file, table).filter((each) => isOf(file, each, 'TBody')))
      for (const row of kidsOf(file, group))
        for (const [place, cell] of kidsOf(file, row).entries())
          changed.set(cell, place < headings ? headingOf(file.object(cell)) : plainCell(file.object(cell)))
  }
  return rewritten(file, changed)
}

interface PdfFile {
  readonly raw: string
  readonly offsets: readonly number[]
  readonly xref: number
  readonly object: (number: number) => string
}

function openFile(raw: string): PdfFile | null {
  const xref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(raw.slice(-64))?.[1] ?? Number.NaN)
  const count = Number(/^xref\s+0 (\d+)\s/.exec(raw.slice(xref, xref + 32))?.[1] ?? Number.NaN)
  if (Number.isNaN(xref) || Number.isNaN(count)) return null
  const entries = raw.slice(xref).matchAll(/(\d{10}) \d{5} [nf]/g)
  const offsets = [...entries].map(([, offset]) => Number(offset))
  if (offsets.length !== count) return null
  const object = (number: number) => {
    const from = offsets[number] ?? raw.length
    return raw.slice(from, raw.indexOf('endobj', from))
  }
  return { raw, offsets, xref, object }
}

const isOf = (file: PdfFile, number: number, kind: string) =>
  new RegExp(`/S /${kind}\\b`).test(file.object(number))

function kidsOf(file: PdfFile, number: number): number[] {
  const [, many = '', one = ''] = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(file.object(number)) ?? []
  return [...`${many}${one}`.matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid))
}

/** The elements of tables in the order they are read. */
function tablesOf(file: PdfFile): number[] {
  const root = Number(/\/StructTreeRoot (\d+) 0 R/.exec(file.raw)?.[1] ?? -1)
  const found: number[] = []
  const seen = new Set<number>()
  const walk = (number: number) => {
    if (seen.has(number)) return
    seen.add(number)
    if (isOf(file, number, 'Table')) found.push(number)
    else for (const kid of kidsOf(file, number)) walk(kid)
  }
  walk(root)
  return found
}

function headingOf(cell: string): string {
  const told = cell.replace(HEADERS, '').replace('/S /TD', '/S /TH')
  return told.includes('/O /Table')
    ? told.replace('/O /Table', '/O /Table\n    /Scope /Row')
    : told.replace('/S /TH', '/S /TH\n  /A << /O /Table /Scope /Row >>')
}

/** Which headings a cell has follows from their scopes; a list of some would leave out the others. */
const plainCell = (cell: string) => cell.replace(HEADERS, '')

function rewritten(file: PdfFile, changed: ReadonlyMap<number, string>): Uint8Array<ArrayBuffer> {
  const { raw, xref } = file
  const moved = [...file.offsets]
  const parts: string[] = []
  let from = 0
  let shift = 0
  const inOrder = file.offsets
    .map((offset, number) => ({ offset, number }))
    .sort((a, b) => a.offset - b.offset)
  for (const { offset, number } of inOrder) {
    if (number === 0) continue
    moved[number] = offset + shift
    const text = changed.get(number)
    if (text === undefined) continue
    const before = file.object(number)
    parts.push(raw.slice(from, offset), text)
    from = offset + before.length
    shift += text.length - before.length
  }
  parts.push(raw.slice(from, xref))
  const entries = moved.map((offset, number) =>
    number === 0 ? '0000000000 65535 f\r\n' : `${String(offset).padStart(10, '0')} 00000 n\r\n`,
  )
  const trailer = raw
    .slice(raw.indexOf('trailer', xref))
    .replace(/startxref\s+\d+/, `startxref\n${xref + shift}`)
  parts.push(`xref\n0 ${moved.length}\n`, ...entries, trailer)
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'))
}
