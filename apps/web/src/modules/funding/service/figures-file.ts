import { assertReleased } from '@jamvikt/disclosure'
import type { AuditGroup } from '@jamvikt/equity'
import { type CsvValue, writeCsv, writeXlsx } from '@jamvikt/tables'
import type { AuditView } from '../worker/engine-messages.ts'
import type { ReleasedAudit } from './released-audit.ts'

/** The words of a file, in the reader's language; the figures come from the release alone. */
export interface FileTexts {
  readonly sheetFigures: string
  readonly sheetDictionary: string
  readonly column: (key: string) => string
  readonly meaning: (key: string) => string
  readonly dimension: (name: string) => string
  readonly label: (name: string, code: string) => string
  readonly verdict: (verdict: string) => string
  readonly dictionaryHeaders: readonly [sheet: string, column: string, meaning: string, unit: string]
  readonly facts: readonly (readonly [string, string])[]
  readonly hidden: string
  /** Stands where a variable is summed over. */
  readonly all: string
}

const kronor = (ore: number | null) => (ore === null ? null : Math.round(ore) / 100)

const COLUMNS = [
  'base',
  'applied',
  'share',
  'decided',
  'granted',
  'refused',
  'withdrawn',
  'rate',
  'intervalFrom',
  'intervalTo',
  'ratio',
  'ratioFrom',
  'ratioTo',
  'p',
  'holm',
  'shortfall',
  'shortfallKr',
  'mdd',
  'verdict',
  'amountApplied',
  'amountGranted',
  'shareAmount',
  'perApplied',
  'median',
] as const
type Column = (typeof COLUMNS)[number]
type Figures = Record<Column, number | string | null>

function figuresOf(group: AuditGroup): Figures | null {
  if (group.suppressed) return null
  const { counts, rate, comparison } = group
  const ratio = comparison?.impactRatio ?? null
  return {
    base: group.baseCount,
    applied: counts.applied,
    share: group.share,
    decided: counts.decided,
    granted: counts.granted,
    refused: counts.refused,
    withdrawn: counts.withdrawn,
    rate: rate?.value ?? null,
    intervalFrom: rate?.low ?? null,
    intervalTo: rate?.high ?? null,
    ratio: ratio?.ratio ?? null,
    ratioFrom: ratio?.interval?.low ?? null,
    ratioTo: ratio?.interval?.high ?? null,
    p: comparison?.fisherP ?? null,
    holm: comparison?.holmP ?? null,
    shortfall: comparison?.shortfallGrants ?? null,
    shortfallKr: kronor(comparison?.shortfallOre ?? null),
    mdd: comparison?.minimumDetectable ?? null,
    verdict: group.verdict,
    amountApplied: kronor(group.appliedOre),
    amountGranted: kronor(group.grantedOre),
    shareAmount: group.shareOfGrantedAmount,
    perApplied: group.grantedPerApplied,
    median: kronor(group.medianGrantedOre),
  }
}

export interface TakenFile {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
}

/** A release as a file: the same figures as on the page, in every crossing, with what each column means. */
export async function figuresFile(
  kind: 'xlsx' | 'csv' | 'json',
  audit: ReleasedAudit,
  texts: FileTexts,
): Promise<TakenFile> {
  for (const table of audit.tables) assertReleased(table)
  const everything = await audit.everything()
  const groups = (everything?.groups ?? []).toSorted((a, b) => Number(a.suppressed) - Number(b.suppressed))
  if (kind === 'json')
    return {
      body: JSON.stringify(asJson(audit, everything, groups, texts), null, 1),
      type: 'application/json',
    }
  const dimensions = [...new Set(groups.flatMap((group) => Object.keys(group.by)))].sort(
    (a, b) => Number(b === 'sex') - Number(a === 'sex'),
  )
  const header = [...dimensions.map(texts.dimension), ...COLUMNS.map(texts.column), texts.hidden]
  const rows = groups.map((group): CsvValue[] => {
    const figures = figuresOf(group)
    const value = (column: Column): CsvValue => {
      const found = figures?.[column] ?? null
      return column === 'verdict' && typeof found === 'string' ? texts.verdict(found) : found
    }
    return [
      ...dimensions.map((name) =>
        group.by[name] === undefined ? texts.all : texts.label(name, group.by[name]),
      ),
      ...COLUMNS.map(value),
      figures ? 0 : 1,
    ]
  })
  const entries = COLUMNS.map((column) => [texts.column(column), texts.meaning(column)] as const)
  if (kind === 'csv') {
    const notes = [...texts.facts, ...entries].map(([name, text]): CsvValue[] => [name, text])
    return {
      body: writeCsv([header, ...rows, [], texts.dictionaryHeaders.slice(1, 3), ...notes]),
      type: 'text/csv; charset=utf-8',
    }
  }
  const bytes = await writeXlsx([{ name: texts.sheetFigures, headers: header, rows }], {
    name: texts.sheetDictionary,
    headers: texts.dictionaryHeaders,
    entries: [...texts.facts, ...entries].map(([column, meaning]) => ({
      sheet: texts.sheetFigures,
      column,
      meaning,
    })),
  })
  return {
    body: new Uint8Array(bytes),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
}

function asJson(
  audit: ReleasedAudit,
  everything: AuditView | null,
  groups: readonly AuditGroup[],
  texts: FileTexts,
) {
  return {
    audience: 'released',
    release: audit.release.id,
    list: audit.list.name,
    synthetic: audit.list.synthetic,
    periods: audit.chosen,
    releasedAt: audit.release.releasedAt,
    threshold: audit.threshold,
    leaderRule: audit.leaderRule,
    ...(audit.proofs.length > 0 ? { certificates: audit.proofs } : {}),
    groups: groups.map((group) => ({
      by: group.by,
      suppressed: group.suppressed,
      ...figuresOf(group),
    })),
    gap: everything?.gap ?? null,
    dictionary: Object.fromEntries(COLUMNS.map((column) => [column, texts.meaning(column)])),
  }
}
