import type { Locale } from '@jamvikt/i18n'
import { Checkbox, Field, type FieldError } from '@jamvikt/ui'
import type { Period } from '../../follow/model-follow.ts'
import { periodName } from '../../follow/ui/period-name.ts'
import type { PlanTree } from '../../rules/tree.ts'
import type { Reminding, Sending } from '../model-reminding.ts'
import { MOST_DAYS_BEFORE } from '../rules/due-reminders.ts'

const DAYS = 7

/** Whether the house reminds by itself, and what it has sent. */
export function RemindingView(props: {
  locale: Locale
  tree: PlanTree
  here: string
  periods: readonly Period[]
  reminding: Reminding | null
  sendings: readonly Sending[]
  canMail: boolean
  /** What was typed where it was refused. */
  typed: { readonly isOn: boolean; readonly days: string } | null
  errors: readonly FieldError[]
}) {
  const { locale, reminding, sendings, typed } = props
  return (
    <section class="card no-print" id="reminding" aria-labelledby="reminding-title">
      <h2 id="reminding-title">{locale.text('work.reminding')}</h2>
      <p>{locale.text('work.reminding.text')}</p>
      <p>
        <strong>
          {reminding?.isOn
            ? locale.text('work.reminding.isOn', {
                days: reminding.daysBefore,
                name: reminding.changedName,
                time: locale.time(reminding.changedAt),
              })
            : locale.text('work.reminding.isOff')}
        </strong>{' '}
        {reminding?.isOn && !props.canMail ? locale.text('work.reminding.noMail') : null}
      </p>
      <form method="post" action={`${props.here}/work`} class="form">
        <Checkbox
          id="isOn"
          label={locale.text('work.reminding.on')}
          checked={typed?.isOn ?? reminding?.isOn === true}
        />
        <Field
          id="daysBefore"
          label={locale.text('work.reminding.days', { most: MOST_DAYS_BEFORE })}
          value={typed?.days ?? String(reminding?.daysBefore ?? DAYS)}
          errors={props.errors}
        />
        <button class="button" type="submit" name="act" value="reminding">
          {locale.text('work.reminding.save')}
        </button>
      </form>
      {sendings.length === 0 ? null : (
        <details>
          <summary>{locale.text('work.reminding.sent')}</summary>
          <ul class="tight">
            {sendings.map(({ about, people, sentAt }) => (
              <li key={about}>
                {aboutText(props, about)}: {locale.counted('work.reminding.people', people)},{' '}
                {locale.time(sentAt)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function aboutText(
  { locale, tree, periods }: { locale: Locale; tree: PlanTree; periods: readonly Period[] },
  about: string,
): string {
  const [kind = '', id = '', year = ''] = about.split(':')
  if (kind === 'indicator') {
    const name = tree.of('indicator', id)?.fields.name ?? locale.text('work.reminding.gone')
    return locale.text('work.reminding.sent.indicator', { name, year })
  }
  const period = periods.find((each) => each.id === id)
  const name = period === undefined ? locale.text('work.reminding.gone') : periodName(locale, period)
  return locale.text(kind === 'before' ? 'work.reminding.sent.before' : 'work.reminding.sent.after', { name })
}
