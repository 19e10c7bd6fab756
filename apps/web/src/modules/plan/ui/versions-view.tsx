import type { Locale } from '@jamvikt/i18n'
import { Checkbox, EmptyState, ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import type { PlanVersion } from '../model.ts'
import { DateField } from './field-input.tsx'
import { dayText } from './words.tsx'

export interface TypedDecision {
  readonly diary: string
  readonly on: string
  readonly body: string
}

/** A plan’s versions, the latest first. */
export function VersionList(props: { locale: Locale; here: string; versions: readonly PlanVersion[] }) {
  const { locale, here, versions } = props
  if (versions.length === 0)
    return (
      <EmptyState title={locale.text('plan.versions.none')}>
        <p>{locale.text('plan.versions.none.text')}</p>
      </EmptyState>
    )
  return (
    <section class="card">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.version.short')}</th>
            <th scope="col">{locale.text('plan.version.state')}</th>
            <th scope="col">{locale.text('plan.version.decision')}</th>
            <th scope="col">{locale.text('plan.version.made')}</th>
            <th scope="col">{locale.text('plan.version.by')}</th>
            <th scope="col">{locale.text('plan.version.see')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, state, decision, madeAt, madeBy }) => (
            <tr key={number}>
              <th scope="row" class="nowrap">
                <a href={`${here}/versions/${number}`}>{locale.text('plan.version', { number })}</a>
              </th>
              <td data-label={locale.text('plan.version.state')}>
                <span class={`tag tag-${state === 'adopted' ? 'good' : 'neutral'}`}>
                  <span aria-hidden="true">{state === 'adopted' ? '✓' : '○'}</span>
                  {locale.text(`plan.version.state.${state}`)}
                </span>
              </td>
              <td data-label={locale.text('plan.version.decision')}>
                {decision === null ? '–' : decisionText(locale, decision)}
              </td>
              <td data-label={locale.text('plan.version.made')}>{locale.time(madeAt)}</td>
              <td data-label={locale.text('plan.version.by')}>{madeBy}</td>
              <td data-label={locale.text('plan.version.see')}>
                <a
                  class="no-print"
                  href={`${here}/compare?from=${number}`}
                  aria-label={`${locale.text('plan.version.changes')}: ${locale.text('plan.version', { number })}`}
                >
                  {locale.text('plan.version.changes')}
                </a>
                {state === 'referral' ? (
                  <>
                    {' '}
                    <a
                      class="no-print"
                      href={`${here}/versions/${number}/referral`}
                      aria-label={`${locale.text('referral.open')}: ${locale.text('plan.version', { number })}`}
                    >
                      {locale.text('referral.open')}
                    </a>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function decisionText(locale: Locale, decision: NonNullable<PlanVersion['decision']>): string {
  return locale.text('plan.version.decisionText', {
    body: decision.body,
    on: dayText(locale, decision.on),
    diary: decision.diary,
  })
}

/** Two forms: the plan goes out for comments as it stands, or is adopted by a decision. */
export function VersionForms(props: {
  locale: Locale
  revision: number
  typed: TypedDecision
  errors: readonly FieldError[]
}) {
  const { locale, revision, typed, errors } = props
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <div class="grid-even version-forms no-print">
        <form method="post" class="card form" id="adopt">
          <h2>{locale.text('plan.adopt')}</h2>
          <p>{locale.text('plan.adopt.text')}</p>
          <input type="hidden" name="revision" value={revision} />
          <Field
            id="diary"
            label={locale.text('plan.adopt.diary')}
            value={typed.diary}
            required
            errors={errors}
          />
          <DateField id="on" label={locale.text('plan.adopt.on')} value={typed.on} errors={errors} />
          <Field
            id="body"
            label={locale.text('plan.adopt.body')}
            hint={locale.text('plan.adopt.body.hint')}
            value={typed.body}
            required
            errors={errors}
          />
          <Checkbox id="confirm" label={locale.text('plan.adopt.confirm')} />
          <button class="button primary" name="act" value="adopt" type="submit">
            {locale.text('plan.adopt')}
          </button>
        </form>
        <form method="post" class="card form">
          <h2>{locale.text('plan.refer')}</h2>
          <p>{locale.text('plan.refer.text')}</p>
          <input type="hidden" name="revision" value={revision} />
          <button class="button" name="act" value="refer" type="submit">
            {locale.text('plan.refer')}
          </button>
        </form>
      </div>
    </>
  )
}

/** Which two are to be compared; the draft is the empty choice. */
export function CompareForm(props: {
  locale: Locale
  here: string
  versions: readonly PlanVersion[]
  from: number | null
  to: number | null
}) {
  const { locale, versions } = props
  const choices = [
    { value: 'draft', label: locale.text('plan.draft') },
    ...versions.map(({ number, state }) => ({
      value: String(number),
      label: `${locale.text('plan.version', { number })} (${locale.text(`plan.version.state.${state}`).toLowerCase()})`,
    })),
  ]
  const value = (number: number | null) => (number === null ? 'draft' : String(number))
  return (
    <form method="get" action={`${props.here}/compare`} class="card filters no-print">
      <Select
        id="from"
        label={locale.text('plan.compare.from')}
        value={value(props.from)}
        choices={choices}
      />
      <Select id="to" label={locale.text('plan.compare.to')} value={value(props.to)} choices={choices} />
      <button class="button" type="submit">
        {locale.text('plan.compare')}
      </button>
    </form>
  )
}
