import { type Cube, codesOf } from '../model/cube.ts'
import { CELL, type Figure } from '../suppress/options.ts'
import { withRemainder } from '../suppress/prepare.ts'
import { reachOf } from '../suppress/problem.ts'
import type { Suppression } from '../suppress/suppress.ts'
import { publishedText } from './published-text.ts'
import type { Certificate, CertifiedFigure, Hash, PublicCertificate, PublishedCount } from './types.ts'

/**
 * The cells as they may be shown: every cell of the tables that is not empty, and those hidden.
 *
 * @param cells by cell: one of `CELL`
 * @example publishedCounts(cube, counts, suppression.cells)
 */
export function publishedCounts(cube: Cube, counts: Float64Array, cells: Uint8Array): PublishedCount[] {
  return [...cells.entries()].flatMap(([cell, what]) =>
    what === CELL.absent
      ? []
      : [{ codes: codesOf(cube, cell), count: what === CELL.shown ? (counts[cell] ?? 0) : null }],
  )
}

/**
 * The proof of a suppression.
 *
 * @param hash of text; it binds the certificate to the published cells
 * @example const certificate = makeCertificate(suppression, sha256)
 */
export function makeCertificate(suppression: Suppression, hash: Hash): Certificate {
  const { set, rules, cells, rows } = suppression
  const { cube, counts } = set
  const tables = set.tables ?? [cube.dimensions.map(({ name }) => name)]
  const hidden: number[] = []
  for (const [cell, what] of cells.entries()) {
    const isHidden = what === CELL.sensitive || what === CELL.secondary
    if (isHidden || (what === CELL.absent && (counts[cell] ?? 0) > 0)) hidden.push(cell)
  }
  return {
    format: 'jamvikt-certificate',
    version: 1,
    kind: 'internal',
    method: 'suppression',
    rules: publicRules(suppression),
    counts: suppression.counts,
    hash: hash(publishedText(cube, publishedCounts(cube, counts, cells))),
    dimensions: cube.dimensions.map(({ name, codes, members, wholes }) => ({
      name,
      nodes: codes.map((code, node) => ({ code, leaves: members[node] ?? [] })),
      ...(wholes === undefined ? {} : { wholes }),
    })),
    tables,
    mustPublish: rules.mustPublish,
    known: set.known ?? [],
    structuralZeros: set.structuralZeros ?? [],
    leftOut: marked(set.leftOut),
    guarded: marked(set.guarded),
    hidden: { cells: hidden, counts: hidden.map((cell) => counts[cell] ?? 0) },
    figures: withRemainder(counts, set.figures ?? []).map((figure) => certified(cube, counts, figure)),
    rows: rows.map((row) => ({ cells: [...row.cells], steps: [...row.steps] })),
    witnesses: suppression.needs.map(({ layer, cell, width }, need) => {
      const number = suppression.witness[need] ?? -1
      const row = rows[number]
      const figure = suppression.layers[layer]
      const { up, down } =
        row === undefined || figure === undefined ? { up: 0, down: 0 } : reachOf(figure, row.cells, row.steps)
      // More than the promise is not claimed.
      return [layer, cell, number, Math.min(up, width), Math.min(down, width)] as const
    }),
  }
}

function publicRules({ rules }: Suppression): Certificate['rules'] {
  const { mustPublish: _, ...open } = rules
  return open
}

/**
 * What may be told of a certificate: neither sensitive cells nor witnesses, nor how many cells are sensitive, which
 * together with a margin can be enough to work them out.
 */
export function publicCertificate(certificate: Certificate): PublicCertificate {
  const { format, version, method, rules, counts, hash } = certificate
  const { cells, sensitive, secondary } = counts
  return {
    format,
    version,
    kind: 'public',
    method,
    rules,
    counts: { cells, hidden: sensitive + secondary },
    hash,
  }
}

function marked(marks: Uint8Array | undefined): number[] {
  return [...(marks ?? [])].flatMap((mark, cell) => (mark === 1 ? [cell] : []))
}

function certified(cube: Cube, counts: Float64Array, figure: Figure): CertifiedFigure {
  const cells: number[] = []
  for (let cell = 0; cell < cube.size; cell++) {
    if ((counts[cell] ?? 0) > 0 || (figure.values[cell] ?? 0) > 0) cells.push(cell)
  }
  const behind = figure.kind === 'amount' ? figure.contributors : null
  const at = (values: Int32Array | Float64Array) => cells.map((cell) => values[cell] ?? 0)
  return {
    kind: figure.kind,
    name: figure.name,
    cells,
    values: at(figure.values),
    contributors:
      behind === null
        ? null
        : {
            count: at(behind.count),
            first: at(behind.first),
            second: at(behind.second),
            held: at(behind.held ?? behind.first),
          },
  }
}
