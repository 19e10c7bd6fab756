import { shapley } from '../decomposition/shapley.ts'
import { chainOf, chainStages, releasedClasses, settingsOf } from './gap-chain.ts'
import { type Factor, factorOf } from './gap-factors.ts'
import type { Chain, GapPart, GapStage, StageGap, StageGapOptions } from './gap-types.ts'
import { groupKey } from './group-key.ts'
import type { AuditCell } from './types.ts'

/**
 * Where along the way from the population to the granted kronor a group's share is lost.
 *
 * Gap = the first group's share of the base less its share of kronor granted, of the two groups only: women and men
 * unless other groups are named, such as foreign-born women beside native-born men. Without a base the first count
 * stage takes its place. The chain applied/base × decided/applied × granted/decided ×
 * kronor/granted runs over the stages that the data hold (neighbours join over an absent one). Each step is
 * Σ mix × level over the classes of the split dimension: mix = the class's share of the group's entering
 * count, level = what goes on to the next stage for each one entering. Each mix and each level is one
 * quantity; its part of the gap is its Shapley value when women's quantities are replaced by men's, so the
 * parts add up to the gap exactly and no order of stages is preferred. This is arithmetic, not causation.
 *
 * A class that a group never enters takes the other group's level. A step where someone leaves a class that
 * nobody entered, or whose stages are not known by class, stays unsplit (`mix` and `within` null).
 * Suppressed classes, and everything else not listed, form one rest class = the group's total less the
 * released classes; where that would be negative nothing is split (`split: 'rest-not-derivable'`).
 *
 * @param cells by {group} and {group, split}; others are passed over
 * @returns the gap and its parts in shares (−1 to 1), or a refusal:
 *   `no-amount-stage`, `no-count-stage`; `group-missing`, `group-suppressed` (a group's own total);
 *   `nobody-enters` (a group's first stage is 0), `other-has-no-amount` (the share would not exist),
 *   `empty-stage-before-full` (figures of different tables)
 *
 * Source: Shorrocks (2013), J. Econ. Inequality 11; the split in mix and level after Das Gupta (1993).
 * @example stageGap(cells, { stages, base, splitDimension: 'industry' })
 */
export function stageGap(cells: readonly AuditCell[], options: StageGapOptions): StageGap {
  const settings = settingsOf(options)
  const lookup = new Map(cells.map((cell) => [groupKey(cell.by), cell]))
  if (!options.stages.amountGranted) return { ok: false, reason: 'no-amount-stage' }
  const stages = chainStages(settings)
  if (stages.length < 2) return { ok: false, reason: 'no-count-stage' }
  const [first, other] = settings.groups.map((group) => lookup.get(groupKey(group)))
  if (first === undefined || other === undefined) return { ok: false, reason: 'group-missing' }
  if (first.suppressed === true || other.suppressed === true) return { ok: false, reason: 'group-suppressed' }

  const { classes } = releasedClasses(cells, lookup, settings)
  const chains = (names: readonly string[] | null) =>
    [first, other].map((cell, i) => chainOf(cell, settings.groups[i] ?? {}, stages, names, lookup, settings))
  const splitChains = chains(classes)
  const derivable = splitChains.every((chain) => chain !== null)
  const [a, b] = derivable ? splitChains : chains(null)
  if (!a || !b) return { ok: false, reason: 'group-missing' }
  const split =
    settings.split === null || classes.length === 0
      ? 'no-dimension'
      : derivable
        ? 'split'
        : 'rest-not-derivable'
  return decompose(a, b, stages, split)
}

function decompose(
  a: Chain,
  b: Chain,
  stages: readonly GapStage[],
  split: 'split' | 'no-dimension' | 'rest-not-derivable',
): StageGap {
  const entering = a.totals[0] ?? 0
  const otherEntering = b.totals[0] ?? 0
  const amount = a.totals.at(-1) ?? 0
  const otherAmount = b.totals.at(-1) ?? 0
  if (entering === 0 || otherEntering === 0) return { ok: false, reason: 'nobody-enters' }
  if (otherAmount === 0) return { ok: false, reason: 'other-has-no-amount' }
  const factors: Factor[] = []
  for (let at = 0; at + 1 < stages.length; at++) {
    const factor = factorOf(a, b, at)
    if (factor === null) return { ok: false, reason: 'empty-stage-before-full' }
    factors.push(split === 'split' ? factor : { split: false, values: endsOf(factor) })
  }
  const shareFor = (mask: number): number => {
    const own = entering * productOf(factors, mask)
    return own / (own + otherAmount)
  }
  const players = factors.reduce((n, factor) => n + (factor.split ? 2 : 1), 0)
  const values = shapley(players, shareFor)
  const shareEntering = entering / (entering + otherEntering)
  const shareAmount = amount / (amount + otherAmount)
  return {
    ok: true,
    total: shareEntering - shareAmount,
    entering: stages[0] ?? 'base',
    shareEntering,
    shareAmount,
    orePerEntering: amount / entering,
    otherOrePerEntering: otherAmount / otherEntering,
    parts: partsOf(factors, values, stages),
    split,
  }
}

function endsOf({ values }: Factor): number[] {
  return [values[0] ?? 0, values.at(-1) ?? 0]
}

function productOf(factors: readonly Factor[], mask: number): number {
  let product = 1
  let bit = 0
  for (const { split, values } of factors) {
    const choice = (mask >> bit) & (split ? 3 : 1)
    product *= values[choice] ?? 0
    bit += split ? 2 : 1
  }
  return product
}

function partsOf(
  factors: readonly Factor[],
  values: readonly number[],
  stages: readonly GapStage[],
): GapPart[] {
  let at = 0
  return factors.map(({ split }, i) => {
    const step = { from: stages[i] ?? 'base', to: stages[i + 1] ?? 'amount' }
    const value = values[at++] ?? 0
    if (!split) return { ...step, total: value, mix: null, within: null }
    const within = values[at++] ?? 0
    return { ...step, total: value + within, mix: value, within }
  })
}
