import type { Locale } from '@jamvikt/i18n'
import { Checkbox } from '@jamvikt/ui'
import type { PresentationFinding } from '../rules/presentation.ts'
import { FindingList } from './presentation-notes.tsx'

/** What whoever proposes a table reads first; what must be looked over they confirm that they have read. */
export function BeforeProposing(props: {
  locale: Locale
  findings: readonly PresentationFinding[]
  /** The address of the table’s page. */
  page: string
}) {
  const { locale, findings, page } = props
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="before-proposing">
      <h3 id="before-proposing">{locale.text('present.before')}</h3>
      <p>{locale.text('present.before.text')}</p>
      <FindingList locale={locale} findings={findings} version={null} page={page} />
      {mustConfirm(findings) ? <Checkbox id="read" label={locale.text('present.read')} /> : null}
    </section>
  )
}

/** Whether something must be looked over before the table is proposed. */
export function mustConfirm(findings: readonly PresentationFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'must')
}
