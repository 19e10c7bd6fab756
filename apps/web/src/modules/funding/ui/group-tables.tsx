import { type AuditGroup, MISSING_LABELS, type ReleasedGroup, type Verdict } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'
import { IntervalMark, Tag, type VerdictKind } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { AuditView } from '../worker/engine-messages.ts'
import { crossingName, groupName, hueOf } from './labels.ts'

const VERDICT: Record<Verdict, VerdictKind> = {
  differenceShown: 'bad',
  noDifferenceShown: 'good',
  insufficientEvidence: 'few',
  reference: 'neutral',
}

interface Column {
  readonly key: string
  readonly label: string
  readonly value: (group: ReleasedGroup) => number | null
  readonly show: (group: ReleasedGroup) => ComponentChildren
  readonly figure: boolean
}

export interface Sorting {
  readonly key: string
  readonly descending: boolean
  /** The page's address with this order. */
  readonly href: (key: string, descending: boolean) => string
}

/** The groups of a crossing that there is anything to say of; women and men are listed also at zero. */
function groupsOf(view: AuditView, crossing: readonly string[]): AuditGroup[] {
  const wanted = ['sex', ...crossing].sort().join()
  return view.groups.filter((group) => {
    if ([...group.crossing].sort().join() !== wanted) return false
    if (group.suppressed) return true
    const n = group.counts.applied ?? group.counts.granted ?? 0
    return n > 0 || group.by.sex === 'women' || group.by.sex === 'men'
  })
}

function sortGroups(
  groups: readonly AuditGroup[],
  columns: readonly Column[],
  sorting: Sorting,
  locale: Locale,
) {
  const column = columns.find((one) => one.key === sorting.key)
  const sign = sorting.descending ? -1 : 1
  const value = (group: AuditGroup) => (group.suppressed || !column ? null : column.value(group))
  const missingRest = ({ by: { sex: _, ...rest } }: AuditGroup) =>
    Object.values(rest).some((label) => MISSING_LABELS.has(label))
  const restName = (group: AuditGroup) => groupName(locale, { ...group.by, sex: '' })
  return groups.toSorted((a, b) => {
    const x = value(a)
    const y = value(b)
    if (column && x !== y) return x === null ? 1 : y === null ? -1 : sign * (x - y)
    const order = ['women', 'men', 'other']
    const place = (group: AuditGroup) => (order.indexOf(group.by.sex ?? '') + 9) % 9
    return (
      Number(missingRest(a)) - Number(missingRest(b)) ||
      locale.compare(restName(a), restName(b)) ||
      place(a) - place(b)
    )
  })
}

