import type { VerificationFault } from '../certificate/faults.ts'
import { readCertificate } from '../certificate/read-certificate.ts'
import type { Certificate, CertifiedFigure, Hash, PublishedCount } from '../certificate/types.ts'
import { type Verified, verify } from '../certificate/verify.ts'
import { type Cube, cellFinder } from '../model/cube.ts'
import { groupCodes, isOfGroups } from './certified-cube.ts'
import { isGroup, isPlain } from './group-shape.ts'
import { rulesOf } from './hide-groups.ts'
import { completed, faultOfOptions } from './options.ts'
import { ruleFor, WHOLE } from './rule.ts'
import type { By, HiddenCell, ProtectionOptions, PublishedCell } from './types.ts'
import { amountWrongOfRecipients } from './verify-recipients.ts'

interface VerificationOptions extends ProtectionOptions {
  /** Whether nobody knows who received the money, as in lists that came summed; dominance is then not tested. */
  readonly recipientsUnknown?: boolean
}

export type GroupsFault =
  | VerificationFault
  /** Other rules than those asked for, rules that no group may have, or cells that they are not applied to. */
  | { readonly ok: false; readonly reason: 'rules-differ' }
  /** Recipients of an amount that are not known though they should be, or that could not be those of one list. */
  | { readonly ok: false; readonly reason: 'recipients-differ'; readonly amount: string }
  /** Neither a shown group nor a hidden one; `at` is its place in the list. */
  | { readonly ok: false; readonly reason: 'not-a-group'; readonly at: number }
  /** A figure is shown that is not the certified one, or more than figures: those of a hidden group, recipients. */
  | { readonly ok: false; readonly reason: 'figures-differ'; readonly by: By }

/**
 * Checks the certificate of `protectGroups` against the groups as they are about to be shown, by arithmetic alone.
 *
 * Beyond `verify`, the certificate has to promise what the options ask for, of every group; each count and each amount
 * shown has to be the certified one; and nothing may stand beside the figures. What the certificate says of recipients is
 * held against itself only.
 *
 * @param groups all groups, those that are empty too; whatever is no group is a fault
 * @param certificate as read from JSON
 * @param hash the same as when it was made
 * @param options those of the protection, from who asked for it: a certificate with milder ones fails
 * @returns what was checked, or the first fault: those of `verify`, `rules-differ`, `recipients-differ`, `not-a-group`,
 *   `figures-differ`
 * @example verifyGroups(table.cells, certificate, sha256, { threshold: 5 })
 */
export function verifyGroups(
  groups: readonly (PublishedCell | HiddenCell)[],
  certificate: unknown,
  hash: Hash,
  options: VerificationOptions = {},
): Verified | GroupsFault {
  const read = readCertificate(certificate)
  if (!read.ok) return read
  const { cube } = read
  if (!promises(read.certificate, cube, options)) return { ok: false, reason: 'rules-differ' }
  const amount = amountWrongOfRecipients(read.certificate, cube, options.recipientsUnknown ?? false)
  if (amount !== null) return { ok: false, reason: 'recipients-differ', amount }
  const codesOfGroup = groupCodes(cube)
  const find = cellFinder(cube)
  const leftOut = new Set(read.certificate.leftOut)
  const isCertified = certifiedFigures(read.certificate)
  const published: PublishedCount[] = []
  const listed: readonly unknown[] = Array.isArray(groups) ? groups : [groups]
  for (const [at, group] of listed.entries()) {
    if (!isGroup(group)) return { ok: false, reason: 'not-a-group', at }
    const codes = codesOfGroup(group.by)
    const cell = find(codes)
    const differs = { ok: false, reason: 'figures-differ', by: group.by } as const
    if (!isPlain(group)) return differs
    if (group.suppressed === true) {
      if (cell === null || !leftOut.has(cell)) published.push({ codes, count: null })
    } else {
      if (cell !== null && !isCertified(group, cell)) return differs
      published.push({ codes, count: wholeOf(group) })
    }
  }
  return verify(published, read.certificate, hash)
}

function promises(certificate: Certificate, cube: Cube, options: ProtectionOptions): boolean {
  const full = completed(options)
  if (faultOfOptions(full) !== null || !isOfGroups(cube)) return false
  const { mustPublish: _, ...asked } = rulesOf(ruleFor([], full.threshold, full.pPercent), cube, full)
  const { rules, tables, known, structuralZeros, leftOut, guarded } = certificate
  const [table = []] = tables
  const out = new Set(leftOut).size
  return (
    isSame(rules, asked) &&
    tables.length === 1 &&
    cube.dimensions.every(({ name }) => table.includes(name)) &&
    [known, structuralZeros, guarded].every(({ length }) => length === 0) &&
    // Every group stands in the table, or none is shown.
    (out === 0 || out === cube.size)
  )
}

/** Whether something is what was asked for, whatever the order of its keys: a store of JSON may have changed it. */
function isSame(value: unknown, asked: unknown): boolean {
  if (typeof asked !== 'object' || asked === null) return value === asked
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(asked))
    return false
  const held = new Map(Object.entries(value))
  const wanted = Object.entries(asked)
  return (
    held.size === wanted.length && wanted.every(([key, one]) => held.has(key) && isSame(held.get(key), one))
  )
}

/** Whether all figures of a shown group are those certified of its cell. */
function certifiedFigures({ figures }: Certificate): (group: PublishedCell, cell: number) => boolean {
  const named = (kind: CertifiedFigure['kind']) => {
    // Of the figures of one name, all hold the same values.
    const own = new Map(figures.filter((one) => one.kind === kind).map((one) => [one.name, one]))
    return new Map(
      [...own].map(([name, { cells, values }]) => {
        const at = new Map(cells.map((cell, i) => [cell, values[i] ?? 0]))
        return [name, (cell: number) => at.get(cell) ?? 0] as const
      }),
    )
  }
  const parts = named('part')
  const amounts = named('amount')
  return (group, cell) => {
    const whole = wholeOf(group)
    // Without parts there is one count, by whatever name.
    const certified = (name: string) => (name === WHOLE || parts.size === 0 ? whole : parts.get(name)?.(cell))
    return (
      Object.entries(group.counts).every(([name, count]) => certified(name) === count) &&
      Object.entries(group.amounts).every(([name, { totalOre }]) => amounts.get(name)?.(cell) === totalOre)
    )
  }
}

/** The count that is certified beside its parts. */
function wholeOf({ counts }: PublishedCell): number {
  return Object.hasOwn(counts, WHOLE)
    ? (counts[WHOLE] ?? 0)
    : Object.values(counts).reduce((sum, count) => sum + count, 0)
}
