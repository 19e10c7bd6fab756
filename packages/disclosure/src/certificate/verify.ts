import { codesOf, firstApart, firstUnequal, nodeOf } from '../model/cube.ts'
import { mayBeHiddenEmpty } from '../sensitivity/rules.ts'
import type { VerificationFault } from './faults.ts'
import { publishedText } from './published-text.ts'
import { readCertificate } from './read-certificate.ts'
import type { Hash, PublishedCount } from './types.ts'
import { faultOfWitnesses } from './verify-witnesses.ts'
import { type World, worldOf } from './world.ts'

export interface Verified {
  readonly ok: true
  readonly cells: number
  readonly sensitive: number
  readonly secondary: number
  readonly witnesses: number
  readonly rows: number
  /** Cells that the certificate takes to be public elsewhere, and so does not protect. */
  readonly known: number
}

/**
 * Checks a certificate against the cells as published, by arithmetic alone.
 *
 * Shown counts and the certificate's hidden ones must add up everywhere; the sensitive figures are worked out again
 * from them by the rules; each must be hidden and have a witness: a row that keeps every sum, moves no published cell,
 * and moves the figure by at least the promised width while nothing falls below what the attackers know. The code that
 * made the certificate takes no part.
 *
 * @param published every cell of the tables; empty ones may be left out
 * @param certificate as read from JSON
 * @param hash the same as when it was made
 * @example verify(cells, JSON.parse(text), sha256)
 */
export function verify(
  published: readonly PublishedCount[],
  certificate: unknown,
  hash: Hash,
): Verified | VerificationFault {
  const read = readCertificate(certificate)
  if (!read.ok) return read
  const world = worldOf(read.certificate, read.cube, published)
  if ('ok' in world) return world
  const { sensitive } = world
  const fault = faultOfCells(world) ?? faultOfWitnesses(world)
  if (fault !== null) return fault
  if (hash(publishedText(read.cube, published)) !== read.certificate.hash)
    return { ok: false, reason: 'hash-differs' }
  const hidden = world.hidden.reduce((sum, mark) => sum + mark, 0)
  const cells = world.counts.reduce(
    (sum, count, cell) =>
      sum + (world.inTable[cell] === 1 && (count > 0 || world.hidden[cell] === 1) ? 1 : 0),
    0,
  )
  const distinct = new Set(sensitive.map(({ cell }) => cell).filter((cell) => world.inTable[cell] === 1)).size
  const claimed = read.certificate.counts
  const isSensitive = new Set(sensitive.map(({ cell }) => cell))
  const mass = world.counts.reduce(
    (sum, count, cell) => sum + (world.hidden[cell] === 1 && !isSensitive.has(cell) ? count : 0),
    0,
  )
  if (
    claimed.cells !== cells ||
    claimed.sensitive !== distinct ||
    claimed.secondary !== hidden - distinct ||
    claimed.suppressedMass !== mass
  ) {
    return { ok: false, reason: 'counts-differ' }
  }
  return {
    ok: true,
    cells,
    sensitive: distinct,
    secondary: hidden - distinct,
    witnesses: read.certificate.witnesses.length,
    rows: read.certificate.rows.length,
    known: read.certificate.known.length,
  }
}

function faultOfCells(world: World): VerificationFault | null {
  const { certificate, cube, hidden, inTable, counts, figures, sensitive } = world
  const at = (cell: number) => codesOf(cube, cell)
  for (const values of [counts, ...figures]) {
    const unequal = firstUnequal(cube, values) ?? firstApart(cube, values.keys(), (cell) => values[cell] ?? 0)
    if (unequal !== null) return { ok: false, reason: 'not-additive', cell: at(unequal) }
  }
  const figure = faultOfFigures(world)
  if (figure !== null) return { ok: false, reason: 'bad-figure', cell: at(figure) }
  const shown = sensitive.find(({ cell }) => inTable[cell] === 1 && hidden[cell] !== 1)
  if (shown !== undefined) return { ok: false, reason: 'sensitive-shown', cell: at(shown.cell) }
  const gone = certificate.mustPublish.find((cell) => hidden[cell] === 1)
  if (gone !== undefined) return { ok: false, reason: 'must-publish-hidden', cell: at(gone) }
  const mayBeEmpty = mayBeHiddenEmpty(cube, counts, certificate.rules)
  const empty = counts.findIndex(
    (count, cell) => count === 0 && hidden[cell] === 1 && mayBeEmpty[cell] !== 1 && inTable[cell] === 1,
  )
  if (empty >= 0 && certificate.rules.zeros === 'publish') {
    return { ok: false, reason: 'empty-hidden', cell: at(empty) }
  }
  const { symmetry } = certificate.rules
  if (symmetry === null) return null
  const d = cube.dimensions.findIndex(({ name }) => name === symmetry.dimension)
  const [one, other] = symmetry.codes.map((code) => cube.dimensions[d]?.codes.indexOf(code) ?? -1)
  const stride = cube.strides[d] ?? 0
  for (let cell = 0; cell < cube.size; cell++) {
    if (nodeOf(cube, cell, d) !== one) continue
    const sibling = cell + ((other ?? 0) - one) * stride
    const both = (counts[cell] ?? 0) > 0 && (counts[sibling] ?? 0) > 0
    if ((both || certificate.rules.zeros === 'cover') && hidden[cell] !== hidden[sibling])
      return { ok: false, reason: 'sibling-shown', cell: at(cell) }
  }
  return null
}

/** The first cell whose figures cannot be: parts that are not the whole, or contributors that are not the amount. */
function faultOfFigures({ certificate, counts, figures }: World): number | null {
  const parts = figures.filter((_, i) => certificate.figures[i]?.kind === 'part')
  if (parts.length > 0) {
    const wrong = counts.findIndex(
      (count, cell) => parts.reduce((sum, part) => sum + (part[cell] ?? 0), 0) !== count,
    )
    if (wrong >= 0) return wrong
  }
  for (const { cells, values, contributors } of certificate.figures) {
    if (contributors === null) continue
    const { count, first, second } = contributors
    const wrong = cells.findIndex((_, i) => {
      const [value, one, two, all] = [values[i] ?? 0, first[i] ?? 0, second[i] ?? 0, count[i] ?? 0]
      const few = all <= 2 && one + two !== value
      return (
        two > one ||
        one + two > value ||
        few ||
        all < (one > 0 ? 1 : 0) + (two > 0 ? 1 : 0) ||
        one * all < value
      )
    })
    if (wrong >= 0) return cells[wrong] ?? 0
  }
  return null
}
