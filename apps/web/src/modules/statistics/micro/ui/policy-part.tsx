import type { Locale } from '@jamvikt/i18n'
import { Field, type FieldError, Notice } from '@jamvikt/ui'
import type { MicroPolicy, Noise } from '../model-micro.ts'

export interface PolicyRights {
  readonly propose: boolean
  readonly decide: boolean
  /** Whether the person may approve what waits: another than who brought in or proposed. */
  readonly approve: boolean
}

/** How a list is protected: proposed by one, decided by another, and then for ever. */
export function PolicyPart(props: {
  locale: Locale
  policy: MicroPolicy | null
  rights: PolicyRights
  errors: readonly FieldError[]
  /** What was proposed and refused, as it was written. */
  sent?: Readonly<Record<keyof Noise, string>> | undefined
}) {
  const { locale, policy, rights, errors, sent } = props
  return (
    <section class="card" id="policy">
      <h2>{locale.text('micro.policy')}</h2>
      <p>{locale.text('micro.policy.text')}</p>
      {policy === null ? null : (
        <p>
          <strong>{locale.text(`micro.state.${policy.state}`)}</strong>:{' '}
          {locale.text('micro.policy.stands', {
            maxNoise: exact(locale, policy.noise.maxNoise),
            variance: exact(locale, policy.noise.variance),
            threshold: locale.number(policy.noise.threshold),
          })}
        </p>
      )}
      {policy === null && rights.propose ? (
        <ProposeForm locale={locale} errors={errors} sent={sent ?? USUAL} />
      ) : null}
      {policy?.state === 'proposed' && rights.decide ? (
        <form method="post" class="inline">
          {rights.approve ? (
            <button class="button primary" name="act" value="approve" type="submit">
              {locale.text('micro.policy.approve')}
            </button>
          ) : (
            <Notice kind="info">{locale.text('micro.policy.waits')}</Notice>
          )}
          <button class="button" name="act" value="decline" type="submit">
            {locale.text('micro.policy.decline')}
          </button>
        </form>
      ) : null}
    </section>
  )
}

/** To the last figure: what is approved may not look like more than it is. */
function exact(locale: Locale, figure: number): string {
  return new Intl.NumberFormat(locale.language, { maximumSignificantDigits: 17 }).format(figure)
}

const USUAL = { maxNoise: '5', variance: '3', threshold: '3' }

function ProposeForm(props: {
  locale: Locale
  errors: readonly FieldError[]
  sent: Readonly<Record<keyof Noise, string>>
}) {
  const { locale, errors, sent } = props
  return (
    <form method="post" class="form">
      <Field
        id="maxNoise"
        label={locale.text('micro.policy.maxNoise')}
        hint={locale.text('micro.policy.maxNoiseHint')}
        value={sent.maxNoise}
        required
        errors={errors}
      />
      <Field
        id="variance"
        label={locale.text('micro.policy.variance')}
        hint={locale.text('micro.policy.varianceHint')}
        value={sent.variance}
        required
      />
      <Field
        id="threshold"
        label={locale.text('micro.policy.threshold')}
        hint={locale.text('micro.policy.thresholdHint')}
        value={sent.threshold}
        required
      />
      <button class="button primary" name="act" value="propose" type="submit">
        {locale.text('micro.policy.propose')}
      </button>
    </form>
  )
}
