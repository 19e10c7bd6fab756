import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import { PLAN_KINDS, type Plan } from '../model.ts'
import type { FactField } from '../rules/check-facts.ts'
import { DateField, TextField } from './field-input.tsx'
import { KeepOffer } from './keep-offer.tsx'

export type TypedFacts = Readonly<Record<FactField | 'above', string>>

/** What a plan says of itself, to be filled in. */
export function FactsForm(props: {
  locale: Locale
  typed: TypedFacts
  errors: readonly FieldError[]
  /** Plans that it can serve. */
  plans: readonly Plan[]
  /** What it said as the writer had it before them; `null` where the plan is new. */
  seen: Readonly<Record<string, unknown>> | null
  keep: string
  back: string
}) {
  const { locale, typed, errors, plans, seen } = props
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {errors.length === 0 ? <KeepOffer locale={locale} /> : null}
      <form method="post" class="card form" data-keep={props.keep}>
        {seen === null ? null : <input type="hidden" name="seen" value={JSON.stringify(seen)} />}
        <Field id="name" label={locale.text('plan.facts.name')} value={typed.name} required errors={errors} />
        {seen === null ? (
          <Select
            id="kind"
            label={locale.text('plan.facts.kind')}
            hint={locale.text('plan.facts.kind.hint')}
            value={typed.kind}
            choices={PLAN_KINDS.map((kind) => ({ value: kind, label: locale.text(`plan.kindOf.${kind}`) }))}
            errors={errors}
          />
        ) : (
          <input type="hidden" name="kind" value={typed.kind} />
        )}
        <DateField
          id="startsOn"
          label={locale.text('plan.facts.startsOn')}
          value={typed.startsOn}
          errors={errors}
        />
        <DateField
          id="endsOn"
          label={locale.text('plan.facts.endsOn')}
          value={typed.endsOn}
          errors={errors}
        />
        <TextField
          id="lede"
          label={locale.text('plan.facts.lede')}
          hint={locale.text('plan.facts.lede.hint')}
          value={typed.lede}
          rows={4}
          errors={errors}
        />
        <Select
          id="above"
          label={locale.text('plan.facts.above')}
          hint={locale.text('plan.facts.above.hint')}
          value={typed.above}
          choices={[
            { value: '', label: locale.text('plan.facts.above.none') },
            ...plans.map(({ id, facts }) => ({ value: id, label: facts.name })),
          ]}
          errors={errors}
        />
        <p class="inline">
          <button class="button primary" type="submit">
            {locale.text(seen === null ? 'plan.facts.make' : 'save')}
          </button>
          <a class="button" href={props.back}>
            {locale.text('cancel')}
          </a>
        </p>
      </form>
    </>
  )
}
