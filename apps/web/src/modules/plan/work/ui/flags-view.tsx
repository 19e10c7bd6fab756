import type { Locale } from '@jamvikt/i18n'
import type { Flag } from '../rules/red-flags.ts'
import type { FlagNote } from '../service/flags.ts'
import { flagOf, flagReason } from './flag-words.ts'

const GRAVE: ReadonlySet<Flag['kind']> = new Set(['activity-stopped', 'money-over'])

/** Where a flag’s matter is put right. */
function addressOf(here: string, { kind, item, period }: Flag): string {
  if (period !== null) return `${here}/follow?period=${period.id}`
  if (kind === 'money-over' || kind === 'money-unused') return `${here}/money/forecast`
  if (kind === 'indicator-due') return `${here}/items/${item?.id ?? ''}/figures`
  return `${here}/items/${item?.id ?? ''}`
}

/** What is out of order, why, and who has seen it. */
export function FlagsView(props: {
  locale: Locale
  here: string
  flags: readonly Flag[]
  notes: readonly FlagNote[]
  mayNote: boolean
}) {
  const { locale, here, flags, notes, mayNote } = props
  return (
    <section class="card">
      <table class="stack flags">
        <caption>{locale.text('work.flags.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('work.flag.what')}</th>
            <th scope="col">{locale.text('work.flag.why')}</th>
            <th scope="col">{locale.text('work.flag.log')}</th>
          </tr>
        </thead>
        <tbody>
          {flags.map((flag) => {
            const said = notes.filter((note) => note.flag === flag.key)
            return (
              <tr key={flag.key} id={`f-${flag.key}`}>
                <th scope="row">
                  <span class={`tag ${GRAVE.has(flag.kind) ? 'tag-bad' : 'tag-few'}`}>
                    <span aria-hidden="true">{GRAVE.has(flag.kind) ? '■' : '▲'}</span>
                    {locale.text(`work.flag.kind.${flag.kind}`)}
                  </span>
                  <br />
                  <a href={addressOf(here, flag)}>{flagOf(locale, flag)}</a>
                </th>
                <td data-label={locale.text('work.flag.why')}>
                  <span class="kept-lines">{flagReason(locale, flag)}</span>
                </td>
                <td data-label={locale.text('work.flag.log')}>
                  <div>
                    {said.length === 0 ? <p class="note">{locale.text('work.flag.notSeen')}</p> : null}
                    {said.slice(0, 1).map((note) => (
                      <NoteWords key={note.madeAt.getTime()} locale={locale} note={note} />
                    ))}
                    {mayNote ? <SeenForm locale={locale} flag={flag} /> : null}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function NoteWords({ locale, note }: { locale: Locale; note: FlagNote }) {
  return (
    <>
      <p class="note">
        <span aria-hidden="true">✓ </span>
        {locale.text('work.flag.seenBy', { name: note.madeBy, time: locale.time(note.madeAt) })}
      </p>
      {note.words === '' ? null : <p class="kept-lines">{note.words}</p>}
    </>
  )
}

function SeenForm({ locale, flag }: { locale: Locale; flag: Flag }) {
  const id = `w-${flag.key}`
  return (
    <details class="no-print">
      <summary aria-label={`${locale.text('work.flag.note')}: ${flagOf(locale, flag)}`}>
        {locale.text('work.flag.note')}
      </summary>
      <form method="post" class="form">
        <input type="hidden" name="flag" value={flag.key} />
        <div class="field">
          <label for={id}>{locale.text('work.flag.words')}</label>
          <p class="hint" id={`${id}-hint`}>
            {locale.text('work.flag.words.hint')}
          </p>
          <textarea id={id} name="words" rows={3} maxLength={2000} aria-describedby={`${id}-hint`} />
        </div>
        <button class="button small" type="submit">
          {locale.text('work.flag.seen')}
        </button>
      </form>
    </details>
  )
}

/** All that has been noted, of flags that are gone too. */
export function FlagLog({ locale, notes }: { locale: Locale; notes: readonly FlagNote[] }) {
  return (
    <section class="card" aria-labelledby="log">
      <h2 id="log">{locale.text('work.flags.log')}</h2>
      {notes.length === 0 ? <p>{locale.text('work.flags.log.none')}</p> : null}
      <ul class="plain">
        {notes.map((note) => (
          <li key={`${note.flag} ${note.madeAt.getTime()}`}>
            <strong>{note.said}</strong>
            <NoteWords locale={locale} note={note} />
          </li>
        ))}
      </ul>
    </section>
  )
}
