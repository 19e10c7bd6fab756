import type { VerificationFault } from '../certificate/faults.ts'
import { readCertificate } from '../certificate/read-certificate.ts'
import type { Certificate, CertifiedFigure, Hash, PublishedCount } from '../certificate/types.ts'
import { type Verified, verify } from '../certificate/verify.ts'
import { type Cube, cellFinder } from '../model/cube.ts'
import { TOTAL } from '../model/dimension.ts'
import { rulesOf } from './hide-groups.ts'
import { completed } from './options.ts'
import { ruleFor, WHOLE } from './rule.ts'
import { codeOfLabel } from './star.ts'
import type { By, HiddenCell, ProtectionOptions, PublishedCell } from './types.ts'

/** The count that the others are parts of. */
export type GroupsFault =
  | VerificationFault
  /** Other rules than those asked for, or cells that they are not applied to. */
  | { readonly ok: false; readonly reason: 'rules-differ' }
  /** A figure is shown that is not the certified one, or more than figures: those of a hidden group, recipients. */
  | { readonly ok: false; readonly reason: 'figures-differ'; readonly by: By }

/**
 * Checks the certificate of `protectGroups` against the groups as they are about to be shown, by arithmetic alone.
 *
 * Beyond `verify`, the certificate has to promise what the options ask for, of every group; and each count and each
 * amount shown has to be the certified one, save amounts whose recipients are not known: of those it says nothing.
 *
 * @param groups all groups, those that are empty too
 * @param certificate as read from JSON
 * @param hash the same as when it was made
 * @param options those of the protection
 * @returns what was checked, or the first fault: those of `verify`, `rules-differ`, `figures-differ`
 * @example verifyGroups(table.cells, certificate, sha256, { threshold: 5 })
 */
export function verifyGroups(
  groups: readonly (PublishedCell | HiddenCell)[],
  certificate: unknown,
  hash: Hash,
  options: ProtectionOptions = {},
): Verified | GroupsFault {
  const read = readCertificate(certificate)
  if (!read.ok) return read
  const { cube } = read
  const codesOfGroup = groupCodes(cube)
  const find = cellFinder(cube)
  const leftOut = new Set(read.certificate.leftOut)
  // Where nothing is shown no cell stands in a table, and no rule is needed.
  if (leftOut.size < cube.size && !promises(read.certificate, cube, options))
    return { ok: false, reason: 'rules-differ' }
  const isCertified = certifiedFigures(read.certificate)
  const published: PublishedCount[] = []
  for (const group of groups) {
    const codes = codesOfGroup(group.by)
    const cell = find(codes)
    const differs = { ok: false, reason: 'figures-differ', by: group.by } as const
    if (group.suppressed === true) {
      if ('counts' in group || 'amounts' in group) return differs
      if (cell === null || !leftOut.has(cell)) published.push({ codes, count: null })
    } else {
      if (cell !== null && !isCertified(group, cell)) return differs
      published.push({ codes, count: wholeOf(group) })
    }
  }
  return verify(published, read.certificate, hash)
}

/** The codes of a group in the cube of its certificate; too many, and so unknown, where it has none. */
function groupCodes({ dimensions }: Cube): (by: By) => string[] {
  const shared = dimensions.flatMap(({ name, wholes }) => (wholes === undefined ? [name] : []))
  return (by) => {
    const others = Object.entries(by).filter(([name]) => !shared.includes(name))
    const codes = dimensions.map(({ name, codes: all, wholes }) => {
      if (wholes === undefined) return name in by ? codeOfLabel(by[name] ?? '') : TOTAL
      const way = others.shift()
      return way === undefined ? (all[wholes[0] ?? 0] ?? '') : JSON.stringify(way)
    })
    return [...codes, ...others.flat()]
  }
}

function promises(certificate: Certificate, cube: Cube, options: ProtectionOptions): boolean {
  const full = completed(options)
  const { mustPublish: _, ...asked } = rulesOf(ruleFor([], full.threshold, full.pPercent), cube, full)
  const { rules, tables, known, structuralZeros, leftOut, guarded } = certificate
  const [table = []] = tables
  return (
    JSON.stringify(inOrder(rules)) === JSON.stringify(inOrder(asked)) &&
    tables.length === 1 &&
    cube.dimensions.every(({ name }) => table.includes(name)) &&
    [known, structuralZeros, leftOut, guarded].every(({ length }) => length === 0)
  )
}

/** The same value with all its keys in order: a store of JSON may have changed it. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, held]) => [key, inOrder(held)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether all figures of a shown group are those certified of its cell. */
function certifiedFigures({ figures }: Certificate): (group: PublishedCell, cell: number) => boolean {
  const named = (kind: CertifiedFigure['kind']) => {
    // Of the figures of one name, all hold the same values.
    const own = new Map(figures.filter((one) => one.kind === kind).map((one) => [one.name, one]))
    return new Map(
      [...own].map(([name, { cells, values, contributors }]) => {
        const at = new Map(cells.map((cell, i) => [cell, values[i] ?? 0]))
        return [name, { isHeld: kind === 'part' || contributors !== null, at }] as const
      }),
    )
  }
  const parts = named('part')
  const amounts = named('amount')
  return (group, cell) => {
    const holds = (of: typeof parts, name: string, value: number) => {
      const figure = of.get(name)
      return figure !== undefined && (!figure.isHeld || (figure.at.get(cell) ?? 0) === value)
    }
    return (
      Object.entries(group.counts).every(
        ([name, count]) => name === WHOLE || parts.size === 0 || holds(parts, name, count),
      ) &&
      Object.entries(group.amounts).every(
        ([name, { totalOre, ...more }]) => holds(amounts, name, totalOre) && Object.keys(more).length === 0,
      )
    )
  }
}

/** The count that is certified beside its parts. */
function wholeOf({ counts }: PublishedCell): number {
  return counts[WHOLE] ?? Object.values(counts).reduce((sum, count) => sum + count, 0)
}
