import type { AuditGroup, StageGap } from '@jamvikt/equity'
import type { Audit } from './run-audit.ts'

/** One group as the JSON answer gives it: shares and rates 0–1, money in kronor, null for what is not known. */
export type GroupFigures = ReturnType<typeof groupFigures>

/** Öre, whole or nearly so, as kronor with at most two decimals. */
const kronor = (ore: number | null): number | null => (ore === null ? null : Math.round(ore) / 100)

const pairOf = (interval: { low: number; high: number } | null | undefined): [number, number] | null =>
  interval === null || interval === undefined ? null : [interval.low, interval.high]

/** `order` is that of the dimensions asked for. */
export function groupFigures(group: AuditGroup, order: readonly string[]) {
  const shown = group.suppressed ? null : group
  const compared = shown?.comparison ?? null
  return {
    by: Object.fromEntries(order.filter((name) => name in group.by).map((name) => [name, group.by[name]])),
    applied: shown?.counts.applied ?? null,
    decided: shown?.counts.decided ?? null,
    granted: shown?.counts.granted ?? null,
    refused: shown?.counts.refused ?? null,
    withdrawn: shown?.counts.withdrawn ?? null,
    pending: shown?.counts.pending ?? null,
    share: shown?.share ?? null,
    rate: shown?.rate?.value ?? null,
    rateInterval: pairOf(shown?.rate),
    amountApplied: kronor(shown?.appliedOre ?? null),
    amountGranted: kronor(shown?.grantedOre ?? null),
    medianGranted: kronor(shown?.medianGrantedOre ?? null),
    shareOfAmountGranted: shown?.shareOfGrantedAmount ?? null,
    grantedPerApplied: shown?.grantedPerApplied ?? null,
    adverseImpactRatio: compared?.impactRatio?.ratio ?? null,
    ratioInterval: pairOf(compared?.impactRatio?.interval),
    fisherP: compared?.fisherP ?? null,
    holmP: compared?.holmP ?? null,
    shortfallGrants: compared?.shortfallGrants ?? null,
    shortfallAmount: (shown?.grantedOre ?? null) === null ? null : kronor(compared?.shortfallOre ?? null),
    minimumDetectable: compared?.minimumDetectable ?? null,
    verdict: shown?.verdict ?? null,
    suppressed: group.suppressed,
  }
}

function gapFigures(gap: StageGap) {
  if (!gap.ok) return null
  const { orePerEntering, otherOrePerEntering, ...figures } = gapParts(gap)
  return { ...figures, women: kronor(orePerEntering), men: kronor(otherOrePerEntering) }
}

function gapParts(gap: StageGap & { readonly ok: true }) {
  const { ok: _, parts, split: __, ...figures } = gap
  return {
    ...figures,
    stages: parts.map(({ to, total, mix, within }) => ({ stage: to, total, mix, within })),
  }
}

/** The gap between the two groups asked for, kronor for each one entering. */
function otherGapFigures(other: Audit['otherGap']) {
  if (other === null) return null
  const { groups, gap } = other
  if (!gap.ok) return { groups, reason: gap.reason }
  const { orePerEntering, otherOrePerEntering, ...figures } = gapParts(gap)
  return {
    groups,
    reason: null,
    ...figures,
    first: kronor(orePerEntering),
    other: kronor(otherOrePerEntering),
  }
}

function simpsonFigures(simpson: Audit['simpson']) {
  if (simpson === null || !simpson.found.ok) return null
  const { ok: _, ...figures } = simpson.found
  return { dimension: simpson.dimension, ...figures }
}

/** The JSON answer; a stable contract. */
export function answerJson(audit: Audit) {
  const { gap, result, simpson } = audit
  const isOverall = (group: AuditGroup): boolean => group.crossing.length === 0
  const overall = result.groups.find(isOverall)
  return {
    audience: audit.audience,
    overall: overall === undefined ? null : groupFigures(overall, audit.by),
    groups: result.groups.filter((group) => !isOverall(group)).map((group) => groupFigures(group, audit.by)),
    gap: gapFigures(gap),
    gapReason: gap.ok ? null : gap.reason,
    otherGap: otherGapFigures(audit.otherGap),
    simpson: simpsonFigures(simpson),
    simpsonReason: simpson !== null && !simpson.found.ok ? simpson.found.reason : null,
    missingStages: audit.missingStages,
    rows: audit.rows,
    refusedRows: audit.rowsRefused,
    leaderRule: audit.leaderRule,
    sexInferred: audit.sexInferred,
    threshold: audit.threshold,
  }
}
