import type { Locale } from '@jamvikt/i18n'
import { Field, type FieldError } from '@jamvikt/ui'
import { DateField, TextField } from '../../ui/field-input.tsx'
import type { TypedReferral } from '../rules/questions.ts'

/** What is asked, and until when. */
export function SetUpForm(props: {
  locale: Locale
  at: string
  typed: TypedReferral
  errors: readonly FieldError[]
  isNew: boolean
  /** Whether somebody has been asked, so that the questions stand. */
  isFixed: boolean
}) {
  const { locale, typed, errors, isFixed } = props
  return (
    <form method="post" action={props.at} class="card form no-print">
      <h2>{locale.text('referral.setUp')}</h2>
      <TextField
        id="intro"
        label={locale.text('referral.intro')}
        hint={locale.text('referral.intro.hint')}
        value={typed.intro}
        rows={4}
        errors={errors}
      />
      {isFixed ? (
        <>
          <input type="hidden" name="questions" value={typed.questions} />
          <p class="note">{locale.text('referral.questions.fixed')}</p>
        </>
      ) : (
        <TextField
          id="questions"
          label={locale.text('referral.questions')}
          hint={locale.text('referral.questions.hint')}
          value={typed.questions}
          rows={8}
          errors={errors}
        />
      )}
      <DateField id="dueOn" label={locale.text('referral.dueOn')} value={typed.dueOn} errors={errors} />
      <button class="button primary" type="submit" name="act" value="set-up">
        {locale.text(props.isNew ? 'referral.begin' : 'referral.save')}
      </button>
    </form>
  )
}

/** Who is asked by letter. */
export function InviteForm(props: {
  locale: Locale
  at: string
  typed: string
  errors: readonly FieldError[]
  canMail: boolean
}) {
  const { locale } = props
  return (
    <form method="post" action={props.at} class="card form no-print">
      <h2>{locale.text('referral.invite')}</h2>
      {props.canMail ? null : <p>{locale.text('referral.invite.noMail')}</p>}
      <TextField
        id="invited"
        label={locale.text('referral.invited')}
        hint={locale.text('referral.invited.hint')}
        value={props.typed}
        rows={5}
        errors={props.errors}
      />
      <button class="button primary" type="submit" name="act" value="invite">
        {locale.text(props.canMail ? 'referral.invite.send' : 'referral.invite.make')}
      </button>
    </form>
  )
}

/** Whose answer came on paper without a letter. */
export function PaperForm(props: {
  locale: Locale
  at: string
  typed: string
  errors: readonly FieldError[]
}) {
  const { locale } = props
  return (
    <form method="post" action={props.at} class="card form no-print">
      <h2>{locale.text('referral.paper')}</h2>
      <p>{locale.text('referral.paper.text')}</p>
      <Field
        id="organisation"
        label={locale.text('referral.organisation')}
        value={props.typed}
        required
        errors={props.errors}
      />
      <button class="button" type="submit" name="act" value="paper">
        {locale.text('referral.paper.add')}
      </button>
    </form>
  )
}
