import type { Hash } from '../certificate/types.ts'
import { type Cube, layOut } from '../model/cube.ts'
import { releaseDimension } from '../releases/successive.ts'
import type { Contributors } from '../sensitivity/rules.ts'
import type { Figure, TableSet } from '../suppress/options.ts'
import { suppress } from '../suppress/suppress.ts'
import { certificateOf } from './certify.ts'
import { type GroupIndex, indexGroups } from './group-index.ts'
import { groupKey } from './group-key.ts'
import { placeGroups, tablesOfGroups } from './group-tables.ts'
import { rulesOf } from './hide-groups.ts'
import { completed } from './options.ts'
import { starOf } from './star.ts'
import type { By, ProtectionOptions, TrueCell } from './types.ts'

/** The sets of releases that a case stands in, as leaves: the later only, the earlier only, both. */
const STANDINGS = ['01', '10', '11']
const RELEASES = 2

/** A release and its correction, as tables of the same groups. */
export interface TwoReleases {
  readonly before: readonly TrueCell[]
  readonly after: readonly TrueCell[]
  /** Cases of the later release only, of the earlier only, and of both. */
  readonly added: readonly TrueCell[]
  readonly removed: readonly TrueCell[]
  readonly kept: readonly TrueCell[]
  /** Hidden in both. */
  readonly hidden: readonly By[]
}

/**
 * Whether whoever holds two releases that hide the same groups can work out no sensitive figure of either, nor of those
 * who came or left: both are one set of tables, in which the release is one dimension more, and each figure has a
 * witness in it.
 *
 * @returns false also where the tables are not sound
 * @example holdTogether({ before, after, added, removed, kept, hidden }, sha256, { threshold: 5 })
 */
export function holdTogether(releases: TwoReleases, hash: Hash, options: ProtectionOptions = {}): boolean {
  const full = completed(options)
  const { added, removed, kept, before, after, hidden } = releases
  const indices = [added, removed, kept, before, after].map((cells) =>
    indexGroups(cells, full.threshold, full.pPercent),
  )
  const sound = indices.filter((index): index is GroupIndex => !('ok' in index))
  // The labels of the release: those who came, left or stayed may lack some.
  const index = sound[STANDINGS.length]
  if (index === undefined || sound.length < indices.length) return false
  const star = starOf(index.crossings, index.labels)
  if (!star.ok) return false
  const laid = layOut([...star.cube.dimensions, releaseDimension(STANDINGS, RELEASES)])
  if (!laid.ok) return false
  const { cube } = laid
  const groups = placeGroups(index, star)
  // What one table leaves of the cases beyond its parts, all have to leave.
  const remainder = sound.some(({ rule }) => rule.remainder)
  const sets = sound.map((one) => tablesOfGroups({ ...one, rule: { ...one.rule, remainder } }, star, groups))
  const isGone = new Set(hidden.map(groupKey))
  const hiddenBefore: number[] = []
  const mustPublish: number[] = []
  for (const { key, cells } of groups) {
    for (let release = 0; release < RELEASES; release++) {
      const cell = (cells[0] ?? 0) * sets.length + STANDINGS.length + release
      if (isGone.has(key)) hiddenBefore.push(cell)
      else mustPublish.push(cell)
    }
  }
  const leftOut = Uint8Array.from({ length: cube.size }, (_, cell) =>
    cell % sets.length < STANDINGS.length ? 1 : 0,
  )
  // Who stands in both is told by none of their differences.
  const guarded = leftOut.map((mark, cell) => (cell % sets.length < STANDINGS.indexOf('11') ? mark : 0))
  const tables = { ...laidOut(cube, sets), leftOut, guarded, hiddenBefore }
  const rules = { ...rulesOf(index.rule, cube, full), mustPublish }
  const suppression = suppress(tables, rules, { rounds: 0 })
  return suppression.ok && certificateOf(suppression, hash).ok
}

/** The tables of each node of the last dimension, as tables of the cube. */
function laidOut(cube: Cube, sets: readonly TableSet[]): TableSet {
  const turned = (valuesOf: (set: TableSet) => ArrayLike<number> | undefined) => {
    const all = sets.map(valuesOf)
    return Float64Array.from({ length: cube.size }, (_, cell) => {
      return all[cell % sets.length]?.[Math.floor(cell / sets.length)] ?? 0
    })
  }
  const figures = (sets[0]?.figures ?? []).map((figure, i): Figure => {
    const values = turned(({ figures: own }) => own?.[i]?.values)
    if (figure.kind === 'part') return { ...figure, values }
    const behind = (set: TableSet) => {
      const own = set.figures?.[i]
      return own?.kind === 'amount' ? own.contributors : null
    }
    if (!sets.every(behind)) return { ...figure, values, contributors: null }
    const of = (name: 'first' | 'second' | 'held') => turned((set) => behind(set)?.[name])
    const contributors: Contributors = {
      count: Int32Array.from(turned((set) => behind(set)?.count)),
      first: of('first'),
      second: of('second'),
      held: of('held'),
    }
    return { ...figure, values, contributors }
  })
  return { cube, counts: turned(({ counts }) => counts), figures }
}
