import type { Locale } from '@jamvikt/i18n'
import type { Subject } from '../rules/subjects.ts'

/** What a comment is about, in words. */
export function subjectName(locale: Locale, subject: Subject): string {
  switch (subject.kind) {
    case 'question':
      return locale.text('referral.subject.question', { number: subject.number, text: subject.text })
    case 'priority':
      return locale.text('referral.subject.priority', { text: subject.text })
    case 'whole':
      return locale.text('referral.subject.whole')
  }
}
