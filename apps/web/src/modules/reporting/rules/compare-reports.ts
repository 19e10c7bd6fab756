import type { Report, ReportActivity, ReportBlock, ReportCell, ReportTable } from '../model-report.ts'

/** A report with, for each block, the part of the draft that it came from. */
export interface WithOrigins {
  readonly report: Report
  readonly origins: readonly string[]
}

/** Something of a part that is not the same: words, or one cell of a table. */
export interface PieceChange {
  /** What it is of: a row and a column, or nothing for words. */
  readonly where: readonly string[]
  readonly before: Piece | null
  readonly after: Piece | null
}
export type Piece = ReportCell | { readonly type: 'words'; readonly text: string }

export interface PartChange {
  readonly origin: string
  /** What the part is called: its first heading, caption or question. */
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly pieces: readonly PieceChange[]
}

/**
 * What differs between a report and the same made later, part by part, in the order of the later; those that are gone come
 * last. Where a table comes from is left out: that is another day each time.
 */
export function compareReports(before: WithOrigins, after: WithOrigins): PartChange[] {
  const [old, now] = [partsOf(before), partsOf(after)]
  const changes: PartChange[] = []
  for (const [origin, blocks] of now) {
    const pieces = differing(piecesOf(old.get(origin) ?? []), piecesOf(blocks))
    if (pieces.length === 0) continue
    changes.push({ origin, name: nameOf(blocks), kind: old.has(origin) ? 'changed' : 'added', pieces })
  }
  for (const [origin, blocks] of old)
    if (!now.has(origin))
      changes.push({
        origin,
        name: nameOf(blocks),
        kind: 'removed',
        pieces: differing(piecesOf(blocks), new Map()),
      })
  return changes
}

/** Whether parts that are in both stand in another order. */
export function isReordered(before: WithOrigins, after: WithOrigins): boolean {
  const [old, now] = [[...partsOf(before).keys()], [...partsOf(after).keys()]]
  const stayed = old.filter((origin) => now.includes(origin))
  return now.filter((origin) => stayed.includes(origin)).join() !== stayed.join()
}

function partsOf({ report, origins }: WithOrigins): Map<string, ReportBlock[]> {
  const parts = new Map<string, ReportBlock[]>()
  for (const [at, block] of report.blocks.entries()) {
    const origin = origins[at] ?? ''
    parts.set(origin, [...(parts.get(origin) ?? []), block])
  }
  return parts
}

interface Placed {
  readonly where: readonly string[]
  readonly piece: Piece
}
/** Pieces by a name that is the same in both reports. */
type Pieces = ReadonlyMap<string, Placed>

function differing(before: Pieces, after: Pieces): PieceChange[] {
  const names = new Set([...after.keys(), ...before.keys()])
  return [...names].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    const where = is?.where ?? was?.where ?? []
    if (was !== undefined && is !== undefined && sameText(was.piece) === sameText(is.piece)) return []
    return [{ where, before: was?.piece ?? null, after: is?.piece ?? null }]
  })
}

function sameText(piece: Piece): string {
  return JSON.stringify(piece, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}

function piecesOf(blocks: readonly ReportBlock[]): Pieces {
  const pieces = new Map<string, Placed>()
  const put = (name: readonly string[], where: readonly string[], piece: Piece) => {
    for (let count = 0; ; count += 1) {
      const key = JSON.stringify([...name, count])
      if (pieces.has(key)) continue
      pieces.set(key, { where, piece })
      return
    }
  }
  const words = (name: string, text: string) => {
    if (text !== '') put([name], [], { type: 'words', text })
  }
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        words('heading', block.text)
        break
      case 'words':
        words('words', block.text)
        break
      case 'callout':
        words('callout', [block.heading, block.text].filter(Boolean).join('. '))
        break
      case 'comment':
        words('question', block.about)
        words('answer', block.answer)
        break
      case 'finding':
        words('sentence', block.sentence)
        for (const caution of block.cautions) words('caution', caution)
        if (block.table !== null) tablePieces(block.table, put)
        break
      case 'table':
        words('caption', block.table.caption)
        tablePieces(block.table, put)
        break
      case 'figure':
        words('caption', block.caption)
        // A drawing is told by what it shows; one that is drawn anew of the same figures is the same.
        words('figure', block.alt)
        break
      case 'activities':
        for (const activity of block.activities) activityPieces(activity, put)
        break
      case 'page-break':
        words('break', '—')
    }
  }
  return pieces
}

