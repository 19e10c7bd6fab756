import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary } from '@jamvikt/ui'
import { KeepOffer } from '../../plan/public.ts'

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
  const { locale, filled, error } = props
  return (
    <>
      <ErrorSummary
        title={locale.text('error.summary')}
        errors={error === null ? [] : [{ field: 'whole', text: error }]}
      />
      <KeepOffer locale={locale} />
      <form method="post" class="card form no-print" data-keep={props.keep}>
        <h2>{locale.text('agency.answer')}</h2>
        <WholeField
          locale={locale}
          label={locale.text('agency.answer.whole')}
          hint={locale.text('agency.answer.whole.hint')}
          value={filled.whole}
          error={error}
        />
        <details open={filled.of.some((text) => text !== '')}>
          <summary>{locale.text('agency.answer.heading')}</summary>
          {props.headings.map((heading, at) => (
            <div key={at} class="field">
              <label for={`of-${at}`}>{locale.text('agency.answer.about', { heading })}</label>
              <textarea id={`of-${at}`} name={`of-${at}`} rows={2} maxLength={4000}>
                {filled.of[at] ?? ''}
              </textarea>
            </div>
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
  const { locale, error } = props
  return (
    <details class="card no-print" open={error !== null}>
      <summary>{locale.text('agency.answer.reopen.title')}</summary>
      <ErrorSummary
        title={locale.text('error.summary')}
        errors={error === null ? [] : [{ field: 'whole', text: error }]}
      />
      <form method="post" class="form">
        <WholeField
          locale={locale}
          label={locale.text('agency.answer.reopen.reason')}
          hint={locale.text('agency.answer.reopen.text')}
          value={props.filled}
          error={error}
        />
        <button class="button" type="submit" name="act" value="reopen">
          {locale.text('agency.answer.reopen')}
        </button>
      </form>
    </details>
  )
}

function WholeField(props: {
  locale: Locale
  label: string
  hint: string
  value: string
  error: string | null
}) {
  const { error } = props
  return (
    <div class={error === null ? 'field' : 'field field-wrong'}>
      <label for="whole">{props.label}</label>
      <p class="hint" id="whole-hint">
        {props.hint}
      </p>
      {error === null ? null : (
        <p class="field-error" id="whole-error">
          {error}
        </p>
      )}
      <textarea
        id="whole"
        name="whole"
        rows={4}
        maxLength={4000}
        aria-invalid={error === null ? undefined : 'true'}
        aria-describedby={error === null ? 'whole-hint' : 'whole-error whole-hint'}
      >
        {props.value}
      </textarea>
    </div>
  )
}
