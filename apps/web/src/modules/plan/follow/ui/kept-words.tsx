import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import { REACHED, STATUSES } from '../model-follow.ts'
import type { ToldWords } from './tell-form.tsx'

/** Words that could not be saved, to be taken elsewhere; nothing where none were written. */
export function KeptWords(props: {
  locale: Locale
  words: ToldWords
  /** Where a page holds words about several things: what these are about. */
  about?: { readonly id: string; readonly name: string }
}) {
  const { locale, words, about } = props
  const id = about === undefined ? 'kept' : `kept-${about.id}`
  const status = STATUSES.find((each) => each === words.status)
  const written = (['done', 'cause', 'measure'] as const).filter((field) => (words[field] ?? '') !== '')
  const reached = REACHED.filter((group) => (words[group] ?? '') !== '')
  if (written.length === 0 && reached.length === 0) return null
  return (
    <section class="card kept-words" aria-labelledby={id}>
      <h2 id={id}>
        {locale.text('follow.kept')}
        {about === undefined ? null : `: ${about.name}`}
      </h2>
      <Notice kind="watch">{locale.text('follow.kept.text')}</Notice>
      {status === undefined ? null : (
        <p>
          {locale.text('follow.status')}: {locale.text(`follow.status.${status}`)}
        </p>
      )}
      {written.map((field) => (
        <div key={field} class="field">
          <label for={`${id}-${field}`}>{locale.text(`follow.${field}`)}</label>
          <textarea id={`${id}-${field}`} rows={field === 'done' ? 6 : 3} readOnly>
            {words[field]}
          </textarea>
        </div>
      ))}
      {reached.map((group) => (
        <p key={group}>
          {locale.text(`follow.reached.${group}`)}: {words[group]}
        </p>
      ))}
    </section>
  )
}
