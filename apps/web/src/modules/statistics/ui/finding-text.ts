import { sayTime } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'
import type { Concepts } from '../rules/concepts.ts'
import { gapFinding, gapOfGaps } from '../rules/findings.ts'
import { decimalsOf, type Pivot, type PivotRow } from '../rules/pivot.ts'
import { pointsOf, seriesSentences } from '../rules/series.ts'
import type { View } from '../rules/view.ts'
import { gapText } from './figure-text.ts'

/** What a view shows of women and men, in sentences: how a series moves, or where the gap is lowest and highest. */
export function findingTexts(locale: Locale, pivot: Pivot, view: View, concepts: Concepts): string[] {
  if (view.gap === 'none') return []
  if (view.rows === concepts.time)
    return seriesSentences(pointsOf(pivot, view.gap), view.gap, pivot.unit).map((sentence) =>
      sayTime(sentence, locale.language),
    )
  const said = (row: PivotRow | undefined) =>
    gapText(locale, row?.gap ?? null, view.gap, decimalsOf(pivot, row))
  const between = gapOfGaps(pivot, view)
  if (between !== null)
    return [
      locale.text('stat.find.gapOfGaps', {
        difference: locale.figure(between.points, 1),
        a: between.larger.label,
        gapA: said(between.larger),
        b: between.smaller.label,
        gapB: said(between.smaller),
      }),
    ]
  const found = gapFinding(pivot, view)
  if (found === null) return []
  const [low, high] = [found.lowest[0], found.highest[0]]
  const kind = view.gap === 'share' ? 'share' : 'ratio'
  const among = found.below === 0 ? 'none' : found.below === found.all ? 'every' : 'some'
  const told = { below: locale.number(found.below), all: locale.number(found.all) }
  const ends = locale.text('stat.find.ends', {
    low: low?.label ?? '',
    lowGap: said(low),
    high: high?.label ?? '',
    highGap: said(high),
  })
  return [`${locale.text(`stat.find.${kind}.${among}`, told)} ${ends}`]
}
