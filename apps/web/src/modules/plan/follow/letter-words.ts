import type { Locale } from '@jamvikt/i18n'
import type { OpenedPlan } from '../model.ts'
import type { Period } from './model-follow.ts'
import { LINK_DAYS } from './model-links.ts'
import { letterSubject, shortened } from './rules/letter.ts'
import type { ReminderWords } from './service/remind.ts'
import { periodName } from './ui/period-name.ts'

const MOST_PLAN = 200

/** What a reminder of a period says: before its day, or when the day has passed. */
export function reminderWords(
  locale: Locale,
  opened: OpenedPlan,
  period: Period,
  stage: 'before' | 'after',
): ReminderWords {
  const name = { plan: opened.plan.facts.name, period: periodName(locale, period) }
  return {
    subject: letterSubject(
      (short) => locale.text(stage === 'before' ? 'follow.letter.subject' : 'work.letter.late', short),
      name,
    ),
    body: ({ links, left, address }) =>
      [
        locale.text(stage === 'before' ? 'follow.letter.body' : 'work.letter.late.body', {
          ...name,
          plan: shortened(name.plan, MOST_PLAN),
          date: locale.date(period.dueOn),
        }),
        ...links,
        ...(left === 0 ? [] : [`${locale.counted('follow.letter.more', left)}\n${address}`]),
        locale.text('follow.letter.end', { days: LINK_DAYS }),
      ].join('\n\n'),
  }
}
