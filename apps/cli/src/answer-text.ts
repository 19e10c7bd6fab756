import { basename } from 'node:path'
import { type AuditGroup, crossingKey, type StageGap } from '@jamvikt/equity'
import { type Locale, localeOf } from '@jamvikt/i18n'
import { alignColumns } from './align-columns.ts'
import type { Texts } from './messages.ts'
import type { Audit } from './run-audit.ts'
import { groupName, sentencesOf } from './say.ts'

const HIDDEN = '··'
const UNKNOWN = '–'
const MOST_GROUPS = 40
const REASONS_SHOWN = 5
const LONGEST_NAME = 48

/** The answer for the terminal: headline, what was refused, one table for each crossing, and the gap. */
export function answerText(audit: Audit, file: string, texts: Texts): string {
  const { text } = texts
  const locale = localeOf(texts.language)
  const { counts, groups } = audit.result
  const crossings = Map.groupBy(groups, ({ by }) => crossingKey(by))
  const stages = audit.missingStages.map((stage) => texts.known(`stage.${stage}`, stage)).join(', ')
  const head = [
    text('title', { file: basename(file) }),
    audit.threshold === null ? text('working') : text('protected', { threshold: audit.threshold }),
    ...(audit.leaderRule === null ? [] : [text('rule', { rule: text(`rule.${audit.leaderRule}`) })]),
    ...(audit.sexInferred ? [text('inferredNote')] : []),
    text('rows', { rows: locale.number(audit.rows), refused: locale.number(audit.rowsRefused) }),
    ...refusedLines(audit, texts),
    ...(stages === '' ? [] : [text('missingStages', { stages })]),
  ]
  return [
    head.join('\n'),
    sentencesOf(audit, texts).join('\n'),
    ...[...crossings.values()].map((family) => groupTable(family, audit.by, texts, locale)),
    gapTable(audit, texts, locale),
    ...otherGapTable(audit, texts, locale),
    ...(counts.suppressed === 0
      ? []
      : [text('hidden', { hidden: locale.number(counts.suppressed), groups: locale.number(counts.groups) })]),
    '',
  ].join('\n\n')
}

function refusedLines({ refusals }: Audit, texts: Texts): string[] {
  const locale = localeOf(texts.language)
  const lines = refusals.slice(0, REASONS_SHOWN).map(({ row, column, reason, value }) =>
    texts.text('refusedRow', {
      row,
      column: column === '' ? '' : `, ${column}`,
      reason: locale.dynamic(`intake.reason.${reason}`, reason),
      value: value === undefined ? '' : ` (${value})`,
    }),
  )
  const left = refusals.length - lines.length
  return left === 0 ? lines : [...lines, texts.text('refusedMore', { count: locale.number(left) })]
}

function groupTable(
  family: readonly AuditGroup[],
  order: readonly string[],
  texts: Texts,
  locale: Locale,
): string {
  const { text } = texts
  const columns = [
    'column.group',
    'column.applied',
    'column.decided',
    'column.granted',
    'column.rate',
    'column.interval',
    'column.ratio',
    'column.holm',
    'column.amount',
    'column.shareAmount',
    'column.verdict',
  ] as const
  const lines = family
    .slice(0, MOST_GROUPS)
    .map((group) => groupLine(group, shortened(groupName(group.by, order, texts)), texts, locale))
  const table = alignColumns([columns.map((column) => text(column)), ...lines], [0, columns.length - 1])
  const left = family.length - lines.length
  return left === 0 ? table : `${table}\n${text('moreGroups', { count: locale.number(left) })}`
}

const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name

function groupLine(group: AuditGroup, name: string, texts: Texts, locale: Locale): string[] {
  if (group.suppressed) return [name, ...Array.from({ length: 9 }, () => HIDDEN), '']
  const { counts, rate, comparison, grantedOre, shareOfGrantedAmount, verdict } = group
  const or = <Value>(value: Value | null | undefined, format: (value: Value) => string): string =>
    value === null || value === undefined ? UNKNOWN : format(value)
  const isWhole = group.crossing.length === 0
  return [
    name,
    or(counts.applied, locale.number),
    or(counts.decided, locale.number),
    or(counts.granted, locale.number),
    or(rate?.value, locale.percent),
    or(rate, ({ low, high }) => `${locale.percent(low).replace(' %', '')}–${locale.percent(high)}`),
    or(comparison?.impactRatio?.ratio, locale.decimal),
    or(comparison?.holmP, locale.probability),
    or(grantedOre, (ore) => locale.number(Math.round(ore / 100))),
    isWhole ? '' : or(shareOfGrantedAmount, locale.percent),
    isWhole || rate === null ? '' : texts.text(`verdict.${verdict}`),
  ]
}

function gapTable({ gap }: Audit, texts: Texts, locale: Locale): string {
  const { text } = texts
  if (!gap.ok) return text('gapUnknown', { reason: text(`gap.${gap.reason}`) })
  const perUnit = text('gapPerUnit', {
    entering: texts.known(`stage.${gap.entering}`, gap.entering),
    women: locale.kronor(gap.orePerEntering),
    men: locale.kronor(gap.otherOrePerEntering),
  })
  return `${text('gapTitle')}\n${gapLines(gap, texts, locale)}\n${perUnit}`
}

function otherGapTable({ otherGap, by }: Audit, texts: Texts, locale: Locale): string[] {
  if (otherGap === null) return []
  const { text } = texts
  const [first = '', other = ''] = otherGap.groups.map((group) => groupName(group, by, texts))
  const { gap } = otherGap
  if (!gap.ok) return [text('otherGapUnknown', { first, other, reason: text(`otherGap.${gap.reason}`) })]
  const perUnit = text('otherGapPerUnit', {
    entering: texts.known(`stage.${gap.entering}`, gap.entering),
    first: `${first} ${locale.kronor(gap.orePerEntering)}`,
    other: `${other} ${locale.kronor(gap.otherOrePerEntering)}`,
  })
  return [`${text('otherGapTitle', { first, other })}\n${gapLines(gap, texts, locale)}\n${perUnit}`]
}

function gapLines(gap: StageGap & { readonly ok: true }, texts: Texts, locale: Locale): string {
  const { text } = texts
  const stage = (name: string): string => texts.known(`stage.${name}`, name)
  const points = (value: number | null): string => (value === null ? UNKNOWN : locale.points(-value))
  const isSplit = gap.parts.some(({ mix }) => mix !== null)
  const split = (mix: string, within: string): string[] => (isSplit ? [mix, within] : [])
  const rows = [
    [text('column.step'), text('column.points'), ...split(text('column.mix'), text('column.within'))],
    ...gap.parts.map(({ from, to, total, mix, within }) => [
      `${stage(from)} → ${stage(to)}`,
      points(total),
      ...split(points(mix), points(within)),
    ]),
    [text('total'), points(gap.total), ...split('', '')],
  ]
  return alignColumns(rows, [0])
}
