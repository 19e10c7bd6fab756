import type { Locale } from '@jamvikt/i18n'
import { Checkbox, Field, type FieldError } from '@jamvikt/ui'
import type { MicroContents, MicroDataset } from '../model-micro.ts'

/** What may be known of a list. How many rows it has is exact: that is for those who bring lists in. */
export function MicroFacts(props: {
  locale: Locale
  dataset: MicroDataset
  /** What may be named of it. */
  contents: MicroContents
  isExact: boolean
}) {
  const { locale, dataset, isExact } = props
  const { dimensions, amounts, rows } = props.contents
  const divided = dimensions
    .map(({ name, categories }) =>
      locale.text('micro.codes', { name, count: locale.number(categories.length) }),
    )
    .join(', ')
  const facts: readonly (readonly [string, string])[] = [
    [locale.text('micro.source'), dataset.source],
    [locale.text('micro.version'), `${dataset.version}, ${locale.date(dataset.broughtAt)}`],
    [locale.text('micro.retain'), dataset.retainUntil],
    ...(amounts.length === 0
      ? []
      : [[locale.text('micro.amounts'), amounts.map(({ name }) => name).join(', ')] as const]),
    ...(isExact ? [[locale.text('micro.rows'), locale.number(rows)] as const] : []),
  ]
  return (
    <section class="card">
      <h2>{locale.text('micro.facts')}</h2>
      <dl class="facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        {locale.text('micro.dimensions')}: {divided}
      </p>
    </section>
  )
}

/** Deletes a list: with a reason, and ticked. */
export function DeleteMicro({ locale, errors }: { locale: Locale; errors: readonly FieldError[] }) {
  return (
    <details class="card" open={errors.length > 0}>
      <summary>{locale.text('micro.delete')}</summary>
      <form method="post" class="form">
        <p>{locale.text('micro.delete.text')}</p>
        <Field id="notice" label={locale.text('micro.delete.notice')} required errors={errors} />
        <Checkbox id="confirm" label={locale.text('micro.delete.confirm')} />
        <button class="button" name="act" value="delete" type="submit">
          {locale.text('micro.delete')}
        </button>
      </form>
    </details>
  )
}
