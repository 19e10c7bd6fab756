import type { Locale } from '@jamvikt/i18n'
import type { PeriodSpan } from '../model-follow.ts'

/** What a period is called: “Första halvåret 2017”. */
export function periodName(locale: Locale, { kind, startsOn, endsOn }: PeriodSpan): string {
  const year = endsOn.slice(0, 4)
  if (kind === 'half-year')
    return locale.text(endsOn.slice(5) <= '06-30' ? 'follow.half.first' : 'follow.half.second', { year })
  return locale.text(`follow.kind.${kind}`, { year, from: locale.date(startsOn), to: locale.date(endsOn) })
}
