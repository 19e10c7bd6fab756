import type { Locale } from '@jamvikt/i18n'
import type { Area } from '../../model-datasets.ts'
import { type Block, type PageKind, STAGES } from '../model-pages.ts'

const PARTS = [1, 2, 3] as const

/** What a new page begins with: headings in order, each with a question to whoever writes. */
export function templateOf(kind: PageKind, area: Area | null, locale: Locale, newId: () => string): Block[] {
  if (kind === 'life-course')
    return STAGES.map((stage) => ({
      id: newId(),
      kind: 'stage',
      stage,
      heading: locale.text(`pages.stage.${stage}`),
      body: '',
      guide: locale.text(`pages.stage.${stage}.guide`),
    }))
  if (kind === 'free' || area === null) return []
  return PARTS.map((part) => ({
    id: newId(),
    kind: 'text',
    heading: locale.text(`pages.template.${part}`),
    body: '',
    guide: locale.text(`pages.template.${area}.${part}`),
  }))
}
