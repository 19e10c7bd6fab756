import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, type FieldError } from '@jamvikt/ui'
import { KeepOffer, TextField } from '../../plan/public.ts'

/** Characters of a remark. */
export const MOST_REMARK = 4000

/** What an answer holds, as it is written: about the whole, and about each heading. */
export interface AnswerWords {
  readonly whole: string
  readonly of: readonly string[]
}

/** The agency answers a report: sends it back with remarks, or accepts it. */
export function AnswerForm(props: {
  locale: Locale
  headings: readonly string[]
  filled: AnswerWords
  error: string | null
  keep: string
}) {
  const { locale, filled } = props
  const errors = ofWhole(props.error)
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <KeepOffer locale={locale} />
      <form method="post" class="card form no-print" data-keep={props.keep}>
        <h2>{locale.text('agency.answer')}</h2>
        <TextField
          id="whole"
          most={MOST_REMARK}
          rows={4}
          label={locale.text('agency.answer.whole')}
          hint={locale.text('agency.answer.whole.hint')}
          value={filled.whole}
          errors={errors}
        />
        <details open={filled.of.some((text) => text !== '')}>
          <summary>{locale.text('agency.answer.heading')}</summary>
          {props.headings.map((heading, at) => (
            <TextField
              key={at}
              id={`of-${at}`}
              most={MOST_REMARK}
              rows={2}
              label={locale.text('agency.answer.about', { heading })}
              value={filled.of[at] ?? ''}
              errors={[]}
            />
          ))}
        </details>
        <p class="inline">
          <button class="button" type="submit" name="act" value="return">
            {locale.text('agency.answer.return')}
          </button>
          <button class="button primary" type="submit" name="act" value="accept">
            {locale.text('agency.answer.accept')}
          </button>
        </p>
      </form>
    </>
  )
}

/** The agency opens an accepted report again, with its reason. */
export function ReopenForm(props: { locale: Locale; filled: string; error: string | null }) {
  const { locale } = props
  const errors = ofWhole(props.error)
  return (
    <details class="card no-print" open={errors.length > 0}>
      <summary>{locale.text('agency.answer.reopen.title')}</summary>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <form method="post" class="form">
        <TextField
          id="whole"
          most={MOST_REMARK}
          rows={4}
          label={locale.text('agency.answer.reopen.reason')}
          hint={locale.text('agency.answer.reopen.text')}
          value={props.filled}
          errors={errors}
        />
        <button class="button" type="submit" name="act" value="reopen">
          {locale.text('agency.answer.reopen')}
        </button>
      </form>
    </details>
  )
}

function ofWhole(error: string | null): FieldError[] {
  return error === null ? [] : [{ field: 'whole', text: error }]
}
