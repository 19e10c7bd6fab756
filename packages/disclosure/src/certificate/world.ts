import { type Cube, cellFinder, codesOf, innerCells } from '../model/cube.ts'
import { amountWidth, isSmallCount, traitCells } from '../sensitivity/rules.ts'
import { cellsOfTables, guardedCells } from '../suppress/tables.ts'
import type { VerificationFault } from './faults.ts'
import type { Certificate, PublishedCount } from './types.ts'

interface Sensitive {
  readonly figure: number
  readonly cell: number
  readonly width: number
}

/** Everything the certificate and the published cells say, laid out. */
export interface World {
  readonly certificate: Certificate
  readonly cube: Cube
  /** 1 where published as hidden. */
  readonly hidden: Uint8Array
  readonly inTable: Uint8Array
  readonly inner: Uint8Array
  readonly counts: Float64Array
  readonly figures: readonly Float64Array[]
  readonly sensitive: readonly Sensitive[]
}

export function worldOf(
  certificate: Certificate,
  cube: Cube,
  published: readonly PublishedCount[],
): World | VerificationFault {
  const find = cellFinder(cube)
  const shown = new Float64Array(cube.size)
  const hidden = new Uint8Array(cube.size)
  const listed = new Uint8Array(cube.size)
  for (const { codes, count } of published) {
    const cell = find(codes)
    if (cell === null) return { ok: false, reason: 'unknown-cell', cell: codes }
    if (listed[cell] === 1) return { ok: false, reason: 'cell-twice', cell: codes }
    listed[cell] = 1
    if (count === null) hidden[cell] = 1
    else shown[cell] = count
  }
  const inTable = cellsOfTables(cube, certificate.tables)
  for (const cell of certificate.leftOut) inTable[cell] = 0
  const counts = Float64Array.from(shown)
  const certified = new Uint8Array(cube.size)
  for (const [i, cell] of certificate.hidden.cells.entries()) {
    counts[cell] = certificate.hidden.counts[i] ?? 0
    certified[cell] = 1
  }
  for (let cell = 0; cell < cube.size; cell++) {
    const differs = inTable[cell] === 1 && hidden[cell] !== certified[cell]
    if (listed[cell] === 1 && inTable[cell] !== 1)
      return { ok: false, reason: 'unknown-cell', cell: codesOf(cube, cell) }
    if (differs) return { ok: false, reason: 'cells-differ', cell: codesOf(cube, cell) }
  }
  const notEmpty = certificate.structuralZeros.find((cell) => counts[cell] !== 0)
  if (notEmpty !== undefined) return { ok: false, reason: 'cells-differ', cell: codesOf(cube, notEmpty) }
  const figures = certificate.figures.map(({ cells, values }) => {
    const all = new Float64Array(cube.size)
    for (const [i, cell] of cells.entries()) all[cell] = values[i] ?? 0
    return all
  })
  const open = { certificate, cube, hidden, inTable, inner: innerCells(cube), counts, figures }
  return { ...open, sensitive: sensitiveOf(open) }
}

/** The sensitive figures, by the rules, from the figures themselves. */
function sensitiveOf({ certificate, cube, inTable, counts, figures }: Omit<World, 'sensitive'>): Sensitive[] {
  const { rules } = certificate
  const skipped = new Set([...certificate.structuralZeros, ...certificate.known])
  const found: Sensitive[] = []
  const places = certificate.figures.map(({ cells }) => new Map(cells.map((cell, i) => [cell, i])))
  const open = (cell: number) => inTable[cell] === 1 && !skipped.has(cell)
  const marked = (cells: readonly number[]) => {
    const marks = new Uint8Array(cube.size)
    for (const cell of cells) marks[cell] = 1
    return marks
  }
  const { tables, leftOut, guarded } = certificate
  const guards = guardedCells(cube, tables, inTable, marked(leftOut), marked(guarded))
  for (let cell = 0; cell < cube.size; cell++) {
    const count = counts[cell] ?? 0
    const isGuarded = guards[cell] === 1 && count > 0 && !skipped.has(cell)
    if (!open(cell) && !isGuarded) continue
    if (isSmallCount(count, rules)) found.push({ figure: 0, cell, width: rules.width })
    if (count === 0) continue
    for (const [i, { kind, contributors }] of certificate.figures.entries()) {
      const value = figures[i]?.[cell] ?? 0
      const at = places[i]?.get(cell) ?? -1
      const width =
        kind === 'part'
          ? value > 0 && value < rules.threshold
            ? rules.width
            : 0
          : contributors === null
            ? 0
            : amountWidth(
                value,
                contributors.count[at] ?? 0,
                contributors.first[at] ?? 0,
                contributors.second[at] ?? 0,
                rules.dominance,
              )
      if (width > 0) found.push({ figure: i + 1, cell, width })
    }
  }
  const small = new Set(found.filter(({ figure }) => figure === 0).map(({ cell }) => cell))
  for (const cell of traitCells(cube, counts, inTable, rules)) {
    if (open(cell) && !small.has(cell)) found.push({ figure: 0, cell, width: rules.width })
  }
  return found
}
