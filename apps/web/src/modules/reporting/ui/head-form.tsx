import { LANGUAGES, type Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import { DateField, KeepOffer } from '../../plan/public.ts'
import type { ReportHead } from '../model-content.ts'
import { ClashNote, type Theirs } from './block-form.tsx'

/** What a report says of itself: title, subtitle, the time it tells of, its language. */
export function HeadForm(props: {
  locale: Locale
  head: ReportHead
  revision: number
  errors: readonly FieldError[]
  theirs: Theirs | null
  keep: string
  back: string
}) {
  const { locale, head, errors } = props
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {props.theirs === null ? null : <ClashNote locale={locale} theirs={props.theirs} />}
      <KeepOffer locale={locale} />
      <form method="post" class="card form" data-keep={props.keep}>
        <input type="hidden" name="revision" value={props.revision} />
        <Field id="title" label={locale.text('doc.head.title')} value={head.title} required errors={errors} />
        <Field
          id="subtitle"
          label={locale.text('doc.head.subtitle')}
          hint={locale.text('doc.head.subtitle.hint')}
          value={head.subtitle}
          errors={errors}
        />
        <DateField
          id="startsOn"
          label={locale.text('doc.head.startsOn')}
          value={head.startsOn}
          errors={errors}
        />
        <DateField id="endsOn" label={locale.text('doc.head.endsOn')} value={head.endsOn} errors={errors} />
        <Select
          id="language"
          label={locale.text('doc.new.language')}
          value={head.language}
          choices={LANGUAGES.map((one) => ({ value: one, label: locale.text(`doc.language.${one}`) }))}
        />
        <p class="inline">
          <button class="button primary" type="submit">
            {locale.text('save')}
          </button>
          <a class="button" href={props.back}>
            {locale.text('doc.back')}
          </a>
        </p>
      </form>
    </>
  )
}
