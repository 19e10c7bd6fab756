import type { Locale } from '@jamvikt/i18n'
import { type OpenedPlan, type Period, periodName } from '../../plan/public.ts'

interface SpanChoice {
  /** First and last day, `YYYY-MM-DD/YYYY-MM-DD`. */
  readonly value: string
  readonly label: string
}

/** The times that a report of a plan can be about – its periods, its years, all of it – and the one that is now. */
export function spansOf(
  locale: Locale,
  { startsOn, endsOn }: OpenedPlan['plan']['facts'],
  periods: readonly Period[],
  today: string,
): { readonly choices: readonly SpanChoice[]; readonly now: string } {
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_, at): SpanChoice => {
    const year = String(first + at)
    return { value: `${year}-01-01/${year}-12-31`, label: year }
  })
  const own = periods.map((period) => ({
    value: `${period.startsOn}/${period.endsOn}`,
    label: periodName(locale, period),
  }))
  const whole = {
    value: `${startsOn}/${endsOn}`,
    label: locale.text('doc.span.whole', { from: locale.date(startsOn), to: locale.date(endsOn) }),
  }
  const choices = [...new Map([...own, ...years, whole].map((each) => [each.value, each])).values()]
  const begun = choices.filter(({ value }) => value.slice(0, 10) <= today)
  const holding = begun.find(({ value }) => value.slice(11) >= today)
  return { choices, now: (holding ?? whole).value }
}
