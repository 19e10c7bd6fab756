import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import { KINDS } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { DateField, TextField } from '../../ui/field-input.tsx'
import { KeepOffer } from '../../ui/keep-offer.tsx'
import { choiceLabel } from '../../ui/words.tsx'

export const ACTION_ROWS = 6

interface TypedAction {
  readonly name: string
  readonly role: string
  readonly due: string
}

export interface TypedMeeting {
  readonly name: string
  readonly on: string
  readonly duty: string
  readonly agenda: string
  readonly decisions: string
  readonly actions: readonly TypedAction[]
}

/** A meeting and what is to be done after it, in one form. */
export function MeetingForm(props: {
  locale: Locale
  tree: PlanTree
  here: string
  typed: TypedMeeting
  errors: readonly FieldError[]
  keep: string
}) {
  const { locale, tree, typed, errors } = props
  const unsaid = { value: '', label: locale.text('plan.item.unsaid') }
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {errors.length === 0 ? <KeepOffer locale={locale} /> : null}
      <form method="post" class="card form meeting-form" data-keep={props.keep}>
        <Field id="name" label={locale.text('plan.field.name')} value={typed.name} required errors={errors} />
        <DateField id="on" label={locale.text('plan.field.on')} value={typed.on} errors={errors} />
        <Select
          id="duty"
          label={locale.text('plan.field.meeting.duty')}
          value={typed.duty}
          choices={[
            unsaid,
            ...KINDS.meeting.fields.duty.of.map((value) => ({
              value,
              label: choiceLabel(locale, 'meeting', 'duty', value),
            })),
          ]}
        />
        <TextField
          id="agenda"
          label={locale.text('plan.field.agenda')}
          value={typed.agenda}
          rows={4}
          errors={errors}
        />
        <TextField
          id="decisions"
          label={locale.text('plan.field.decisions')}
          value={typed.decisions}
          rows={4}
          errors={errors}
        />
        {typed.actions.map((action, at) => (
          <fieldset key={at} class="action-row">
            <legend>{locale.text('work.meeting.action', { number: at + 1 })}</legend>
            <Field
              id={`task-${at}-name`}
              label={locale.text('work.meeting.what')}
              value={action.name}
              errors={errors}
            />
            <Select
              id={`task-${at}-responsible`}
              label={locale.text('work.responsible')}
              value={action.role}
              errors={errors}
              choices={[
                { value: '', label: locale.text('work.meeting.nobody') },
                ...tree.all('role').map(({ id, fields }) => ({ value: id, label: fields.name })),
              ]}
            />
            <DateField
              id={`task-${at}-due`}
              label={locale.text('work.due')}
              value={action.due}
              errors={errors}
            />
          </fieldset>
        ))}
        <p class="inline">
          <button class="button primary" type="submit">
            {locale.text('work.meeting.save')}
          </button>
          <a class="button" href={`${props.here}/work`}>
            {locale.text('cancel')}
          </a>
        </p>
      </form>
    </>
  )
}
