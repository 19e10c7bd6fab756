import type { AuditResult, Comparison, ReleasedGroup } from './audit-types.ts'
import type { GapStage, StageGap } from './gap-types.ts'
import { groupKey } from './group-key.ts'
import { stageGap } from './stage-gap.ts'
import type { By } from './types.ts'

/** What can be said, without words: a key for the text and its figures. Shares and rates 0–1, money in öre. */
export type AuditSentence =
  | { readonly key: 'headline.noDecisions' }
  | { readonly key: 'headline.nothingToCompare' }
  | { readonly key: 'headline.insufficientEvidence'; readonly params: { compared: number } }
  | { readonly key: 'headline.noDifferenceShown'; readonly params: { compared: number; unclear: number } }
  | {
      readonly key: 'headline.differenceShown'
      readonly params: {
        by: By
        reference: By
        rate: number
        referenceRate: number
        shortfallGrants: number
        shortfallOre: number | null
        shown: number
        compared: number
      }
    }
  | { readonly key: 'gap.unknown'; readonly params: { reason: string } }
  | {
      readonly key: 'gap.where'
      readonly params: {
        entering: GapStage
        shareEntering: number
        shareAmount: number
        total: number
        from: GapStage
        to: GapStage
        part: number
      }
    }
  | { readonly key: 'gap.split'; readonly params: { mix: number; within: number; unsplit: number } }
  | { readonly key: 'gap.notSplit'; readonly params: { reason: 'no-dimension' | 'rest-not-derivable' } }
  | { readonly key: 'certainty.noDecisions' }
  | { readonly key: 'certainty.insufficientEvidence'; readonly params: { minimumDetectable: number | null } }
  | { readonly key: 'certainty.noDifferenceShown'; readonly params: { low: number; high: number } }
  | { readonly key: 'certainty.differenceShown'; readonly params: { holmP: number } }

export type AuditSentenceKey = AuditSentence['key']

/**
 * The headline finding and three plain sentences on the gap: where it arises, how much is mix and how much
 * within, and how sure the difference in rates is. Keys with figures; the texts are written elsewhere.
 *
 * The headline is a shown difference by sex alone, else by sex and more, else any; among these the one with
 * the largest shortfall of grants. Without enough data it says
 * `insufficientEvidence`. No key speaks of causes.
 *
 * @param gap left out: computed from the result's own cells, base and stages
 * @returns the headline first; then one `gap.unknown`, or `gap.where` and `gap.split` / `gap.notSplit`;
 *   `certainty.*` last
 * @example auditSentences(auditCells(cells, { stages }))[0]?.key // 'headline.insufficientEvidence'
 */
export function auditSentences(result: AuditResult, gap: StageGap = gapOf(result)): AuditSentence[] {
  return [headline(result), ...gapSentences(gap), certainty(result)]
}

function gapOf({ cells, options }: AuditResult): StageGap {
  return stageGap(cells, {
    stages: options.stages,
    ...(options.base === undefined ? {} : { base: options.base }),
    ...(options.sexDimension === undefined ? {} : { pairDimension: options.sexDimension }),
  })
}

type ComparedGroup = ReleasedGroup & { readonly comparison: Comparison }

function comparedGroups(result: AuditResult): ComparedGroup[] {
  return result.groups.flatMap((group) => {
    if (group.suppressed || group.comparison === null) return []
    return [{ ...group, comparison: group.comparison }]
  })
}

function headline(result: AuditResult): AuditSentence {
  if (!result.stages.decided) return { key: 'headline.noDecisions' }
  const compared = comparedGroups(result)
  if (compared.length === 0) return { key: 'headline.nothingToCompare' }
  const shown = compared.filter((group) => group.verdict === 'differenceShown')
  const size = (group: ComparedGroup) => Math.abs(group.comparison.shortfallGrants)
  const sex = result.options.sexDimension ?? 'sex'
  const [largest] = shown.toSorted(
    (a, b) =>
      rankOf(a.by, sex) - rankOf(b.by, sex) ||
      size(b) - size(a) ||
      (groupKey(a.by) < groupKey(b.by) ? -1 : 1),
  )
  if (largest === undefined) {
    const unclear = compared.filter((group) => group.verdict === 'insufficientEvidence').length
    return unclear === compared.length
      ? { key: 'headline.insufficientEvidence', params: { compared: compared.length } }
      : { key: 'headline.noDifferenceShown', params: { compared: compared.length, unclear } }
  }
  const { comparison } = largest
  const reference = result.groups.find((g) => groupKey(g.by) === groupKey(comparison.reference))
  return {
    key: 'headline.differenceShown',
    params: {
      by: largest.by,
      reference: comparison.reference,
      rate: largest.rate?.value ?? 0,
      referenceRate: reference?.suppressed === false ? (reference.rate?.value ?? 0) : 0,
      shortfallGrants: comparison.shortfallGrants,
      shortfallOre: comparison.shortfallOre,
      shown: shown.length,
      compared: compared.length,
    },
  }
}

/** What is said first: sex alone, then sex with more, then all else. */
function rankOf(by: By, sex: string): number {
  if (by[sex] === undefined) return 2
  return Object.keys(by).length === 1 ? 0 : 1
}

function gapSentences(gap: StageGap): AuditSentence[] {
  if (!gap.ok) return [{ key: 'gap.unknown', params: { reason: gap.reason } }]
  const direction = gap.total < 0 ? -1 : 1
  const [largest] = gap.parts.toSorted((a, b) => direction * (b.total - a.total))
  if (largest === undefined) return [{ key: 'gap.unknown', params: { reason: 'no-count-stage' } }]
  const { entering, shareEntering, shareAmount, total } = gap
  const { from, to, total: part } = largest
  const sum = (pick: 'mix' | 'within') => gap.parts.reduce((s, p) => s + (p[pick] ?? 0), 0)
  const unsplit = gap.parts.reduce((s, p) => s + (p.mix === null ? p.total : 0), 0)
  const where = { entering, shareEntering, shareAmount, total, from, to, part }
  return [
    { key: 'gap.where', params: where },
    gap.split === 'split'
      ? { key: 'gap.split', params: { mix: sum('mix'), within: sum('within'), unsplit } }
      : { key: 'gap.notSplit', params: { reason: gap.split } },
  ]
}

function certainty(result: AuditResult): AuditSentence {
  if (!result.stages.decided) return { key: 'certainty.noDecisions' }
  const sex = result.options.sexDimension ?? 'sex'
  const pair = comparedGroups(result).find(
    ({ by, comparison }) => isPair(by, sex) && isPair(comparison.reference, sex),
  )
  const interval = pair?.comparison.impactRatio?.interval ?? null
  if (pair?.verdict === 'differenceShown') {
    return { key: 'certainty.differenceShown', params: { holmP: pair.comparison.holmP } }
  }
  if (pair?.verdict === 'noDifferenceShown' && interval !== null) {
    return { key: 'certainty.noDifferenceShown', params: interval }
  }
  const minimumDetectable = pair?.comparison.minimumDetectable ?? null
  return { key: 'certainty.insufficientEvidence', params: { minimumDetectable } }
}

function isPair(by: By, sex: string): boolean {
  return Object.keys(by).length === 1 && (by[sex] === 'women' || by[sex] === 'men')
}
