import type { Locale } from '@jamvikt/i18n'
import type { DatasetWords } from '../model-datasets.ts'

/** Definitions and breaks in series, as a reader needs them beside the figures. */
export function ToldWords(props: { locale: Locale; words: Pick<DatasetWords, 'definitions' | 'breaks'> }) {
  const { locale, words } = props
  const told = (['definitions', 'breaks'] as const).filter((word) => words[word] !== '')
  if (told.length === 0) return null
  return (
    <section class="card">
      {told.map((word) => (
        <div key={word}>
          <h2>{locale.text(`stat.${word}`)}</h2>
          {words[word]
            .split(/\r?\n\s*\r?\n/)
            .map((paragraph) => paragraph.trim())
            .filter((paragraph) => paragraph !== '')
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </div>
      ))}
    </section>
  )
}
