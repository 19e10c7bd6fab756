import type { Locale } from '@jamvikt/i18n'
import type { WordChange } from '../rules/dataset-words.ts'

/** Words that differ from what is published, side by side. */
export function WordChanges({ locale, changes }: { locale: Locale; changes: readonly WordChange[] }) {
  if (changes.length === 0) return null
  const said = (word: WordChange['word'], text: string) =>
    word === 'area' || word === 'rhythm' ? locale.dynamic(`stat.${word}.${text}`, text) : text || '–'
  return (
    <>
      <h3>{locale.text('stat.words.changed')}</h3>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('stat.words.what')}</th>
            <th scope="col">{locale.text('stat.words.published')}</th>
            <th scope="col">{locale.text('stat.words.proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ word, from, to }) => (
            <tr key={word}>
              <th scope="row">{locale.text(`stat.${word}`)}</th>
              <td data-label={locale.text('stat.words.published')}>{said(word, from)}</td>
              <td data-label={locale.text('stat.words.proposed')}>{said(word, to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
