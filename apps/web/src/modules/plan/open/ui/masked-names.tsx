import type { Locale } from '@jamvikt/i18n'
import type { Masked } from '../rules/names-of-people.ts'

/** How many names were taken out of a plan; whose is for those alone who decide what is shown. */
export function MaskedNames(props: { locale: Locale; masked: readonly Masked[]; maySee: boolean }) {
  const { locale, masked } = props
  if (masked.length === 0) return null
  const count = masked.reduce((sum, one) => sum + one.count, 0)
  return (
    <>
      <p>{locale.counted('plan.open.masked', count)}</p>
      {props.maySee ? (
        <details>
          <summary>{locale.text('plan.open.masked.which')}</summary>
          <ul class="tight">
            {masked.map(({ name, count: times }) => (
              <li key={name}>
                {name}: {locale.number(times)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
