import type { Language, Locale } from '@jamvikt/i18n'
import type { TEMPLATE_WORDS } from '../model-template.ts'

type Meaning = (typeof TEMPLATE_WORDS)[keyof typeof TEMPLATE_WORDS]

const WORDS: Readonly<Record<Language, Readonly<Record<Meaning, keyof typeof TEMPLATE_WORDS>>>> = {
  sv: { report: 'rapport', title: 'titel', subtitle: 'underrubrik', date: 'datum', region: 'region' },
  en: { report: 'report', title: 'title', subtitle: 'subtitle', date: 'date', region: 'region' },
}

/** What is written in a template for something to stand there. */
export function writtenWord({ language }: Locale, meaning: Meaning): string {
  return `{{${WORDS[language][meaning]}}}`
}
