import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, type FieldError } from '@jamvikt/ui'
import { DateField, TextField } from '../../ui/field-input.tsx'
import { KeepOffer } from '../../ui/keep-offer.tsx'
import { STANCES } from '../model-referral.ts'
import type { TypedAnswer } from '../rules/check-answer.ts'
import type { Subject } from '../rules/subjects.ts'

/** The form of an answer: questions, priorities, the whole, and where one stands. */
export function AnswerForm(props: {
  locale: Locale
  subjects: readonly Subject[]
  typed: TypedAnswer
  errors: readonly FieldError[]
  /** What it was filled in from. */
  revision: number
  /** The same in words, where a colleague may write at the same time. */
  seen?: string
  /** What unsaved words are kept under in the browser. */
  keep: string
  /** Where the plan can be read; a priority stands there under its id. */
  plan: string
}) {
  const { locale, subjects, typed, errors } = props
  const comment = (subject: Subject, label: string) => (
    <TextField
      key={subject.about}
      id={`c-${subject.about}`}
      label={label}
      value={typed.comments[subject.about] ?? ''}
      rows={subject.kind === 'priority' ? 3 : 4}
      errors={errors}
    />
  )
  const questions = subjects.filter((subject) => subject.kind === 'question')
  const priorities = subjects.filter((subject) => subject.kind === 'priority')
  const stanceFault = errors.find(({ field }) => field === 'stance')?.text
  const isEntry = typed.receivedOn !== null
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {errors.length === 0 ? <KeepOffer locale={locale} /> : null}
      <form method="post" class="referral-form" data-keep={props.keep}>
        <input type="hidden" name="revision" value={props.revision} data-keep-seen />
        {props.seen === undefined ? null : (
          <input type="hidden" name="seen" value={props.seen} data-keep-seen />
        )}
        {isEntry ? (
          <section class="card form">
            <DateField
              id="receivedOn"
              label={locale.text('referral.receivedOn')}
              value={typed.receivedOn ?? ''}
              errors={errors}
            />
          </section>
        ) : null}
        {questions.length === 0 ? null : (
          <section class="card form" aria-labelledby="questions">
            <h2 id="questions">{locale.text('referral.form.questions')}</h2>
            {questions.map((subject) => comment(subject, `${subject.number}. ${subject.text}`))}
          </section>
        )}
        {priorities.length === 0 ? null : (
          <section class="card form" aria-labelledby="priorities">
            <h2 id="priorities">{locale.text('referral.form.priorities')}</h2>
            <p class="hint">
              {locale.text('referral.form.priorities.hint')}{' '}
              <a href={props.plan}>{locale.text('referral.link.plan')}</a>
            </p>
            {priorities.map((subject) =>
              comment(subject, locale.text('referral.form.about', { name: subject.text })),
            )}
          </section>
        )}
        <section class="card form">
          <fieldset class="choices" id="stance">
            <legend>{locale.text('referral.stance.ask')}</legend>
            {stanceFault === undefined ? null : <p class="field-error">{stanceFault}</p>}
            {STANCES.map((stance) => (
              <label key={stance} class="choice">
                <input type="radio" name="stance" value={stance} checked={typed.stance === stance} />{' '}
                {locale.text(`referral.stance.${stance}`)}
              </label>
            ))}
          </fieldset>
          {subjects
            .filter((subject) => subject.kind === 'whole')
            .map((subject) => comment(subject, locale.text('referral.form.whole')))}
          {isEntry ? null : <p class="note">{locale.text('referral.form.sendOnce')}</p>}
          <p class="inline">
            <button class="button primary" type="submit" name="act" value="send">
              {locale.text(isEntry ? 'referral.enter' : 'referral.form.send')}
            </button>
            {isEntry ? null : (
              <button class="button" type="submit" name="act" value="keep">
                {locale.text('referral.form.keep')}
              </button>
            )}
          </p>
        </section>
      </form>
    </>
  )
}
