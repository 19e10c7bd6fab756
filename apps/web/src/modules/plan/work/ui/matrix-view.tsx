import type { Locale } from '@jamvikt/i18n'
import type { ItemOf } from '../../model-items.ts'
import { dayText, type Known } from '../../ui/words.tsx'
import type { Matrix } from '../rules/matrix.ts'

function named(locale: Locale, name: string, kind: 'audience' | 'channel'): string {
  return name === '' ? locale.text(`work.messages.unsaid.${kind}`) : name
}

/** Target groups by channels, with the messages where they meet. */
export function MatrixView(props: Known & { matrix: Matrix; mayWrite: boolean }) {
  const { locale, matrix, here } = props
  return (
    <section class="card">
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('work.messages.caption')}>
        <table class="matrix">
          <caption>{locale.text('work.messages.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{locale.text('work.messages.audience')}</th>
              {matrix.channels.map((channel) => (
                <th key={channel} scope="col">
                  {named(locale, channel, 'channel')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.audiences.map((audience) => (
              <tr key={audience}>
                <th scope="row">{named(locale, audience, 'audience')}</th>
                {matrix.channels.map((channel) => (
                  <td key={channel}>
                    <Messages locale={locale} here={here} messages={matrix.at(audience, channel)} />
                    {props.mayWrite ? (
                      <a
                        class="add-here no-print"
                        href={`${here}/items/new?${new URLSearchParams({ kind: 'message', audience, channel })}`}
                        aria-label={locale.text('work.messages.addHere', {
                          audience: named(locale, audience, 'audience'),
                          channel: named(locale, channel, 'channel'),
                        })}
                      >
                        +
                      </a>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Messages({
  locale,
  here,
  messages,
}: Pick<Known, 'locale' | 'here'> & { messages: readonly ItemOf<'message'>[] }) {
  if (messages.length === 0) return null
  return (
    <ul class="plain">
      {messages.map(({ id, fields }) => (
        <li key={id}>
          <a href={`${here}/items/${id}`}>{fields.name}</a>
          <br />
          <small class="note">
            <span aria-hidden="true">{fields.done ? '✓ ' : '○ '}</span>
            {fields.on === null ? '' : `${dayText(locale, fields.on)}, `}
            {locale.text(fields.done ? 'work.messages.done' : 'work.messages.undone')}
          </small>
        </li>
      ))}
    </ul>
  )
}
