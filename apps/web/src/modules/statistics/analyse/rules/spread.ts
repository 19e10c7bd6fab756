import {
  bootstrapSegregation,
  dissimilarity,
  karmelMaclachlan,
  type LocalSegregation,
  localSegregation,
  type MutualInformation,
  mutualInformation,
  type RandomAllocation,
  type Refusal,
  randomAllocation,
  type SegregationBootstrap,
  segregationTable,
} from '@jamvikt/equity'
import type { StatTable } from '@jamvikt/tables'
import type { Concepts } from '../../rules/concepts.ts'
import { type CountChoice, MOST_STRATA } from './choice.ts'
import { wholeOf } from './parts.ts'
import { axesOf, takenOf } from './strata-of.ts'
import { sumCells } from './sum-cells.ts'

const DRAWS = 200
const SEED = 1

export interface SpreadUnit {
  readonly code: string
  /** `null` where a cell is missing. */
  readonly women: number | null
  readonly men: number | null
}

export type Spread =
  | {
      readonly ok: true
      readonly units: readonly SpreadUnit[]
      readonly d: number
      readonly ip: number
      readonly mutual: MutualInformation
      readonly local: readonly LocalSegregation[]
      readonly bootstrap: SegregationBootstrap
      readonly chance: RandomAllocation
    }
  | Refusal
  | { readonly ok: false; readonly reason: 'too-many-strata' | 'not-whole'; readonly culprit: string }

/**
 * How unevenly women and men are spread over the categories of a dimension. Categories with a missing cell are left out.
 *
 * @returns refusals as `segregationTable`; `too-many-strata`, `not-whole` as `strataOf`
 */
export function spreadOf(
  table: StatTable,
  choice: CountChoice,
  unitsId: string,
  { sex, ...others }: Concepts,
): Spread {
  const concepts = { sex, ...others }
  const axes = axesOf(table, [unitsId, sex?.dimension ?? ''], concepts)
  const codes = axes[0]?.codes ?? []
  if (2 * codes.length > MOST_STRATA) return { ok: false, reason: 'too-many-strata', culprit: unitsId }
  const { sums, areCounts } = sumCells(table, axes, everythingElse(table, choice, concepts))
  if (!areCounts) return { ok: false, reason: 'not-whole', culprit: unitsId }
  const figure = (at: number) => {
    const sum = sums[at] ?? Number.NaN
    return Number.isNaN(sum) ? null : sum
  }
  const units = codes.map((code, at) => ({ code, women: figure(2 * at), men: figure(2 * at + 1) }))
  const rows = units.flatMap(({ code, women, men }) =>
    women === null || men === null
      ? []
      : [
          { unit: code, group: 'women', n: women },
          { unit: code, group: 'men', n: men },
        ],
  )
  const made = segregationTable(rows)
  if (!made.ok) return made
  const pair = { group: 'women', against: 'men' }
  const apart = dissimilarity(made.table, pair)
  if (!apart.ok) return apart
  const drawn = { draws: DRAWS, seed: SEED, pair }
  const bootstrap = bootstrapSegregation(made.table, drawn)
  if (!bootstrap.ok) return bootstrap
  const chance = randomAllocation(made.table, drawn)
  if (!chance.ok) return chance
  return {
    ok: true,
    units,
    d: apart.d,
    ip: karmelMaclachlan(made.table),
    mutual: mutualInformation(made.table),
    local: localSegregation(made.table, 'unit'),
    bootstrap,
    chance,
  }
}

/** All persons that the choice is about: its outcome and its groups summed, the rest as chosen. */
function everythingElse(table: StatTable, choice: CountChoice, concepts: Concepts) {
  const taken = takenOf(table, choice.rest, concepts)
  for (const dimension of table.dimensions)
    if (!taken.has(dimension.id)) taken.set(dimension.id, wholeOf(dimension, concepts))
  return taken
}
