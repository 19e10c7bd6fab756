import type { Locale } from '@jamvikt/i18n'
import { dimensionName } from './labels.ts'

/** Sex, crossed with one more variable or two: each chip is a link, so the choice is an address. */
export function CrossingChips(props: {
  locale: Locale
  present: readonly string[]
  crossing: readonly string[]
  address: (change: Record<string, string | readonly string[] | null>) => string
  /** How many variables beside sex may be chosen. */
  deepest: number
}) {
  const { locale, crossing } = props
  const toggled = (name: string) =>
    crossing.includes(name)
      ? crossing.filter((one) => one !== name)
      : [...crossing, name].slice(-props.deepest)
  return (
    <nav class="chips no-print" aria-label={locale.text('audit.cross.label')}>
      <a
        class={crossing.length === 0 ? 'chip' : 'chip chip-fixed'}
        href={props.address({ cross: null })}
        aria-current={crossing.length === 0 ? 'true' : undefined}
      >
        {locale.text('audit.cross.sex')}
      </a>
      {props.present.map((name) => (
        <a
          key={name}
          class="chip"
          href={props.address({ cross: toggled(name) })}
          aria-current={crossing.includes(name) ? 'true' : undefined}
        >
          {locale.text('audit.cross.add', { name: dimensionName(locale, name) })}
        </a>
      ))}
    </nav>
  )
}
