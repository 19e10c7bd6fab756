import type { Locale } from '@jamvikt/i18n'

/** Offers words that were not saved, where the browser has kept any of the form that follows. */
export function KeepOffer({ locale }: { locale: Locale }) {
  return (
    <section class="notice notice-watch" data-keep-offer hidden aria-live="polite">
      <p>
        <strong>{locale.text('plan.keep')}</strong>
      </p>
      <p>{locale.text('plan.keep.text')}</p>
      <p class="inline">
        <button class="button small" type="button" data-keep-take>
          {locale.text('plan.keep.take')}
        </button>
        <button class="button small" type="button" data-keep-throw>
          {locale.text('plan.keep.throw')}
        </button>
      </p>
    </section>
  )
}
