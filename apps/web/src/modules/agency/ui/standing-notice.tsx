import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { Submission } from '../model-submission.ts'
import { Remarks } from './remarks.tsx'

/** Where the latest report of a period stands, as the region sees it, with what the agency has said of it. */
export function StandingNotice(props: { locale: Locale; agency: string; last: Submission }) {
  const { locale, agency, last } = props
  const { state, number, answer } = last
  const said = { agency, number, time: locale.time(answer?.at ?? last.submittedAt) }
  if (state === 'submitted') return <Notice kind="info">{locale.text('agency.sent.waits', said)}</Notice>
  return (
    <>
      <Notice kind={state === 'accepted' ? 'good' : 'watch'}>
        {locale.text(`agency.sent.${state}`, said)}
      </Notice>
      <Remarks locale={locale} remarks={answer?.remarks ?? []} />
    </>
  )
}
