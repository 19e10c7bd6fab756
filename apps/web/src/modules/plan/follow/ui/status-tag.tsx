import type { Locale } from '@jamvikt/i18n'
import type { Status } from '../model-follow.ts'

/** Each status has a shape of its own: it reads without colour. */
const SIGNS: Readonly<Record<Status, string>> = {
  'not-begun': '○',
  'on-track': '●',
  late: '▲',
  stopped: '■',
  done: '✓',
}

const TONES: Readonly<Record<Status, string>> = {
  'not-begun': 'tag-neutral',
  'on-track': 'tag-good',
  late: 'tag-few',
  stopped: 'tag-bad',
  done: 'tag-good',
}

/** How an activity goes, in a sign and a word. */
export function StatusTag({ locale, status }: { locale: Locale; status: Status }) {
  return (
    <span class={`tag ${TONES[status]}`}>
      <span aria-hidden="true">{SIGNS[status]}</span> {locale.text(`follow.status.${status}`)}
    </span>
  )
}
