import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, type FieldError } from '@jamvikt/ui'
import { KeepOffer } from '../../ui/keep-offer.tsx'
import { REACHED, STATUSES } from '../model-follow.ts'

/** What a form holds, as it is written. */
export type ToldWords = Readonly<Record<string, string>>

/** Telling how one activity goes: under a minute when nothing is out of order. */
export function TellForm(props: {
  locale: Locale
  filled: ToldWords
  errors: readonly FieldError[]
  /** What the writer had before them, as the form sends it back. */
  seen: string
  /** Whether there are other activities to go on with. */
  hasMore: boolean
  /** What unsaved words are kept under in the browser; `null` where they are not to be. */
  keep: string | null
}) {
  const { locale, filled, errors } = props
  const wrong = (field: string) => errors.find((one) => one.field === field)?.text
  const area = (field: 'done' | 'cause' | 'measure', rows: number, hint: string | null) => {
    const fault = wrong(field)
    const described = [hint && `${field}-hint`, fault && `${field}-error`].filter(Boolean).join(' ')
    return (
      <div class={fault ? 'field field-wrong' : 'field'}>
        <label for={field}>{locale.text(`follow.${field}`)}</label>
        {hint ? (
          <p class="hint" id={`${field}-hint`}>
            {hint}
          </p>
        ) : null}
        {fault ? (
          <p class="field-error" id={`${field}-error`}>
            {fault}
          </p>
        ) : null}
        <textarea
          id={field}
          name={field}
          rows={rows}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={described || undefined}
        >
          {filled[field] ?? ''}
        </textarea>
      </div>
    )
  }
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {props.keep === null ? null : <KeepOffer locale={locale} />}
      <form method="post" class="card tell" data-keep={props.keep ?? undefined}>
        <input type="hidden" name="seen" value={props.seen} data-keep-seen />
        <fieldset class="choices" id="status">
          <legend>{locale.text('follow.status.ask')}</legend>
          {wrong('status') ? <p class="field-error">{wrong('status')}</p> : null}
          {STATUSES.map((status) => (
            <label key={status} class="choice">
              <input type="radio" name="status" value={status} checked={filled.status === status} required />{' '}
              {locale.text(`follow.status.${status}`)}
            </label>
          ))}
        </fieldset>
        {area('done', 4, locale.text('follow.done.hint'))}
        <fieldset>
          <legend>{locale.text('follow.reached')}</legend>
          <p class="hint" id="reached-hint">
            {locale.text('follow.reached.hint')}
          </p>
          <div class="grid-even">
            {REACHED.map((group) => (
              <div key={group} class={wrong(group) ? 'field field-wrong' : 'field'}>
                <label for={group}>{locale.text(`follow.reached.${group}`)}</label>
                {wrong(group) ? (
                  <p class="field-error" id={`${group}-error`}>
                    {wrong(group)}
                  </p>
                ) : null}
                <input
                  id={group}
                  name={group}
                  type="text"
                  inputMode="numeric"
                  value={filled[group] ?? ''}
                  aria-invalid={wrong(group) ? 'true' : undefined}
                  aria-describedby={wrong(group) ? `${group}-error reached-hint` : 'reached-hint'}
                />
              </div>
            ))}
          </div>
        </fieldset>
        {area('cause', 2, locale.text('follow.deviation.hint'))}
        {area('measure', 2, null)}
        <p class="inline">
          <button class="button primary" type="submit" name="go" value="list">
            {locale.text('follow.save')}
          </button>
          {props.hasMore ? (
            <button class="button" type="submit" name="go" value="next">
              {locale.text('follow.saveNext')}
            </button>
          ) : null}
        </p>
      </form>
    </>
  )
}
