import type { Locale } from '@jamvikt/i18n'
import { Notice, Tag, type VerdictKind } from '@jamvikt/ui'
import { amountText, moneyText, sumText } from '../../ui/amounts.ts'
import { type Forecast, type ForecastState, leftOverOre } from '../rules/forecast.ts'
import type { ActivityForecast, PlanForecast } from '../rules/plan-forecast.ts'
import { shareText } from './names.ts'

const KINDS: Readonly<Record<ForecastState, VerdictKind>> = {
  'no-budget': 'few',
  'no-ledger': 'few',
  'no-dates': 'few',
  'too-early': 'few',
  'in-step': 'good',
  under: 'bad',
  over: 'bad',
}

/** What may go unused, first on the page; nothing where nothing does. */
export function RiskBanner({
  locale,
  forecast,
  here,
}: {
  locale: Locale
  forecast: PlanForecast
  here: string
}) {
  const largest = forecast.rows.toSorted((a, b) => Number(b.atRiskOre - a.atRiskOre))[0]
  if (largest === undefined || largest.atRiskOre === 0n) return null
  return (
    <Notice kind="watch">
      <p>
        <strong>{locale.text('plan.m.risk', { amount: largeText(locale, forecast.leftOverOre) })}</strong>{' '}
        {locale.text('plan.m.risk.largest', {
          activity: largest.activity.fields.name,
          reason: reasonOf(locale, largest),
        })}{' '}
        <a href={`${here}/money/forecast`}>{locale.text('plan.m.risk.see')}</a>
      </p>
    </Notice>
  )
}

function largeText(locale: Locale, [least, most]: readonly [bigint, bigint]): string {
  const [from, to] = [locale.largeKronor(Number(least)), locale.largeKronor(Number(most))]
  return from === to ? to : `${from}–${to}`
}

/** “12 % used, 37 % of the time left”. */
function reasonOf(locale: Locale, { usedShare, passed }: Forecast): string {
  return locale.text('plan.m.reason', {
    used: usedShare === null ? '–' : shareText(locale, usedShare),
    left: passed === null ? '–' : shareText(locale, 1 - passed),
  })
}

/** To the nearest krona, for reading: a forecast is no closer. */
function whole(amountOre: bigint | null): bigint | null {
  return amountOre === null ? null : ((amountOre + (amountOre < 0n ? -50n : 50n)) / 100n) * 100n
}

/** “120 000–150 000”, or one figure where the two agree. */
function intervalText(locale: Locale, { lowOre, highOre }: Forecast): string {
  const [low, high] = [amountText(locale, whole(lowOre)), amountText(locale, whole(highOre))]
  return low === high ? low : `${low}–${high}`
}

const A_THOUSAND = 100_000n

/** “203 000–258 000 kr”: to the nearest thousand where there are ten of them, and never more than the budget. */
function leftOverText(locale: Locale, row: Forecast): string {
  const [low, high] = leftOverOre(row).map((ore) => {
    const near = ore < 10n * A_THOUSAND ? ore : ((ore + A_THOUSAND / 2n) / A_THOUSAND) * A_THOUSAND
    return whole(row.budgetOre !== null && near > row.budgetOre ? ore : near) ?? 0n
  })
  const most = moneyText(locale, high ?? 0n)
  return low === high ? most : `${amountText(locale, low ?? 0n)}–${most}`
}

const WIDTH = 96

/** Used, committed and the forecast’s interval against the budget, each row by its own scale. The figures stand in the row. */
function ForecastBar({ row }: { row: Forecast }) {
  const { budgetOre, usedOre, committedOre, lowOre, highOre, passed } = row
  const most = [budgetOre, highOre, usedOre + committedOre].reduce<bigint>(
    (a, b) => (b !== null && b > a ? b : a),
    0n,
  )
  if (most === 0n) return null
  const at = (ore: bigint | null) =>
    2 + (ore === null || ore <= 0n ? 0 : (Number(ore) / Number(most)) * WIDTH)
  const [low, high] = [at(lowOre), at(highOre)]
  return (
    <svg class="forecast-bar" viewBox={`0 0 ${WIDTH + 4} 18`} aria-hidden="true" focusable="false">
      <rect class="fb-budget" x="2" y="5" width={at(budgetOre) - 2} height="8" />
      <rect class="fb-committed" x="2" y="5" width={at(usedOre + committedOre) - 2} height="8" />
      <rect class="fb-used" x="2" y="5" width={at(usedOre) - 2} height="8" />
      {lowOre === null ? null : <path class="fb-interval" d={`M${low} 9H${high}M${low} 3v12M${high} 3v12`} />}
      {budgetOre === null ? null : <path class="fb-limit" d={`M${at(budgetOre)} 1v16`} />}
      {budgetOre === null || passed === null ? null : (
        <path class="fb-time" d={`M${2 + (at(budgetOre) - 2) * passed} 1v16`} />
      )}
    </svg>
  )
}

/** Activity by activity: what it may use, has used, and is heading for. */
export function ForecastTable(props: {
  locale: Locale
  forecast: PlanForecast
  caption: string
  /** Where money can be proposed to be moved from an activity. */
  moveFrom: ((row: ActivityForecast) => string) | null
}) {
  const { locale, forecast, moveFrom } = props
  const heads = ['budget', 'used', 'committed', 'remaining', 'forecast'] as const
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={props.caption}>
      <table class="stack forecast">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.m.dimension.activity')}</th>
            <th scope="col">{locale.text('plan.m.f.state')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="n">
                {locale.text(`plan.m.f.${head}`)}
              </th>
            ))}
            <th scope="col">{locale.text('plan.m.f.drawn')}</th>
          </tr>
        </thead>
        <tbody>
          {forecast.rows.map((row) => (
            <tr key={row.activity.id}>
              <th scope="row">{row.activity.fields.name}</th>
              <td data-label={locale.text('plan.m.f.state')}>
                <Tag kind={KINDS[row.state]}>{locale.text(`plan.m.state.${row.state}`)}</Tag>
                {row.state === 'under' || row.state === 'over' ? (
                  <p class="hint">
                    {reasonOf(locale, row)}
                    {row.atRiskOre > 0n
                      ? `. ${locale.text('plan.m.f.atRisk', { amount: leftOverText(locale, row) })}`
                      : ''}{' '}
                    {row.state === 'under' && moveFrom !== null ? (
                      <a
                        href={moveFrom(row)}
                        aria-label={locale.text('plan.m.f.move.of', { activity: row.activity.fields.name })}
                      >
                        {locale.text('plan.m.f.move')}
                      </a>
                    ) : null}
                  </p>
                ) : null}
              </td>
              <td class="n" data-label={locale.text('plan.m.f.budget')}>
                {sumText(locale, row.budget)}
              </td>
              <td class="n" data-label={locale.text('plan.m.f.used')}>
                {forecast.asOf === null ? '–' : amountText(locale, row.usedOre)}
                {row.usedShare === null || forecast.asOf === null
                  ? ''
                  : ` (${shareText(locale, row.usedShare)})`}
              </td>
              <td class="n" data-label={locale.text('plan.m.f.committed')}>
                {amountText(locale, row.committedOre)}
              </td>
              <td class="n" data-label={locale.text('plan.m.f.remaining')}>
                {amountText(locale, row.remainingOre)}
              </td>
              <td class="n" data-label={locale.text('plan.m.f.forecast')}>
                {intervalText(locale, row)}
              </td>
              <td>
                <ForecastBar row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
