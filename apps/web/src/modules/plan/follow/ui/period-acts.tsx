import type { Locale } from '@jamvikt/i18n'
import type { Period } from '../model-follow.ts'

/** What a strategist does with a period: reminds, closes it, opens it again with a reason. */
export function PeriodActs(props: { locale: Locale; period: Period; here: string; untold: number }) {
  const { locale, period } = props
  // While its report is with the agency only the agency’s answer opens it.
  if (period.sentAt !== null) return null
  return (
    <form method="post" action={`${props.here}/follow`} class="reason no-print">
      <input type="hidden" name="period" value={period.id} />
      {period.closedAt === null ? (
        <p class="inline">
          {props.untold > 0 ? (
            <button class="button" type="submit" name="act" value="remind">
              {locale.text('follow.remind')}
            </button>
          ) : null}
          <button class="button" type="submit" name="act" value="revoke">
            {locale.text('follow.revoke')}
          </button>
          <button class="button" type="submit" name="act" value="close">
            {locale.text('follow.close')}
          </button>
        </p>
      ) : (
        <p class="inline">
          <label for="reason">{locale.text('follow.reopen.reason')}</label>{' '}
          <input id="reason" name="reason" type="text" required maxLength={500} />{' '}
          <button class="button" type="submit" name="act" value="reopen">
            {locale.text('follow.reopen')}
          </button>
        </p>
      )}
    </form>
  )
}