type Put = (name: readonly string[], where: readonly string[], piece: Piece) => void

function tablePieces(table: ReportTable, put: Put) {
  const columns = (table.head.at(-1) ?? []).flatMap(({ text, columns: span }) =>
    Array.from({ length: span }, () => text),
  )
  const keys = Math.max(1, rowKeyWidth(table))
  for (const { cells } of table.rows) {
    const row = cells.slice(0, keys).map(plainOf)
    for (const [at, cell] of cells.entries())
      if (at >= keys || cells.length === keys)
        put(['cell', ...row, columns[at] ?? String(at)], [...row, columns[at] ?? ''], cell)
  }
  for (const note of table.notes) put(['note'], [], { type: 'words', text: note })
}

/** How many columns from the left tell a row apart from the others: text columns until all rows differ. */
function rowKeyWidth({ rows, headerColumns }: ReportTable): number {
  const width = rows[0]?.cells.length ?? 0
  for (let keys = Math.max(1, headerColumns); keys < width; keys += 1) {
    const named = new Set(rows.map(({ cells }) => JSON.stringify(cells.slice(0, keys).map(plainOf))))
    const next = rows.every(({ cells }) => cells[keys]?.type === 'text')
    if (named.size === rows.length || !next) return keys
  }
  return Math.max(1, width - 1)
}

function plainOf(cell: ReportCell): string {
  switch (cell.type) {
    case 'text':
      return cell.text
    case 'number':
      return String(cell.value)
    case 'money':
      return String(cell.amountOre)
    case 'percent':
      return String(cell.share)
    case 'date':
      return cell.date
    case 'missing':
      return cell.kind
  }
}

function activityPieces(activity: ReportActivity, put: Put) {
  const { name, under, responsible, status, startsOn, endsOn, budgetOre, outcomeOre, told, deviation } =
    activity
  const text = (column: string, words: string) => {
    if (words !== '') put(['activity', under, name, column], [name, column], { type: 'text', text: words })
  }
  const date = (column: string, on: string | null) =>
    put(['activity', under, name, column], [name, column], on === null ? UNKNOWN : { type: 'date', date: on })
  const money = (column: string, amountOre: bigint | null, atLeast = false) =>
    put(
      ['activity', under, name, column],
      [name, column],
      amountOre === null ? UNKNOWN : { type: 'money', amountOre, unit: 'kr', atLeast },
    )
  text('responsible', responsible)
  text('status', status)
  date('startsOn', startsOn)
  date('endsOn', endsOn)
  money('budget', budgetOre, activity.budgetAtLeast)
  money('outcome', outcomeOre)
  text('told', told)
  text('cause', deviation?.cause ?? '')
  text('measure', deviation?.measure ?? '')
}

const UNKNOWN = { type: 'missing', kind: 'unknown' } as const

function nameOf(blocks: readonly ReportBlock[]): string {
  for (const block of blocks) {
    if (block.kind === 'heading') return block.text
    if (block.kind === 'table') return block.table.caption
    if (block.kind === 'figure' || block.kind === 'activities') return block.caption
    if (block.kind === 'comment') return block.about
    if (block.kind === 'callout') return block.heading
    if (block.kind === 'finding') return block.sentence
    if (block.kind === 'words') return block.text.slice(0, 80)
  }
  return ''
}
