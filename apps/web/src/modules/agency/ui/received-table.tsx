import type { Locale } from '@jamvikt/i18n'
import { periodName } from '../../plan/public.ts'
import type { Received } from '../model-submission.ts'
import { StateTag } from './state-tag.tsx'

/** Reports that have come in, each leading to its page. */
export function ReceivedTable(props: {
  locale: Locale
  home: string
  reports: readonly Received[]
  caption: string
}) {
  const { locale, home } = props
  return (
    <div class="card table-card">
      <table class="stack" aria-label={props.caption}>
        <thead>
          <tr>
            {(['region', 'period', 'plan', 'when', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {locale.text(`agency.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.reports.map((report) => (
            <tr key={report.id}>
              <th scope="row">{report.region.name}</th>
              <td data-label={locale.text('agency.period')}>
                <a href={`${home}/received/${report.id}`}>
                  {periodName(locale, report.span)}, {locale.text('agency.number', { number: report.number })}
                </a>
              </td>
              <td data-label={locale.text('agency.plan')}>{report.planName}</td>
              <td data-label={locale.text('agency.when')}>{locale.date(report.submittedAt)}</td>
              <td data-label={locale.text('agency.state')}>
                <StateTag locale={locale} state={report.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
