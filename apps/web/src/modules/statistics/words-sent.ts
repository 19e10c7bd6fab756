import type { Locale } from '@jamvikt/i18n'
import type { FieldError } from '@jamvikt/ui'
import { wordOf } from '../../platform/http/form-words.ts'
import { AREAS, type DatasetWords, RHYTHMS } from './model-datasets.ts'
import type { WordsSent } from './ui/word-fields.tsx'

/** The words of a dataset as they were sent, cut at what there is room for. */
export function wordsSent(form: FormData): WordsSent {
  const word = (name: keyof DatasetWords, most: number) => wordOf(form, name, most)
  return {
    name: word('name', 200),
    description: word('description', 4000),
    definitions: word('definitions', 4000),
    breaks: word('breaks', 4000),
    area: word('area', 20),
    producer: word('producer', 200),
    licence: word('licence', 200),
    contact: word('contact', 400),
    rhythm: word('rhythm', 20),
  }
}

/** What must be put right in them. */
export function wordErrors(locale: Locale, sent: WordsSent): FieldError[] {
  return [
    ...(sent.name.length < 2 ? [{ field: 'name', text: locale.text('stat.error.name') }] : []),
    ...(sent.producer === '' ? [{ field: 'producer', text: locale.text('stat.error.producer') }] : []),
    ...(sent.licence === '' ? [{ field: 'licence', text: locale.text('stat.error.licence') }] : []),
  ]
}

/** What was sent, as words of a dataset. */
export function wordsMeant(sent: WordsSent): DatasetWords {
  return {
    ...sent,
    area: AREAS.find((area) => area === sent.area) ?? 'background',
    rhythm: RHYTHMS.find((rhythm) => rhythm === sent.rhythm) ?? 'irregular',
  }
}
