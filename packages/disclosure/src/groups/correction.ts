import type { Hash } from '../certificate/types.ts'
import { groupKey } from './group-key.ts'
import { completed } from './options.ts'
import { protectGroups } from './protect-groups.ts'
import { faultOf, groupOf, isDominated, isSmall, ruleFor, WHOLE } from './rule.ts'
import { holdTogether } from './two-releases.ts'
import type { By, ProtectionOptions, ProtectionRefusal, TrueCell } from './types.ts'

/** A released table and what a correction would make of it: tables of the same crossings. */
export interface Correction {
  readonly before: readonly TrueCell[]
  readonly after: readonly TrueCell[]
  /** Cases that are new, and changed cases as they are now. */
  readonly added: readonly TrueCell[]
  /** Cases that are gone, and changed cases as they were. */
  readonly removed: readonly TrueCell[]
  /** Cases that stay as they were. */
  readonly kept: readonly TrueCell[]
  /**
   * How much money moved: amounts are absolute changes by recipient, those without a change not counted among
   * `contributors`. The same crossings; counts are not read.
   */
  readonly moved: readonly TrueCell[]
  /** The groups that the release hides. */
  readonly hidden: readonly By[]
}

export type CorrectionVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false
      /** `change-too-small` or `change-dominated`: cells of added or removed cases that fail the rule. */
      readonly reason:
        | 'change-too-small'
        | 'change-dominated'
        | 'net-too-small'
        | 'money-too-few'
        | 'groups-differ'
        | 'not-the-change'
        | 'pattern-changes'
        | 'told-together'
      /** How many cells stand in the way; for `told-together`, how many groups both releases hide. */
      readonly cells: number
    }
  | ProtectionRefusal

/**
 * Whether a correction of a released table may itself be released.
 *
 * The difference of two releases is a table too: every cell of the added and of the removed cases must pass
 * the rule, the corrected table must hide exactly what the release hid, and both releases together, laid out as
 * one set of tables, must have a witness for every sensitive figure.
 *
 * @param options those of the release
 * @returns `{ ok: true }`, or the reason and the number of cells: `groups-differ` (labels come or go),
 *   `not-the-change` (after ≠ before + added − removed, or more money than `moved` says), `change-too-small`, `change-dominated`,
 *   `net-too-small` (the net of a cell is 1 to N − 1), `money-too-few` (money moved for fewer than N recipients, or
 *   mostly for one), `pattern-changes`, `told-together` (no witness in both releases);
 *   or a refusal of the table itself
 * @example mayCorrect({ before, after, added, removed, kept, moved, hidden }, sha256, { threshold: 5 })
 */
export function mayCorrect(
  correction: Correction,
  hash: Hash,
  options: ProtectionOptions = {},
): CorrectionVerdict {
  const { before, after, added, removed } = correction
  const tables = [before, after, added, removed].map(
    (cells) => new Map(cells.map((cell) => [groupKey(cell.by), cell])),
  )
  const [old, fresh, plus, minus] = tables
  if (!old || !fresh || !plus || !minus) return { ok: false, reason: 'groups-differ', cells: 0 }
  const strange = [...old.keys()].filter((key) => !fresh.has(key)).length
  const novel = [...fresh.keys(), ...plus.keys(), ...minus.keys()].filter((key) => !old.has(key)).length
  if (strange + novel > 0) return { ok: false, reason: 'groups-differ', cells: strange + novel }

  const wrong = before.filter((cell) => {
    const key = groupKey(cell.by)
    return differs(cell, fresh.get(key), plus.get(key), minus.get(key))
  })
  if (wrong.length > 0) return { ok: false, reason: 'not-the-change', cells: wrong.length }

  const { threshold, pPercent } = completed(options)
  const rules = [before, after, added, removed].map((cells) => ruleFor(cells, threshold, pPercent))
  const rule = { ...ruleFor(before, threshold, pPercent), remainder: rules.some((one) => one.remainder) }
  const faults = [...added, ...removed].map((cell) => faultOf(groupOf([cell], rule), rule))
  const small = faults.filter((fault) => fault === 'small').length
  if (small > 0) return { ok: false, reason: 'change-too-small', cells: small }
  const dominated = faults.filter((fault) => fault === 'dominance').length
  if (dominated > 0) return { ok: false, reason: 'change-dominated', cells: dominated }

  // Whoever holds both releases sees the net, however many changes cancel out in it.
  const net = before.filter((cell) => {
    const now = fresh.get(groupKey(cell.by)) ?? cell
    const counts = (one: TrueCell) => [...groupOf([one], rule).counts, one.counts[WHOLE] ?? 0]
    const was = counts(cell)
    return counts(now).some((count, i) => isSmall(Math.abs(count - (was[i] ?? 0)), threshold))
  }).length
  if (net > 0) return { ok: false, reason: 'net-too-small', cells: net }
  const moved = new Map(correction.moved.map((cell) => [groupKey(cell.by), cell]))
  const untold = before.filter((cell) => {
    const key = groupKey(cell.by)
    const ore = (one: TrueCell | undefined, name: string) => one?.amounts[name]?.totalOre ?? 0
    return rule.amounts.some(
      (name) => Math.abs(ore(fresh.get(key), name) - ore(cell, name)) > ore(moved.get(key), name),
    )
  }).length
  if (untold > 0) return { ok: false, reason: 'not-the-change', cells: untold }
  const few = correction.moved.filter((cell) =>
    rule.amounts.some((name) => {
      const amount = cell.amounts[name]
      // Of recipients who are not known nothing is tested, here as in the release.
      const hands = amount?.contributors ?? 0
      return isSmall(hands, threshold) || isDominated([cell], name, pPercent)
    }),
  ).length
  if (few > 0) return { ok: false, reason: 'money-too-few', cells: few }

  const protection = protectGroups(after, hash, { ...options, forced: correction.hidden })
  if (!protection.ok) return protection
  const was = new Set(correction.hidden.map(groupKey))
  const changed = protection.table.cells.filter(
    ({ by, suppressed }) => (suppressed === true) !== was.has(groupKey(by)),
  )
  if (changed.length > 0) return { ok: false, reason: 'pattern-changes', cells: changed.length }
  return holdTogether(correction, hash, options)
    ? { ok: true }
    : { ok: false, reason: 'told-together', cells: correction.hidden.length }
}

function differs(
  before: TrueCell,
  after: TrueCell | undefined,
  added: TrueCell | undefined,
  removed: TrueCell | undefined,
): boolean {
  const net = (figure: (cell: TrueCell) => number) => {
    const of = (cell: TrueCell | undefined) => (cell === undefined ? 0 : figure(cell))
    return figure(before) + of(added) - of(removed) - of(after)
  }
  return (
    Object.keys(before.counts).some((name) => net((cell) => cell.counts[name] ?? 0) !== 0) ||
    Object.keys(before.amounts).some((name) => net((cell) => cell.amounts[name]?.totalOre ?? 0) !== 0)
  )
}
