import { LANGUAGES, type Locale } from '@jamvikt/i18n'
import { EmptyState, Select } from '@jamvikt/ui'
import { type KeptReport, REPORT_KINDS } from '../model-content.ts'
import { finishedText } from './finished-text.ts'

interface ListProps {
  readonly locale: Locale
  /** Where the plan’s reports are. */
  readonly here: string
  readonly reports: readonly KeptReport[]
  /** What the time of each is called, by report. */
  readonly spans: ReadonlyMap<string, string>
}

/** Reports of a plan: drafts, and those that are adopted. */
export function DocumentList(props: ListProps & { mayWrite: boolean }) {
  const { locale, reports, mayWrite } = props
  const standing = reports.filter(({ removedAt }) => removedAt === null)
  const drafts = standing.filter(({ adopted }) => adopted === null)
  const adopted = standing.filter((report) => report.adopted !== null)
  if (standing.length === 0)
    return (
      <EmptyState title={locale.text('doc.none')}>
        <p>{locale.text(mayWrite ? 'doc.none.text' : 'doc.none.reader')}</p>
      </EmptyState>
    )
  return (
    <>
      <ReportTable {...props} reports={drafts} of="drafts" />
      <ReportTable {...props} reports={adopted} of="adopted" />
    </>
  )
}

function ReportTable(props: ListProps & { of: 'drafts' | 'adopted' }) {
  const { locale, here, reports, spans, of } = props
  if (reports.length === 0) return null
  const last = of === 'adopted' ? 'decision' : 'changed'
  const heads = (['title', 'kind', 'span', last] as const).map((column) => ({
    column,
    text: locale.text(`doc.col.${column}`),
  }))
  return (
    <section class="card">
      <h2>{locale.text(`doc.${of}`)}</h2>
      <table class="stack">
        <thead>
          <tr>
            {heads.map(({ column, text }) => (
              <th key={column} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map(({ id, kind, latest, adopted }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${here}/${id}`}>{latest.content.title}</a>
              </th>
              <td data-label={heads[1]?.text}>{locale.text(`doc.kind.${kind}`)}</td>
              <td data-label={heads[2]?.text}>{spans.get(id)}</td>
              <td data-label={heads[3]?.text}>
                {adopted === null
                  ? locale.text('doc.changedBy', {
                      time: locale.time(latest.madeAt),
                      name: latest.madeBy,
                    })
                  : finishedText(locale, adopted)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A new report from a template. */
export function NewReport(props: {
  locale: Locale
  spans: readonly { readonly value: string; readonly label: string }[]
  span: string
}) {
  const { locale } = props
  return (
    <form method="post" class="card form no-print">
      <h2>{locale.text('doc.new')}</h2>
      <Select
        id="kind"
        label={locale.text('doc.new.kind')}
        value="half-year"
        choices={REPORT_KINDS.map((kind) => ({ value: kind, label: locale.text(`doc.kind.${kind}`) }))}
      />
      <Select id="span" label={locale.text('doc.new.span')} value={props.span} choices={props.spans} />
      <Select
        id="language"
        label={locale.text('doc.new.language')}
        value={locale.language}
        choices={LANGUAGES.map((one) => ({ value: one, label: locale.text(`doc.language.${one}`) }))}
      />
      <button class="button primary" type="submit" name="act" value="make">
        {locale.text('doc.new.make')}
      </button>
    </form>
  )
}

/** Drafts that have been removed, each with a way back. */
export function RemovedReports({ locale, reports }: Pick<ListProps, 'locale' | 'reports'>) {
  const removed = reports.filter(({ removedAt }) => removedAt !== null)
  if (removed.length === 0) return null
  return (
    <section class="card no-print">
      <h2>{locale.text('doc.removed')}</h2>
      <ul class="plain">
        {removed.map(({ id, latest }) => (
          <li key={id}>
            <form method="post" class="inline">
              <input type="hidden" name="report" value={id} />
              <span>{latest.content.title}</span>
              <button
                class="button small"
                type="submit"
                name="act"
                value="bring-back"
                aria-label={`${locale.text('doc.bringBack')}: ${latest.content.title}`}
              >
                {locale.text('doc.bringBack')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
