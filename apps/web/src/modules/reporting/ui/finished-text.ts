import type { Locale } from '@jamvikt/i18n'
import { decisionText } from '../../plan/public.ts'
import type { Adopted } from '../model-content.ts'

/** By what decision a report was adopted; of one that no body decided, who finished it and when. */
export function finishedText(locale: Locale, { decision, adoptedBy }: Adopted): string {
  const { diary, on, body } = decision
  if (diary !== '' && body !== '') return decisionText(locale, decision)
  const finished = locale.text('doc.finished', { name: body || adoptedBy, date: locale.date(on) })
  return diary === '' ? finished : `${finished}, ${locale.text('doc.finished.diary', { diary })}`
}
