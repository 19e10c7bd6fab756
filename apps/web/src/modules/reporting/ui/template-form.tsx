import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError } from '@jamvikt/ui'
import { writtenWord } from './template-words.ts'

/** Sends a template, and says how one is made. */
export function TemplateForm(props: {
  locale: Locale
  isFirst: boolean
  revision: number
  errors: readonly FieldError[]
}) {
  const { locale, errors } = props
  const words = {
    title: writtenWord(locale, 'title'),
    subtitle: writtenWord(locale, 'subtitle'),
    date: writtenWord(locale, 'date'),
    region: writtenWord(locale, 'region'),
  }
  return (
    <>
      <form method="post" encType="multipart/form-data" class="card form">
        <h2>{locale.text(props.isFirst ? 'look.template.choose' : 'look.template.change')}</h2>
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <input type="hidden" name="revision" value={props.revision} />
        <Field
          id="file"
          type="file"
          label={locale.text('look.template.file')}
          hint={locale.text('look.template.file.hint')}
          accept=".docx,.dotx"
          required
          errors={errors}
        />
        <button class="button primary" type="submit" name="act" value="send">
          {locale.text('look.template.send')}
        </button>
      </form>
      <section class="card">
        <h2>{locale.text('look.template.how')}</h2>
        <ul>
          <li>{locale.text('look.template.how.look')}</li>
          <li>{locale.text('look.template.how.place', { place: writtenWord(locale, 'report') })}</li>
          <li>{locale.text('look.template.how.fields', words)}</li>
          <li>{locale.text('look.template.how.save')}</li>
        </ul>
      </section>
    </>
  )
}
