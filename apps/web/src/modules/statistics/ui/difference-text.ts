import type { Locale } from '@jamvikt/i18n'
import type { Differences } from '../model-datasets.ts'
import type { WordChange } from '../rules/dataset-words.ts'

/** What has changed in words, to be proposed as the notice. */
export function noticeOf(
  locale: Locale,
  differences: Differences | null,
  words: readonly WordChange[],
): string {
  const sentences: string[] = []
  if (differences !== null) {
    const { figures, signs, cellsNew, cellsGone, largest } = differences
    const [first] = largest
    if (first !== undefined)
      sentences.push(
        locale.text('stat.differences.figures', {
          count: locale.number(figures),
          where: first.labels.join(', '),
          ...shownFigures(locale, first),
        }),
      )
    if (signs > 0) sentences.push(locale.text('stat.differences.signs', { count: locale.number(signs) }))
    if (cellsNew > 0) sentences.push(locale.text('stat.differences.new', { count: locale.number(cellsNew) }))
    if (cellsGone > 0)
      sentences.push(locale.text('stat.differences.gone', { count: locale.number(cellsGone) }))
    if (sentences.length === 0) sentences.push(locale.text('stat.differences.same'))
  }
  if (words.length > 0)
    sentences.push(
      locale.text('stat.differences.words', {
        words: words.map(({ word }) => locale.text(`stat.${word}`).toLowerCase()).join(', '),
      }),
    )
  return sentences.join(' ')
}

/** A figure before and after, with as many decimals as tell them apart. */
export function shownFigures(
  locale: Locale,
  { before, after, decimals }: Differences['largest'][number],
): { readonly before: string; readonly after: string } {
  for (let shown = decimals; shown < 15; shown++) {
    const [was, is] = [locale.figure(before, shown), locale.figure(after, shown)]
    if (was !== is) return { before: was, after: is }
  }
  return { before: String(before), after: String(after) }
}
