import type { Locale } from '@jamvikt/i18n'
import type { PresentationFinding } from '../rules/presentation.ts'
import { queryOf } from '../rules/view.ts'

/** What may make a view hard to read, quietly, for whoever can mend it. */
export function PresentationNotes(props: {
  locale: Locale
  findings: readonly PresentationFinding[]
  version: number | null
}) {
  const { locale, findings } = props
  if (findings.length === 0) return null
  return (
    <details class="card no-print">
      <summary>{locale.text('present.title', { count: locale.number(findings.length) })}</summary>
      <FindingList {...props} />
    </details>
  )
}

/** Each finding in a sentence, what to do about it, and the view that has it mended. */
export function FindingList(props: {
  locale: Locale
  findings: readonly PresentationFinding[]
  version: number | null
  /** The address of the table's page, where the list stands on another. */
  page?: string
}) {
  const { locale, findings, version, page = '' } = props
  return (
    <ul>
      {findings.map(({ code, severity, figures, mended }) => {
        const said = { some: locale.number(figures.some), all: locale.number(figures.all) }
        const query = mended === null ? null : queryOf(mended)
        if (version !== null) query?.set('version', String(version))
        return (
          <li key={code}>
            <strong>{locale.text(`present.${severity}`)}:</strong>{' '}
            {locale.dynamic(`present.${code}`, code, said)} {locale.text(`present.${code}.do`)}{' '}
            {query === null ? null : <a href={`${page}?${query}`}>{locale.text('present.mended')}</a>}
          </li>
        )
      })}
    </ul>
  )
}
