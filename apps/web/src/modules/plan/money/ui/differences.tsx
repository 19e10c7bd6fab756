import type { Locale } from '@jamvikt/i18n'
import { Tag } from '@jamvikt/ui'
import type { PlanTree } from '../../rules/tree.ts'
import { moneyText, sumText } from '../../ui/amounts.ts'
import type { InKindCheck } from '../rules/in-kind.ts'
import type { IndirectCheck } from '../rules/indirect-costs.ts'
import type { Compared, Comparison, Verdict } from '../rules/reconcile.ts'
import { byText, memberName } from './names.ts'

const MOST_LINES = 20

/** What a verdict says, in words with the amount. */
function verdictText(locale: Locale, verdict: Verdict, unit: 'kr' | 'tkr' = 'kr'): string {
  switch (verdict.kind) {
    case 'equal':
      return locale.text('plan.m.verdict.equal')
    case 'unknown':
      return locale.text('plan.m.verdict.unknown')
    case 'differs':
    case 'differs-at-least': {
      const { byOre } = verdict
      return locale.text(`plan.m.verdict.${verdict.kind}`, {
        amount: moneyText(locale, byOre < 0n ? -byOre : byOre, unit),
      })
    }
  }
}

function VerdictTag({ locale, verdict }: { locale: Locale; verdict: Verdict }) {
  const kind = verdict.kind === 'equal' ? 'good' : verdict.kind === 'unknown' ? 'few' : 'bad'
  return <Tag kind={kind}>{verdictText(locale, verdict)}</Tag>
}

function rowName(locale: Locale, tree: PlanTree, { members }: Compared): string {
  return members.map((member) => memberName(locale, tree, member)).join(', ')
}

/** Where two budgets meet: a line a pair with every way of meeting, and each difference by itself. */
export function Differences(props: { locale: Locale; tree: PlanTree; comparisons: readonly Comparison[] }) {
  const { locale, tree } = props
  const pairs = Map.groupBy(props.comparisons, ({ first, second }) => `${first.id} ${second.id}`)
  return (
    <ul class="plain meetings">
      {[...pairs].map(([pair, ways]) => (
        <li key={pair}>
          <strong>
            {ways[0]?.first.name} – {ways[0]?.second.name}
          </strong>
          <ul class="plain ways">
            {ways.map((way) => (
              <li key={way.by.join()}>
                {byText(locale, way.by)} <WayTag locale={locale} rows={way.rows} />
              </li>
            ))}
          </ul>
          <DifferingRows locale={locale} tree={tree} ways={ways} />
        </li>
      ))}
    </ul>
  )
}

function isTelling({ verdict }: Compared): boolean {
  return verdict.kind.startsWith('differs')
}

function WayTag({ locale, rows }: { locale: Locale; rows: readonly Compared[] }) {
  const telling = rows.filter(isTelling).length
  const unknown = rows.filter(({ verdict }) => verdict.kind === 'unknown').length
  if (telling > 0) return <Tag kind="bad">{locale.counted('plan.m.differences', telling)}</Tag>
  if (unknown === 0) return <VerdictTag locale={locale} verdict={{ kind: 'equal' }} />
  return unknown === rows.length ? (
    <VerdictTag locale={locale} verdict={{ kind: 'unknown' }} />
  ) : (
    <Tag kind="few">{locale.counted('plan.m.notCompared', unknown)}</Tag>
  )
}

function DifferingRows(props: { locale: Locale; tree: PlanTree; ways: readonly Comparison[] }) {
  const { locale, tree, ways } = props
  const lines = ways.flatMap(({ first, second, by, rows }) =>
    rows.filter(isTelling).map((row) => ({ first, second, by, row })),
  )
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.slice(0, MOST_LINES).map(({ first, second, by, row }) => (
        <li key={[...by, ...row.members].join()}>
          {row.members.length === 0 ? locale.text('plan.m.sum') : rowName(locale, tree, row)}: {first.name}{' '}
          {sumText(locale, row.first)}, {second.name} {sumText(locale, row.second)}.{' '}
          {verdictText(locale, row.verdict)}
        </li>
      ))}
      {lines.length > MOST_LINES ? (
        <li>{locale.counted('plan.m.moreInFile', lines.length - MOST_LINES)}</li>
      ) : null}
    </ul>
  )
}

/** Indirect costs by their rate beside what has been entered. */
export function IndirectTable(props: { locale: Locale; checks: readonly IndirectCheck[] }) {
  const { locale, checks } = props
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('plan.m.indirect')}>
      <table>
        <caption>{locale.text('plan.m.indirect')}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.m.dimension.cost-type')}</th>
            <th scope="col">{locale.text('plan.m.dimension.year')}</th>
            <th scope="col" class="n">
              {locale.text('plan.m.indirect.base')}
            </th>
            <th scope="col" class="n">
              {locale.text('plan.m.indirect.computed')}
            </th>
            <th scope="col" class="n">
              {locale.text('plan.m.indirect.entered')}
            </th>
            <th scope="col">{locale.text('plan.m.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={`${check.budget.id}${check.costType.id}${check.year}`}>
              <th scope="row">
                {check.costType.fields.name}, {locale.figure(check.costType.fields.rate ?? 0, 1)} % (
                {check.budget.name})
              </th>
              <td>{check.year ?? locale.text('plan.m.allYears')}</td>
              <td class="n">{sumText(locale, check.base)}</td>
              <td class="n">{sumText(locale, check.computed)}</td>
              <td class="n">{sumText(locale, check.entered)}</td>
              <td>
                <VerdictTag locale={locale} verdict={check.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is given in kind, as cost and as financing. */
export function InKindList(props: { locale: Locale; checks: readonly InKindCheck[] }) {
  const { locale, checks } = props
  return (
    <>
      <h3>{locale.text('plan.m.inKind')}</h3>
      <ul class="plain">
        {checks.map(({ costs, financing, year, cost, financed, verdict }) => (
          <li key={`${costs.id}${financing.id}${year}`}>
            {year === null ? '' : `${year}: `}
            {locale.text('plan.m.inKind.line', {
              cost: sumText(locale, cost),
              costs: costs.name,
              financed: sumText(locale, financed),
              financing: financing.name,
            })}{' '}
            <VerdictTag locale={locale} verdict={verdict} />
          </li>
        ))}
      </ul>
    </>
  )
}
