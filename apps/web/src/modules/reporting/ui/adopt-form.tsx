import type { Locale } from '@jamvikt/i18n'
import { Checkbox, ErrorSummary, Field, type FieldError } from '@jamvikt/ui'
import { DateField } from '../../plan/public.ts'

/** A decision as it is typed. */
export interface TypedDecision {
  readonly diary: string
  readonly on: string
  readonly body: string
}

/** The decision that a report is adopted by; it carries along what was read. */
export function AdoptForm(props: {
  locale: Locale
  /** It takes a diary number and a body to adopt it. */
  needsDecision: boolean
  revision: number
  hash: string
  typed: TypedDecision
  errors: readonly FieldError[]
  back: string
}) {
  const { locale, typed, errors, needsDecision } = props
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <form method="post" class="card form no-print">
        <input type="hidden" name="revision" value={props.revision} />
        <input type="hidden" name="hash" value={props.hash} />
        {needsDecision ? null : <p class="hint">{locale.text('doc.adopt.brief')}</p>}
        <Field
          id="diary"
          label={locale.text('plan.adopt.diary')}
          value={typed.diary}
          required={needsDecision}
          errors={errors}
        />
        <DateField id="on" label={locale.text('plan.adopt.on')} value={typed.on} errors={errors} />
        <Field
          id="body"
          label={locale.text('plan.adopt.body')}
          hint={locale.text('plan.adopt.body.hint')}
          value={typed.body}
          required={needsDecision}
          errors={errors}
        />
        <Checkbox id="confirm" label={locale.text('doc.adopt.confirm')} />
        <p class="inline">
          <button class="button primary" type="submit">
            {locale.text('doc.adopt')}
          </button>
          <a class="button" href={props.back}>
            {locale.text('doc.back')}
          </a>
        </p>
      </form>
    </>
  )
}