/** One table of a crossing: a row a group, hidden groups marked, sorted by links that work without script. */
function GroupTable(props: {
  locale: Locale
  caption: string
  groups: readonly AuditGroup[]
  columns: readonly Column[]
  sorting: Sorting
}) {
  const { locale, columns, sorting } = props
  const rows = sortGroups(props.groups, columns, sorting, locale)
  return (
    <div
      class={rows.length > 40 ? 'sticky-box' : 'scroll'}
      tabIndex={0}
      role="region"
      aria-label={props.caption}
    >
      <table class="sticky stack">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('audit.col.group')}</th>
            {columns.map((column) => {
              const current = sorting.key === column.key
              return (
                <th
                  scope="col"
                  key={column.key}
                  class={column.figure ? 'n' : undefined}
                  aria-sort={current ? (sorting.descending ? 'descending' : 'ascending') : undefined}
                >
                  <a href={sorting.href(column.key, current ? !sorting.descending : true)}>
                    {column.label}
                    {current ? (sorting.descending ? ' ↓' : ' ↑') : ''}
                  </a>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((group) => {
            const name = groupName(locale, group.by)
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((column) => (
                  <td key={column.key} class={column.figure ? 'n' : undefined} data-label={column.label}>
                    {group.suppressed ? (
                      <span class="hidden-cell" title={locale.text('audit.hidden')}>
                        ··
                      </span>
                    ) : (
                      column.show(group)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function figure(
  key: string,
  label: string,
  value: Column['value'],
  format: (value: number) => string,
): Column {
  return {
    key,
    label,
    value,
    figure: true,
    show: (group) => {
      const found = value(group)
      return found === null ? '–' : format(found)
    },
  }
}

/** Rates with their intervals and verdicts. */
function rateColumns(locale: Locale, view: AuditView, groups: readonly AuditGroup[]): Column[] {
  const { number, percent } = locale
  const highs = groups.flatMap((group) => (group.suppressed || !group.rate ? [] : [group.rate.high]))
  const max = Math.max(0.1, ...highs)
  const rates = new Map(
    groups.flatMap((group) =>
      group.suppressed || !group.rate ? [] : [[groupName(locale, group.by), group.rate.value]],
    ),
  )
  const referenceRate = (group: ReleasedGroup) =>
    group.comparison
      ? (rates.get(groupName(locale, group.comparison.reference)) ?? null)
      : (group.rate?.value ?? null)
  const count = (key: 'applied' | 'decided' | 'granted' | 'refused' | 'withdrawn' | 'pending') =>
    figure(key, locale.text(`audit.col.${key}`), (group) => group.counts[key], number)
  const share = figure('share', locale.text('audit.col.share'), (group) => group.share, percent)
  if (!view.stages.decided)
    return [...(view.stages.applied ? [count('applied')] : []), count('granted'), share]
  return [
    ...(view.hasBase
      ? [figure('base', locale.text('audit.col.base'), (group) => group.baseCount, number)]
      : []),
    count('applied'),
    share,
    count('decided'),
    count('granted'),
    figure('rate', locale.text('audit.col.rate'), (group) => group.rate?.value ?? null, percent),
    {
      key: 'interval',
      label: locale.text('audit.col.interval'),
      value: (group) => group.rate?.low ?? null,
      figure: false,
      show: (group) =>
        group.rate ? (
          <span class="interval-cell">
            <IntervalMark
              value={group.rate.value}
              low={group.rate.low}
              high={group.rate.high}
              max={max}
              reference={referenceRate(group)}
              group={hueOf(group.by)}
            />
            <small>{`${percent(group.rate.low)}–${percent(group.rate.high)}`}</small>
          </span>
        ) : (
          '–'
        ),
    },
    figure(
      'ratio',
      locale.text('audit.col.ratio'),
      (group) => group.comparison?.impactRatio?.ratio ?? null,
      locale.decimal,
    ),
    {
      key: 'verdict',
      label: locale.text('audit.col.verdict'),
      value: (group) =>
        ['differenceShown', 'noDifferenceShown', 'insufficientEvidence', 'reference'].indexOf(group.verdict),
      figure: false,
      show: (group) =>
        group.missing ? (
          '–'
        ) : (
          <Tag kind={VERDICT[group.verdict]}>{locale.text(`audit.verdict.${group.verdict}`)}</Tag>
        ),
    },
  ]
}

/** How each group was compared: tests, shortfalls, and what could have been seen. */
function testColumns(locale: Locale): Column[] {
  const ratio = (group: ReleasedGroup) => group.comparison?.impactRatio ?? null
  const compared = (
    key: string,
    value: (comparison: NonNullable<ReleasedGroup['comparison']>) => number | null,
    format: (value: number) => string,
  ) =>
    figure(
      key,
      locale.text(`audit.col.${key}` as 'audit.col.p'),
      (group) => (group.comparison ? value(group.comparison) : null),
      format,
    )
  return [
    figure('ratio', locale.text('audit.col.ratio'), (group) => ratio(group)?.ratio ?? null, locale.decimal),
    {
      key: 'ratioInterval',
      label: locale.text('audit.col.ratioInterval'),
      value: (group) => ratio(group)?.interval?.low ?? null,
      figure: true,
      show: (group) => {
        const interval = ratio(group)?.interval
        return interval ? `${locale.decimal(interval.low)}–${locale.decimal(interval.high)}` : '–'
      },
    },
    compared('p', (comparison) => comparison.fisherP, locale.probability),
    compared('holm', (comparison) => comparison.holmP, locale.probability),
    compared(
      'shortfall',
      (comparison) => comparison.shortfallGrants,
      (value) => locale.number(Math.round(value)),
    ),
    compared('shortfallKr', (comparison) => comparison.shortfallOre, locale.largeKronor),
    compared(
      'mdd',
      (comparison) => comparison.minimumDetectable,
      (value) => locale.points(value).replace('+', ''),
    ),
    figure('refused', locale.text('audit.col.refused'), (group) => group.counts.refused, locale.number),
    figure('withdrawn', locale.text('audit.col.withdrawn'), (group) => group.counts.withdrawn, locale.number),
    figure('pending', locale.text('audit.col.pending'), (group) => group.counts.pending, locale.number),
  ]
}

/** The money of each group. */
function moneyColumns(locale: Locale): Column[] {
  return [
    figure(
      'amountApplied',
      locale.text('audit.col.amountApplied'),
      (group) => group.appliedOre,
      locale.kronor,
    ),
    figure(
      'amountGranted',
      locale.text('audit.col.amountGranted'),
      (group) => group.grantedOre,
      locale.kronor,
    ),
    figure(
      'shareAmount',
      locale.text('audit.col.shareAmount'),
      (group) => group.shareOfGrantedAmount,
      locale.percent,
    ),
    figure(
      'perApplied',
      locale.text('audit.col.perApplied'),
      (group) => group.grantedPerApplied,
      locale.percent,
    ),
    figure('median', locale.text('audit.col.median'), (group) => group.medianGrantedOre, locale.kronor),
  ]
}

export function GroupTables(props: {
  locale: Locale
  view: AuditView
  crossing: readonly string[]
  sorting: Sorting
}) {
  const { locale, view, crossing } = props
  const groups = groupsOf(view, crossing)
  const name = crossingName(locale, crossing)
  const hidden = groups.filter((group) => group.suppressed).length
  const table = { locale, groups, sorting: props.sorting }
  return (
    <section class="card" id="groups">
      <GroupTable
        {...table}
        caption={locale.text('audit.table.rates', { crossing: name })}
        columns={rateColumns(locale, view, groups)}
      />
      {hidden > 0 ? (
        <p class="note">
          {locale.text('audit.hiddenNote', {
            hidden: locale.number(hidden),
            groups: locale.number(groups.length),
          })}
        </p>
      ) : null}
      <p class="note">{locale.text('audit.unknownNote')}</p>
      {view.stages.amountGranted ? (
        <details>
          <summary>{locale.text('audit.table.money', { crossing: name })}</summary>
          <GroupTable
            {...table}
            caption={locale.text('audit.table.money', { crossing: name })}
            columns={moneyColumns(locale)}
          />
        </details>
      ) : null}
      {view.stages.decided ? (
        <details>
          <summary>{locale.text('audit.table.tests', { crossing: name })}</summary>
          <GroupTable
            {...table}
            caption={locale.text('audit.table.tests', { crossing: name })}
            columns={testColumns(locale)}
          />
        </details>
      ) : null}
    </section>
  )
}
