import { sayTime } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'
import { Tag, type VerdictKind } from '@jamvikt/ui'
import { isPercent, seriesSentences, type TargetProgress, targetProgress } from '../rules/series.ts'
import type { MeasuredIndicator } from '../service/indicators.ts'
import { gapText } from './figure-text.ts'

const VERDICTS: Readonly<Record<TargetProgress['state'], VerdictKind>> = {
  reached: 'good',
  'on-pace': 'good',
  behind: 'bad',
  'wrong-way': 'bad',
  late: 'bad',
  'too-little': 'few',
}

/** An indicator's value in its own way: a gap, or a figure. */
export function valueText(locale: Locale, { view, pivot }: MeasuredIndicator, value: number): string {
  return view.gap === 'none'
    ? locale.figure(value, pivot.decimals)
    : gapText(locale, value, view.gap, pivot.decimals)
}

/** An indicator in words: its latest value, how it moves, and how far it is from what is aimed at. */
export function IndicatorWords({ locale, measured }: { locale: Locale; measured: MeasuredIndicator }) {
  const { indicator, view, points, pivot } = measured
  const latest = points.at(-1)
  if (latest === undefined) return <p>{locale.text('stat.indicator.noValue')}</p>
  return (
    <>
      <p class="lede">
        {view.gap === 'none' ? '' : `${locale.text(`stat.view.gap.${view.gap}`)}: `}
        <strong>{valueText(locale, measured, latest.value)}</strong>
        {view.gap === 'none' && pivot.unit ? ` ${pivot.unit}` : ''} ({latest.period})
      </p>
      {seriesSentences(points, view.gap, pivot.unit).map((sentence) => (
        <p key={sentence.key}>{sayTime(sentence, locale.language)}</p>
      ))}
      {indicator.target === null ? null : <TargetWords locale={locale} measured={measured} />}
    </>
  )
}

/** How far an indicator is from its target, and whether the pace will do. */
export function TargetWords({ locale, measured }: { locale: Locale; measured: MeasuredIndicator }) {
  const { indicator, view, points, pivot } = measured
  const { target, direction } = indicator
  const progress = target === null ? null : targetProgress(points, target, direction, view.gap)
  if (target === null || progress === null) return <p>{locale.text('open.indicator.noTarget')}</p>
  return (
    <>
      <p>
        <Tag kind={VERDICTS[progress.state]}>{locale.text(`stat.target.${progress.state}`)}</Tag>{' '}
        {locale.text('stat.target.distance', {
          target: valueText(locale, measured, target.value),
          year: target.year,
          distance: changeText(locale, measured, Math.abs(progress.distance), Math.max(1, pivot.decimals)),
        })}
      </p>
      {progress.needed === null || progress.state === 'reached' ? null : (
        <p class="note">
          {progress.pace === null
            ? locale.text('stat.target.paceUnknown', { needed: paceText(locale, measured, progress.needed) })
            : locale.text('stat.target.pace', {
                needed: paceText(locale, measured, progress.needed),
                pace: paceText(locale, measured, progress.pace),
              })}
        </p>
      )}
    </>
  )
}

/** A change of an indicator in its own unit: percentage points where its values are per cent. */
export function changeText(
  locale: Locale,
  { view, pivot }: MeasuredIndicator,
  value: number,
  decimals: number,
): string {
  const unit = isPercent(view.gap, pivot.unit) ? locale.text('stat.unit.points') : pivot.unit
  return `${locale.figure(value, decimals)} ${unit}`.trim()
}

function paceText(locale: Locale, measured: MeasuredIndicator, value: number): string {
  return `${value > 0 ? '+' : ''}${changeText(locale, measured, value, 2)}`
}
