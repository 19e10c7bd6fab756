import type { Locale } from '@jamvikt/i18n'
import type { WaitingDecision } from '../service/waiting.ts'

/** What waits for the reader's decision; nothing where nothing waits. */
export function WaitingList(props: { locale: Locale; region: string; waiting: readonly WaitingDecision[] }) {
  const { locale, region, waiting } = props
  if (waiting.length === 0) return null
  return (
    <section class="card">
      <h2>{locale.text('waiting.title')}</h2>
      <ul class="plain">
        {waiting.map(({ kind, count, place, name }) => (
          <li key={place}>
            <a href={`${region}/${place}`}>
              {locale.text(`waiting.${kind}.${count === 1 ? 'one' : 'many'}`, {
                count: locale.number(count),
                name,
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
