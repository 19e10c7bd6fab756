import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { ActivityUpdate } from '../model-follow.ts'
import { reachedText } from './follow-list.tsx'
import { StatusTag } from './status-tag.tsx'

/** What a colleague has told meanwhile, above one’s own words, which stay in the form. */
export function ToldClash({ locale, latest }: { locale: Locale; latest: ActivityUpdate }) {
  return (
    <>
      <Notice kind="watch">
        {locale.text('follow.clash', { name: latest.changedBy, time: locale.time(latest.changedAt) })}
      </Notice>
      <section class="card theirs" aria-labelledby="theirs">
        <h2 id="theirs">{locale.text('follow.clash.theirs', { name: latest.changedBy })}</h2>
        <p>
          <StatusTag locale={locale} status={latest.status} />
        </p>
        {(['done', 'cause', 'measure'] as const).map((field) =>
          latest[field] === '' ? null : (
            <div key={field}>
              <h3>{locale.text(`follow.${field}`)}</h3>
              <p class="as-written">{latest[field]}</p>
            </div>
          ),
        )}
        <p>{reachedText(locale, latest.reached)}</p>
      </section>
    </>
  )
}
