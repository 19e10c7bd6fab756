import type { Locale } from '@jamvikt/i18n'
import type { Outcome } from '../model-referral.ts'

/** Each outcome has a sign of its own: it reads without colour. */
const SIGNS: Readonly<Record<Outcome, string>> = { 'taken-up': '✓', partly: '◐', not: '✕', open: '○' }
const TONES: Readonly<Record<Outcome, string>> = {
  'taken-up': 'tag-good',
  partly: 'tag-few',
  not: 'tag-neutral',
  open: 'tag-neutral',
}

/** What was done with a comment, in a sign and a word. */
export function OutcomeTag({ locale, outcome }: { locale: Locale; outcome: Outcome }) {
  return (
    <span class={`tag ${TONES[outcome]}`}>
      <span aria-hidden="true">{SIGNS[outcome]}</span> {locale.text(`referral.outcome.${outcome}`)}
    </span>
  )
}

/** Says that an answer came after the last day. */
export function LateTag({ locale }: { locale: Locale }) {
  return (
    <span class="tag tag-few">
      <span aria-hidden="true">▲</span> {locale.text('referral.late')}
    </span>
  )
}
