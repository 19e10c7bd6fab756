import type { Locale } from '@jamvikt/i18n'
import type { Remark } from '../model-submission.ts'

/** What the agency has said of a report, about the whole first. */
export function Remarks({ locale, remarks }: { locale: Locale; remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null
  return (
    <section class="card" aria-labelledby="remarks">
      <h2 id="remarks">{locale.text('agency.remarks')}</h2>
      {remarks.map(({ heading, text }) => (
        <div key={heading}>
          <h3>{heading === '' ? locale.text('agency.remarks.whole') : heading}</h3>
          <p class="kept-lines">{text}</p>
        </div>
      ))}
    </section>
  )
}
