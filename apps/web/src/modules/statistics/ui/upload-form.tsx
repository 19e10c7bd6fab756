import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError } from '@jamvikt/ui'

/** Takes a file with a statistical table. */
export function UploadForm(props: { locale: Locale; errors: readonly FieldError[] }) {
  const { locale, errors } = props
  return (
    <form method="post" encType="multipart/form-data" class="card form">
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <Field
        id="file"
        type="file"
        label={locale.text('stat.new.file')}
        hint={locale.text('stat.new.fileHint')}
        accept=".px,.json,.xlsx,.csv,.txt,.tsv,.parquet"
        required
        errors={errors}
      />
      <button class="button primary" type="submit">
        {locale.text('stat.new.read')}
      </button>
    </form>
  )
}
