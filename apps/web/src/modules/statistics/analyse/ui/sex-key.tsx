import type { Locale } from '@jamvikt/i18n'

/** Which form and colour stands for whom among dots. */
export function SexKey({ locale }: { locale: Locale }) {
  return (
    <p>
      <span class="key">
        <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <circle class="bar-women" cx="6" cy="6" r="5.5" />
        </svg>
        {locale.text('analyse.women')}
      </span>
      <span class="key">
        <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <rect class="bar-men" x="0.5" y="0.5" width="11" height="11" />
        </svg>
        {locale.text('analyse.men')}
      </span>
    </p>
  )
}
