import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import { AREAS } from '../model-datasets.ts'
import { decimalsOf } from '../rules/pivot.ts'
import { paceOf, targetProgress } from '../rules/series.ts'
import type { MeasuredIndicator, OpenIndicator } from '../service/indicators.ts'
import { captionOf, nameOf } from './caption.ts'
import { figureText } from './figure-text.ts'
import { IndicatorChart } from './indicator-chart.tsx'
import { changeText, IndicatorWords, TargetWords, valueText } from './indicator-words.tsx'
import { PivotTable } from './pivot-table.tsx'
import { ViewChart } from './view-chart.tsx'

/** All open indicators by sub-goal: where each is, how it moves and how far its target is, in words. */
export function IndicatorIndex(props: {
  locale: Locale
  home: string
  indicators: readonly OpenIndicator[]
}) {
  const { locale, indicators } = props
  const inArea = (area: string) => indicators.filter(({ measured }) => measured.indicator.area === area)
  return (
    <>
      {AREAS.filter((area) => inArea(area).length > 0).map((area) => (
        <section class="card" key={area}>
          <h2>{locale.text(`stat.area.${area}`)}</h2>
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{locale.text('open.indicators')}</th>
                <th scope="col" class="n">
                  {locale.text('open.indicator.value')}
                </th>
                <th scope="col">{locale.text('open.indicator.movement')}</th>
                <th scope="col">{locale.text('open.indicator.target')}</th>
              </tr>
            </thead>
            <tbody>
              {inArea(area).map(({ measured, address }) => (
                <tr key={address}>
                  <th scope="row">
                    <a href={`${props.home}/${address}`}>{measured.indicator.name}</a>
                    <br />
                    <small class="note">
                      {locale.text('open.indicator.wanted', {
                        direction: locale.text(`stat.indicator.direction.${measured.indicator.direction}`),
                      })}
                    </small>
                  </th>
                  <td class="n" data-label={locale.text('open.indicator.value')}>
                    {latestText(locale, measured)}
                  </td>
                  <td data-label={locale.text('open.indicator.movement')}>{paceText(locale, measured)}</td>
                  <td data-label={locale.text('open.indicator.target')}>{targetText(locale, measured)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  )
}

function latestText(locale: Locale, measured: MeasuredIndicator): string {
  const latest = measured.points.at(-1)
  if (latest === undefined) return '–'
  return `${valueText(locale, measured, latest.value)} (${latest.period})`
}

/** How a series moves: which way, and how much a year. */
function paceText(locale: Locale, measured: MeasuredIndicator): string {
  const pace = paceOf(measured.points)
  if (pace === null) return locale.text('open.indicator.moves.few')
  if (Math.abs(pace) < 0.005) return locale.text('open.indicator.moves.still')
  return locale.text(`open.indicator.moves.${pace > 0 ? 'up' : 'down'}`, {
    pace: changeText(locale, measured, Math.abs(pace), 2),
  })
}

function targetText(locale: Locale, measured: MeasuredIndicator): string {
  const { indicator, points, view } = measured
  const { target } = indicator
  const progress = target === null ? null : targetProgress(points, target, indicator.direction, view.gap)
  if (target === null || progress === null) return locale.text('open.indicator.noTarget')
  return `${locale.text(`stat.target.${progress.state}`)}: ${valueText(locale, measured, target.value)} (${target.year})`
}

/** One indicator: the latest figures, the gap, its movement and the way to its target, and where it comes from. */
export function IndicatorPage(props: {
  locale: Locale
  indicator: OpenIndicator
  table: string
  api: string
}) {
  const { locale } = props
  const { measured, provenance, publishedAt } = props.indicator
  const { indicator, dataset, version, view, concepts, table, pivot, points } = measured
  const latest = points.at(-1)
  const row = pivot.rows.find(({ code }) => code === String(latest?.period))
  const target = indicator.target
  const caption = captionOf(locale, dataset.name, table, view)
  return (
    <>
      <p class="note">{locale.text(`stat.area.${indicator.area}`)}</p>
      <h1>{indicator.name}</h1>
      <p class="lede">
        {locale.text('open.indicator.wanted', {
          direction: locale.text(`stat.indicator.direction.${indicator.direction}`),
        })}{' '}
        {indicator.owner === '' ? '' : locale.text('open.indicator.owner', { owner: indicator.owner })}
      </p>
      {dataset.synthetic ? <Notice kind="watch">{locale.text('synthetic')}</Notice> : null}
      {latest === undefined || row === undefined ? null : (
        <section class="card">
          <h2>{locale.text('open.indicator.latest', { year: latest.period })}</h2>
          <dl class="facts">
            {pivot.columns.map(({ code, label }, at) => (
              <div key={code}>
                <dt>{label || locale.text('stat.view.value')}</dt>
                <dd>
                  {figureText(
                    locale,
                    row.figures[at] ?? { value: null, state: 'unavailable' },
                    decimalsOf(pivot, row, pivot.columns[at]),
                  )}
                </dd>
              </div>
            ))}
            {view.gap === 'none' ? null : (
              <div>
                <dt>{locale.text(`stat.view.gap.${view.gap}`)}</dt>
                <dd>{valueText(locale, measured, latest.value)}</dd>
              </div>
            )}
          </dl>
          {pivot.unit ? <p class="note">{pivot.unit}</p> : null}
        </section>
      )}
      <section class="card">
        <h2>{locale.text('open.indicator.movement')}</h2>
        <IndicatorWords locale={locale} measured={measured} />
        {target === null ? <TargetWords locale={locale} measured={measured} /> : null}
        <IndicatorChart locale={locale} measured={measured} />
        {target === null || latest === undefined || target.year <= latest.period ? null : (
          <p class="note">
            {locale.text('open.indicator.pathNote', {
              target: valueText(locale, measured, target.value),
              year: target.year,
            })}
          </p>
        )}
      </section>
      {view.gap === 'none' ? null : (
        <ViewChart
          locale={locale}
          pivot={pivot}
          view={{ ...view, chart: 'lines' }}
          concepts={concepts}
          title={locale.text('open.indicator.figures')}
          boundaries={undefined}
        />
      )}
      <PivotTable
        locale={locale}
        pivot={pivot}
        view={view}
        caption={caption}
        rowsName={nameOf(locale, table, view.rows)}
      />
      <section class="card">
        <h2>{locale.text('pages.sources')}</h2>
        <p>
          {dataset.name}.{' '}
          {locale.text('pages.source', {
            producer: dataset.source.producer,
            version,
            date: locale.date(provenance.fetchedAt),
          })}{' '}
          {dataset.licence}. {locale.text('open.page.published', { date: locale.date(publishedAt) })}
        </p>
        <ul>
          <li>
            <a href={props.table}>{locale.text('open.indicator.table')}</a>
          </li>
          <li>
            <a href={props.api}>{locale.text('open.indicator.api')}</a>
          </li>
        </ul>
      </section>
    </>
  )
}
