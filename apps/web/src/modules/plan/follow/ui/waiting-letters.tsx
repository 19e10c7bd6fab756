import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'

/** Says how many of the region’s letters have not gone out, and what to do; nothing where all have. */
export function WaitingLetters(props: { locale: Locale; count: number; canMail: boolean }) {
  const { locale, count, canMail } = props
  if (count === 0) return null
  return (
    <Notice kind="watch">
      {locale.counted('follow.waiting', count)}{' '}
      {locale.text(canMail ? 'follow.waiting.refused' : 'follow.waiting.noServer')}
    </Notice>
  )
}
