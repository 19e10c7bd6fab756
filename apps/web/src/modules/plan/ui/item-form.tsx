import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { ItemTrail } from '../model.ts'
import { type FieldValue, fieldDefs, type ItemKind } from '../model-items.ts'
import type { Typed } from '../rules/form-fields.ts'
import { FieldInput, type Option } from './field-input.tsx'
import { KeepOffer } from './keep-offer.tsx'
import { FieldWords, fieldLabel, type Known } from './words.tsx'

/** What somebody else has saved meanwhile, and where it differs from what is written here. */
export interface Clash {
  readonly trail: ItemTrail
  readonly fields: readonly string[]
  readonly theirs: Readonly<Record<string, FieldValue>>
  /** Which has been chosen of each field, so far. */
  readonly chosen: ReadonlyMap<string, 'theirs' | 'mine'>
}

/** The item as whoever fills in the form had it before them. */
export interface Seen {
  readonly revision: number
  readonly fields: Readonly<Record<string, FieldValue>>
}

/** A form for the fields of an item of any kind. Where somebody else has written meanwhile, both stand to be chosen. */
export function ItemForm(
  props: Known & {
    kind: ItemKind
    typed: Typed
    errors: readonly FieldError[]
    options: ReadonlyMap<string, readonly Option[]>
    /** `null` where the item is new. */
    seen: Seen | null
    clash: Clash | null
    /** What unsaved words are kept under in the browser. */
    keep: string
    back: string
  },
) {
  const { locale, kind, typed, errors, seen, clash } = props
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {clash === null ? null : (
        <Notice kind="bad">
          <p>
            <strong>{locale.text('plan.clash')}</strong>
          </p>
          <p>
            {locale.text('plan.clash.text', {
              name: clash.trail.changedBy,
              time: locale.time(clash.trail.changedAt),
            })}
          </p>
        </Notice>
      )}
      {clash === null && errors.length === 0 ? <KeepOffer locale={locale} /> : null}
      <form method="post" class="card form item-form" data-keep={props.keep}>
        {seen === null ? null : (
          <>
            <input type="hidden" name="seen-revision" value={seen.revision} data-keep-seen />
            <input type="hidden" name="seen-fields" value={JSON.stringify(seen.fields)} data-keep-seen />
          </>
        )}
        {Object.entries(fieldDefs(kind)).map(([field, def]) => {
          const input = (
            <FieldInput
              key={field}
              locale={locale}
              kind={kind}
              field={field}
              def={def}
              texts={typed[field] ?? []}
              errors={errors}
              options={optionsOf(props.options, kind, field)}
            />
          )
          return clash?.fields.includes(field) ? (
            <ClashingField key={field} {...props} clash={clash} field={field}>
              {input}
            </ClashingField>
          ) : (
            input
          )
        })}
        {kind === 'goal' ? <MeasurableHelp locale={locale} /> : null}
        <p class="inline">
          <button class="button primary" type="submit">
            {locale.text('save')}
          </button>
          <a class="button" href={props.back}>
            {locale.text('cancel')}
          </a>
        </p>
      </form>
    </>
  )
}

function optionsOf(options: ReadonlyMap<string, readonly Option[]>, kind: ItemKind, field: string) {
  const def = fieldDefs(kind)[field]
  if (def?.type === 'items') return def.of.flatMap((of) => options.get(of) ?? [])
  return options.get(`${kind}.${field}`) ?? null
}

function ClashingField(
  props: Known & { kind: ItemKind; clash: Clash; field: string; children: ComponentChildren },
) {
  const { locale, kind, field, clash } = props
  const label = fieldLabel(locale, kind, field)
  const choices = [
    ['theirs', locale.text('plan.clash.takeTheirs')],
    ['mine', locale.text('plan.clash.takeMine')],
  ] as const
  return (
    <fieldset class="clash" id={`choose-${field}`}>
      <legend>{locale.text('plan.clash.take', { field: label })}</legend>
      <input type="hidden" name={`clash-${field}`} value="on" />
      <div class="grid-even">
        <section>
          <h3>{locale.text('plan.clash.theirs')}</h3>
          <div class="theirs">
            <FieldWords {...props} value={clash.theirs[field]} />
          </div>
        </section>
        <section>
          <h3>{locale.text('plan.clash.mine')}</h3>
          {props.children}
        </section>
      </div>
      {choices.map(([value, text]) => (
        <label class="choice" key={value}>
          <input
            type="radio"
            name={`choose-${field}`}
            value={value}
            checked={clash.chosen.get(field) === value}
            required
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** How somebody makes a goal one that can be measured. */
export function MeasurableHelp({ locale }: { locale: Locale }) {
  return (
    <details>
      <summary>{locale.text('plan.measurable')}</summary>
      <ol class="points">
        {([1, 2, 3, 4, 5] as const).map((step) => (
          <li key={step}>{locale.text(`plan.measurable.${step}`)}</li>
        ))}
      </ol>
    </details>
  )
}
