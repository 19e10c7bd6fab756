import type { Locale } from '@jamvikt/i18n'
import { type TableParts, textOf } from '@jamvikt/tables'
import { ALL, labelOf, type View } from '../rules/view.ts'

/** What a dimension is called, in the language of the reader. */
export function nameOf(locale: Locale, { dimensions, languages }: TableParts, id: string): string {
  return textOf(dimensions.find((dimension) => dimension.id === id)?.label, locale.language, languages) || id
}

/** What a view shows, in words: the dataset's name and every choice that is not the only one. */
export function captionOf(locale: Locale, name: string, parts: TableParts, view: View): string {
  return [name, ...choicesOf(locale, parts, view)].join(' · ')
}

/** What a view has been narrowed to, in words: what figures are told in per cent of, and the category of each dimension. */
export function choicesOf(locale: Locale, parts: TableParts, view: View): string[] {
  const choices = [...view.chosen].flatMap(([id, code]) => {
    const dimension = parts.dimensions.find((each) => each.id === id)
    if (dimension === undefined || id === view.panels) return []
    const label =
      code === ALL ? locale.text('stat.view.all') : labelOf(dimension, code, locale.language, parts.languages)
    return dimension.categories.length > 1 ? [`${nameOf(locale, parts, id)}: ${label}`] : [label]
  })
  const of =
    view.of === null ? [] : [locale.text('stat.view.of.all', { name: nameOf(locale, parts, view.of) })]
  return [...of, ...choices]
}
