import { type StatTable, type Texts, textOf } from '@jamvikt/tables'
import { type CsvOptions, rowsOf } from './csv.ts'

/**
 * A table as a page of its own, without script and style: the title as caption, rows with their headers, below it what
 * is said of the table and its parts, its source and its licence.
 * @example htmlOf(table, 'sv', {})
 */
export function htmlOf(table: StatTable, language: string, options: CsvOptions): string {
  const words = (texts: Texts | undefined) => escaped(textOf(texts, language, table.languages))
  const title = words(table.title)
  const [header = [], ...rows] = rowsOf(table, language, options, false)
  const heads = header.map((cell) => `<th scope="col">${escaped(String(cell ?? ''))}</th>`).join('')
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      const text = escaped(String(cell ?? ''))
      return at < table.stub ? `<th scope="row">${text}</th>` : `<td>${text}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  const notes = notesOf(table, words).map((note) => `<li>${note}</li>`)
  const foot = [words(table.source), escaped(table.licence ?? ''), escaped(table.updated ?? '')].filter(
    Boolean,
  )
  return [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${title}</title></head>`,
    `<body><table><caption>${title}</caption><thead><tr>${heads}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody></table>`,
    notes.length === 0 ? '' : `<ul>${notes.join('')}</ul>`,
    `<p>${foot.join(' · ')}</p></body></html>`,
  ].join('\n')
}

/** All that is said of the table, of its dimensions, of their values and of cells, each with what it is about. */
function notesOf(table: StatTable, words: (texts: Texts | undefined) => string): string[] {
  const { notes = [], dimensions, cellNotes = [], cellMarks = [] } = table
  const place = (at: readonly (number | null)[]) =>
    at
      .flatMap((category, d) =>
        category === null ? [] : [words(dimensions[d]?.categories[category]?.label)],
      )
      .join(', ')
  return [
    ...notes.map(({ text }) => words(text)),
    ...dimensions.flatMap((dimension) => [
      ...(dimension.notes ?? []).map(({ text }) => `${words(dimension.label)}: ${words(text)}`),
      ...dimension.categories.flatMap(({ label, notes: own = [] }) =>
        own.map(({ text }) => `${words(dimension.label)}, ${words(label)}: ${words(text)}`),
      ),
    ]),
    ...cellNotes.map(({ at, note }) => `${place(at)}: ${words(note.text)}`),
    ...cellMarks.map(({ at, mark }) => `${place(at)}: ${words(mark)}`),
  ]
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
