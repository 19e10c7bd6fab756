import { type LeaderRule, nearest } from '@jamvikt/domain'
import {
  type AuditCell,
  type AuditResult,
  type AuditSentence,
  auditCells,
  auditSentences,
  type BaseCell,
  type By,
  compareText,
  crossingKey,
  groupKey,
  MISSING_LABELS,
  type Simpson,
  type StageGap,
  simpson,
  stageGap,
} from '@jamvikt/equity'
import type { Mapping, Refusal } from '@jamvikt/tables'
import { readBaseCells } from './base-cells.ts'
import type { Texts } from './messages.ts'
import { type AuditOrder, type Problems, withSuggestions } from './options.ts'
import { protectList } from './protect-list.ts'
import { type Progress, readList } from './read-list.ts'
import { readMapping } from './read-mapping.ts'

/** Everything that an answer says, before it is written as text, JSON or CSV. */
export interface Audit {
  readonly ok: true
  readonly audience: 'protected' | 'working'
  readonly result: AuditResult
  readonly gap: StageGap
  /** Of the two groups asked for with `--gap`. */
  readonly otherGap: { readonly groups: readonly [By, By]; readonly gap: StageGap } | null
  /** Of the first dimension beside sex; null when there is none or nothing was decided. */
  readonly simpson: { readonly dimension: string; readonly found: Simpson } | null
  readonly sentences: readonly AuditSentence[]
  readonly by: readonly string[]
  readonly missingStages: readonly string[]
  readonly rows: number
  readonly rowsRefused: number
  readonly refusals: readonly Refusal[]
  readonly leaderRule: LeaderRule | null
  readonly sexInferred: boolean
  /** Null in the working view. */
  readonly threshold: number | null
}

export interface AuditRequest {
  readonly order: AuditOrder
  readonly texts: Texts
  readonly onProgress: Progress
  readonly onRefusals: (refusals: readonly Refusal[]) => Promise<Problems | null>
}

export async function runAudit(request: AuditRequest): Promise<Audit | Problems> {
  const { order, texts } = request
  const found = await readMapping(order.mapping, texts)
  if (!found.ok) return found
  const { mapping } = found
  if (mapping.sexInferred && !order.working) return { ok: false, problems: [texts.text('sexInferred')] }
  const base = order.base === null ? null : await readBaseCells(order.base, texts)
  if (base?.ok === false) return base
  const list = await readList({ ...request, mapping })
  if (!list.ok) return list
  const labels = [...new Set(list.cells.flatMap(({ by }) => Object.values(by)))]
  if (order.reference !== null && !labels.includes(order.reference)) {
    const problem = texts.text('referenceUnknown', { value: order.reference })
    return { ok: false, problems: [withSuggestions(texts, problem, nearest(order.reference, labels))] }
  }
  const baseCells = base?.cells ?? []
  const cells = order.working ? list.cells : protectList(list.cells, order.threshold)
  const { stages } = list
  const result = auditCells(womenFirst(cells), {
    stages,
    ...(base === null ? {} : { base: baseCells }),
    ...(order.reference === null ? {} : { reference: order.reference }),
  })
  const gap = stageGap(cells, { stages, ...(base === null ? {} : { base: baseCells }) })
  const groups = order.gapGroups
  const unknown = Object.keys(groups?.[0] ?? {}).filter((name) => !order.by.includes(name))
  if (unknown.length > 0) {
    return { ok: false, problems: [texts.text('gapNotCrossed', { names: unknown.join(', ') })] }
  }
  const otherGap =
    groups === null
      ? null
      : {
          groups,
          gap: stageGap(cells, {
            stages,
            groups,
            splitDimension: Object.hasOwn(groups[0], 'industry') ? null : 'industry',
            ...(base === null ? {} : { base: baseCells }),
          }),
        }
  const [dimension] = order.by.includes('sex') ? order.by.filter((name) => name !== 'sex') : []
  const stated = cells.filter((cell) => !MISSING_LABELS.has(cell.by[dimension ?? ''] ?? ''))
  return {
    ok: true,
    audience: order.working ? 'working' : 'protected',
    result,
    gap,
    otherGap,
    simpson:
      dimension === undefined || !stages.decided ? null : { dimension, found: simpson(stated, dimension) },
    sentences: auditSentences(result, gap),
    by: order.by,
    missingStages: missingStages(stages, baseCells),
    rows: list.rows,
    rowsRefused: list.rowsRefused,
    refusals: list.refusals,
    leaderRule: ruleOf(order, mapping),
    sexInferred: mapping.sexInferred,
    threshold: order.working ? null : order.threshold,
  }
}

function ruleOf(order: AuditOrder, mapping: Mapping): LeaderRule | null {
  return order.leaderRule ?? mapping.leaderRule ?? null
}

function missingStages(stages: AuditResult['stages'], base: readonly BaseCell[]): string[] {
  const order = ['applied', 'decided', 'granted', 'amountApplied', 'amountGranted'] as const
  return [...(base.length === 0 ? ['base'] : []), ...order.filter((stage) => !stages[stage])]
}

const SEXES = ['women', 'men', 'other']

/** The crossings in their order; in each, women beside men of the same combination, women first. */
function womenFirst(cells: readonly AuditCell[]): AuditCell[] {
  const rank = ({ by }: AuditCell): number =>
    (SEXES.indexOf(by.sex ?? '') + SEXES.length + 1) % (SEXES.length + 1)
  const rest = ({ by: { sex: _, ...others } }: AuditCell): string => groupKey(others)
  const places = new Map<string, AuditCell[]>()
  for (const cell of cells) {
    const key = crossingKey(cell.by)
    places.set(key, [...(places.get(key) ?? []), cell])
  }
  return [...places.values()].flatMap((family) =>
    family.toSorted(
      (a, b) =>
        compareText(rest(a), rest(b)) || rank(a) - rank(b) || compareText(groupKey(a.by), groupKey(b.by)),
    ),
  )
}
