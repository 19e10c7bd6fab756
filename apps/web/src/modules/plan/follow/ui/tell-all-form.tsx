import type { Locale } from '@jamvikt/i18n'
import type { FieldError } from '@jamvikt/ui'
import { KeepOffer } from '../../ui/keep-offer.tsx'
import { type ActivityUpdate, STATUSES } from '../model-follow.ts'
import type { Standing } from '../rules/standing.ts'
import { StatusTag } from './status-tag.tsx'
import type { ToldWords } from './tell-form.tsx'
import { ToldClash } from './told-clash.tsx'

export const ROW_FIELDS = ['status', 'done', 'cause', 'measure'] as const

/** One activity in the form, as it is typed. */
export interface TellRow {
  readonly standing: Standing
  readonly filled: ToldWords
  /** What the writer had before them, as the form sends it back. */
  readonly seen: string
  /** What a colleague has told meanwhile. */
  readonly latest: ActivityUpdate | null
}

/** Telling of several activities at once; one without a status is left as it is. */
export function TellAllForm(props: {
  locale: Locale
  rows: readonly TellRow[]
  errors: readonly FieldError[]
  keep: string
}) {
  const { locale, rows, errors } = props
  return (
    <>
      <KeepOffer locale={locale} />
      <form method="post" class="card tell-all" data-keep={props.keep}>
        <ul class="plain">
          {rows.map((row) => (
            <Row key={row.standing.activity.id} locale={locale} row={row} errors={errors} />
          ))}
        </ul>
        <button class="button primary" type="submit">
          {locale.text('follow.all.save')}
        </button>
      </form>
    </>
  )
}

function Row({ locale, row, errors }: { locale: Locale; row: TellRow; errors: readonly FieldError[] }) {
  const { activity, update, before } = row.standing
  const { id } = activity
  return (
    <li>
      <fieldset class="tell-row">
        <legend>
          {activity.fields.name}{' '}
          {update === null && before !== null ? (
            <span class="note">
              {locale.text('follow.before')} <StatusTag locale={locale} status={before} />
            </span>
          ) : null}
        </legend>
        {row.latest === null ? null : <ToldClash locale={locale} latest={row.latest} />}
        <input type="hidden" name={`seen.${id}`} value={row.seen} data-keep-seen />
        <div class="tell-fields">
          <div class="field">
            <label for={`status.${id}`}>{locale.text('follow.status')}</label>
            <select id={`status.${id}`} name={`status.${id}`} {...faultOf(errors, `status.${id}`)}>
              <option value="">{locale.text('follow.all.none')}</option>
              {STATUSES.map((status) => (
                <option key={status} value={status} selected={row.filled.status === status}>
                  {locale.text(`follow.status.${status}`)}
                </option>
              ))}
            </select>
            <Fault errors={errors} field={`status.${id}`} />
          </div>
          {(['done', 'cause', 'measure'] as const).map((field) => (
            <div key={field} class={field === 'done' ? 'field' : 'field deviation'}>
              <label for={`${field}.${id}`}>{locale.text(`follow.${field}`)}</label>
              <textarea
                id={`${field}.${id}`}
                name={`${field}.${id}`}
                rows={2}
                placeholder=" "
                {...faultOf(errors, `${field}.${id}`)}
              >
                {row.filled[field] ?? ''}
              </textarea>
              <Fault errors={errors} field={`${field}.${id}`} />
            </div>
          ))}
        </div>
      </fieldset>
    </li>
  )
}

function faultOf(errors: readonly FieldError[], field: string) {
  return errors.some((error) => error.field === field)
    ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${field}-error` }
    : {}
}

function Fault({ errors, field }: { errors: readonly FieldError[]; field: string }) {
  const text = errors.find((error) => error.field === field)?.text
  return text === undefined ? null : (
    <p class="field-error" id={`${field}-error`}>
      {text}
    </p>
  )
}
