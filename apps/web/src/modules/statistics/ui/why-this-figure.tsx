import type { Locale } from '@jamvikt/i18n'
import { type StatTable, textOf } from '@jamvikt/tables'
import type { Dataset, Provenance } from '../model-datasets.ts'
import { ALL, labelOf, type View } from '../rules/view.ts'
import { nameOf } from './caption.ts'

interface Explained {
  readonly locale: Locale
  readonly dataset: Dataset
  readonly version: number
  readonly provenance: Provenance
  readonly table: StatTable
  readonly view: View
  /** Whether anybody may see the page: then files are not named. */
  readonly isOpen: boolean
}

/** Where a figure comes from, how it was chosen and what protects whoever stands behind it. */
export function WhyThisFigure(props: Explained) {
  const { locale, dataset, version, provenance, table, view } = props
  const notes = [...(table.notes ?? []), ...table.dimensions.flatMap((dimension) => dimension.notes ?? [])]
  const chosen = [...view.chosen].map(
    ([id, code]) =>
      `${nameOf(locale, table, id)}: ${
        code === ALL
          ? locale.text('stat.view.all')
          : labelOf(
              table.dimensions.find((dimension) => dimension.id === id),
              code,
              locale.language,
              table.languages,
            )
      }`,
  )
  const facts: readonly (readonly [string, string])[] = [
    [locale.text('stat.why.source'), dataset.source.producer],
    ...(provenance.fileName === null || props.isOpen
      ? []
      : [[locale.text('stat.why.file'), provenance.fileName] as const]),
    [locale.text('stat.why.fetched'), locale.time(provenance.fetchedAt)],
    ...(provenance.sourceUpdated === null
      ? []
      : [[locale.text('stat.why.sourceUpdated'), provenance.sourceUpdated] as const]),
    [locale.text('stat.why.version'), String(version)],
    [locale.text('stat.why.licence'), dataset.licence],
    ...(chosen.length === 0 ? [] : [[locale.text('stat.why.selection'), chosen.join('; ')] as const]),
    [
      locale.text('stat.why.protection'),
      locale.text(`stat.why.protection.${dataset.source.kind === 'released' ? 'released' : 'public'}`),
    ],
  ]
  return (
    <details class="card no-print">
      <summary>{locale.text('stat.why')}</summary>
      <dl class="facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 ? (
        <>
          <h3>{locale.text('stat.why.notes')}</h3>
          {notes.map(({ text }) => {
            const words = textOf(text, locale.language, table.languages)
            return <p key={words}>{words}</p>
          })}
        </>
      ) : null}
    </details>
  )
}
