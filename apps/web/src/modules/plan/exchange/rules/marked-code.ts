import { LANGUAGES, type Language, localeOf } from '@jamvikt/i18n'

/** A code that no list known here has, marked as one, so that it is not taken for a word. */
export function markCode(language: Language, code: string): string {
  return `${localeOf(language).text('plan.x.word.code')}: ${code}`
}

/** What is marked as a code, in any language; `null` where nothing is. */
export function markedCode(text: string): string | null {
  for (const language of LANGUAGES) {
    const mark = `${localeOf(language).text('plan.x.word.code')}:`
    const code = text.slice(mark.length).trim()
    if (text.slice(0, mark.length).toLowerCase() === mark && code !== '') return code
  }
  return null
}
