import type { Language } from '@jamvikt/i18n'
import { english } from './messages-en.ts'
import { swedish } from './messages-sv.ts'

export type CliKey = keyof typeof swedish

const catalogues: Record<Language, Record<CliKey, string>> = { sv: swedish, en: english }

export type Params = Record<string, string | number>

/** Texts of one language: `text` by key, `known` by a key made at run time, with a fallback. */
export function textsOf(language: Language) {
  const catalogue: Record<string, string> = catalogues[language]
  const fill = (text: string, params: Params): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
  return {
    language,
    text: (key: CliKey, params: Params = {}): string => fill(catalogue[key] ?? key, params),
    known: (key: string, fallback: string): string => catalogue[key] ?? fallback,
  }
}
export type Texts = ReturnType<typeof textsOf>
