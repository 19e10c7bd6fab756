import type { Locale } from '@jamvikt/i18n'
import type { Finding, Place } from '../model-exchange.ts'

/** Where something stands, in the file’s own words. */
function placeText(locale: Locale, { sheet, row, column, path }: Place, isWord: boolean): string {
  const parts = [
    sheet === undefined ? '' : isWord ? `${locale.text('plan.x.word-page.table')} ${sheet}` : sheet,
    row === undefined ? '' : locale.text('plan.x.place.row', { row }),
    column ?? '',
    path ?? '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? locale.text('plan.x.draft.whole') : parts.join(', ')
}

function findingText(locale: Locale, { reason, detail }: Finding): string {
  const text = locale.dynamic(`plan.x.find.${reason}`, reason)
  if (detail === '') return text
  const [rows, stated, difference] = detail.split('|')
  if (reason === 'sum-differs' && rows && stated && difference)
    return `${text} (${locale.text('plan.x.detail.rowsGive', { rows, stated, difference })})`
  return text.endsWith(':') ? `${text} ${detail}` : `${text} (${detail})`
}

/** What is wrong with a file, or was assumed of it: where, of what, and what to do. */
export function Findings(props: {
  locale: Locale
  id: 'faults' | 'remarks'
  findings: readonly Finding[]
  isWord: boolean
}) {
  const { locale, findings, isWord } = props
  const label = {
    where: locale.text('plan.x.draft.where'),
    item: locale.text('plan.x.draft.item'),
    wrong: locale.text(props.id === 'faults' ? 'plan.x.draft.wrong' : 'plan.x.draft.noticed'),
  }
  return (
    <table class="stack findings" aria-labelledby={props.id}>
      <thead>
        <tr>
          <th scope="col">{label.where}</th>
          <th scope="col">{label.item}</th>
          <th scope="col">{label.wrong}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, at) => (
          <tr key={`${props.id} ${at}`}>
            <th scope="row">{placeText(locale, finding.place, isWord)}</th>
            <td data-label={label.item}>{finding.item === '' ? '–' : finding.item}</td>
            <td data-label={label.wrong}>{findingText(locale, finding)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
