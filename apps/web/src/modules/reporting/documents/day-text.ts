import type { Locale } from '@jamvikt/i18n'

/** A calendar day; noon keeps it the same day everywhere. */
export function dayText(locale: Locale, date: string | null): string {
  return date === null ? '' : locale.date(`${date}T12:00:00Z`).replaceAll(' ', '\u00A0')
}
