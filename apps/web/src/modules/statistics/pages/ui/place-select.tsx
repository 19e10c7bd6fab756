import type { Locale } from '@jamvikt/i18n'
import type { Block, PageContent } from '../model-pages.ts'
import { partsOfPage } from '../rules/stages.ts'

/** The places of a page where something can be added: last, or under one of its headings. */
export function placesOf(locale: Locale, blocks: readonly Block[]) {
  return [
    { value: '', label: locale.text('pages.add.last') },
    ...partsOfPage(blocks).map(({ id, heading }) => ({
      value: id,
      label: locale.text('pages.add.under', { heading }),
    })),
  ]
}

/** The same of one page among several: the page is named in each. */
export function pagePlaces(locale: Locale, slug: string, { title, blocks }: PageContent) {
  return [
    { value: slug, label: locale.text('pages.addTo.last', { page: title }) },
    ...partsOfPage(blocks).map(({ id, heading }) => ({
      value: `${slug} ${id}`,
      label: locale.text('pages.addTo.under', { page: title, heading }),
    })),
  ]
}
