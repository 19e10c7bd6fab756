import type { Certificate, Hash } from '../certificate/types.ts'
import { certificateOf } from './certify.ts'
import { type GroupIndex, indexGroups } from './group-index.ts'
import { combinations, groupKey } from './group-key.ts'
import { placeGroups, tablesOfGroups } from './group-tables.ts'
import { hideGroups } from './hide-groups.ts'
import { completed, faultOfOptions } from './options.ts'
import { faultOf, groupOf, isKnown } from './rule.ts'
import { starOf } from './star.ts'
import type { By, Protection, ProtectionOptions, PublishedCell, TrueCell } from './types.ts'

/**
 * Protects tables of grants: cases by outcome and money, crossed by sex and a few dimensions more. Each group is shown
 * whole or hidden whole.
 *
 * A group is hidden when one of its counts is 1 to N − 1, or an amount fails the p % rule. Further groups are hidden
 * until each such figure keeps an interval of the promised width against whoever knows what is shown, and that counts are
 * not negative. An amount may be larger by that width, even for whoever knows what one of its recipients has. Women and
 * men are hidden together; empty groups may be hidden to cover others. The total and those of women and men stay where
 * they can, and groups of few dimensions rather than of many.
 *
 * @param cells every cell of each crossing (full product of labels), zero cells too; with a crossing all its subsets.
 *   The largest crossings share all but one of their dimensions. Order does not matter
 * @param hash binds the certificate to what is shown
 * @returns the table, the internal reasons apart from it, and the certificate; or a refusal: `no-cells`, `bad-option`,
 *   `bad-figure` (not whole, negative, or parts beyond `applied`), `duplicate-cell`, `missing-cell`,
 *   `missing-crossing`, `not-additive`, `not-a-star`, `too-many-cells`, each naming its group or crossing;
 *   `certificate-fails` is a fault of the program
 * @example
 * const protection = protectGroups(table.cells, sha256, { threshold: 5 })
 * if (protection.ok) auditCells(protection.table.cells, { stages: table.stages })
 */
export function protectGroups(
  cells: readonly TrueCell[],
  hash: Hash,
  options: ProtectionOptions = {},
): Protection {
  const full = completed(options)
  const { threshold, pPercent } = full
  const option = faultOfOptions(full)
  if (option !== null) return { ok: false, reason: 'bad-option', option }
  const index = indexGroups(cells, threshold, pPercent)
  if ('ok' in index) return index
  const star = starOf(index.crossings, index.labels)
  if (!star.ok) return star
  const groups = placeGroups(index, star)
  const set = tablesOfGroups(index, star, groups)
  const hidden = hideGroups({ index, set, groups, options: full })
  const certified = certificateOf(hidden.suppression, hash)
  if (!certified.ok) return certified
  return assemble(index, hidden.keys, certified.certificate)
}

function assemble(index: GroupIndex, hidden: ReadonlySet<string>, certificate: Certificate): Protection {
  const all = index.crossings.flatMap((crossing) => combinations(crossing, index.labels))
  const cells = all.flatMap((by) => {
    const key = groupKey(by)
    const cell = index.cells.get(key)
    if (cell === undefined) return []
    return [hidden.has(key) ? { by, suppressed: true as const } : publish(cell, by)]
  })
  const { threshold, pPercent, amounts } = index.rule
  return {
    ok: true,
    table: {
      cells,
      threshold,
      pPercent,
      dominanceTested: [...index.cells.values()].every((cell) =>
        amounts.every((name) => isKnown(cell, name)),
      ),
      counts: { cells: cells.length, suppressed: hidden.size },
    },
    reasons: all.flatMap((by) => {
      const key = groupKey(by)
      const cell = index.cells.get(key)
      if (!hidden.has(key) || cell === undefined) return []
      return [{ by, reason: faultOf(groupOf([cell], index.rule), index.rule) ?? 'complement' }]
    }),
    certificate,
  }
}

/** Only totals leave: recipients, and how many they are, stay behind. */
function publish(cell: TrueCell, by: By): PublishedCell {
  const amounts = Object.entries(cell.amounts).map(([name, { totalOre }]) => [name, { totalOre }] as const)
  return { by, counts: { ...cell.counts }, amounts: Object.fromEntries(amounts) }
}
