import type { Locale } from '@jamvikt/i18n'
import { Checkbox, ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import type { ReportStyle } from '../model-style.ts'

/** How documents look: colour, fonts, foot and logo. */
export function LookForm(props: {
  locale: Locale
  style: ReportStyle
  revision: number
  errors: readonly FieldError[]
}) {
  const { locale, style, errors } = props
  const fontHint = locale.text('look.font.hint')
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <form method="post" encType="multipart/form-data" class="card form">
        <input type="hidden" name="revision" value={props.revision} />
        <Field
          id="accent"
          label={locale.text('look.accent')}
          hint={locale.text('look.accent.hint')}
          value={style.accent}
          required
          errors={errors}
        />
        <Field
          id="wordHeadingFont"
          label={locale.text('look.wordHeadingFont')}
          hint={fontHint}
          value={style.wordHeadingFont}
          required
          errors={errors}
        />
        <Field
          id="wordBodyFont"
          label={locale.text('look.wordBodyFont')}
          hint={fontHint}
          value={style.wordBodyFont}
          required
          errors={errors}
        />
        <Select
          id="pdfHeadings"
          label={locale.text('look.pdfHeadings')}
          value={style.pdfHeadings}
          choices={(['sans', 'serif'] as const).map((value) => ({
            value,
            label: locale.text(`look.pdfHeadings.${value}`),
          }))}
        />
        <Field
          id="foot"
          label={locale.text('look.foot')}
          hint={locale.text('look.foot.hint')}
          value={style.foot}
          errors={errors}
        />
        {style.logo === null ? null : (
          <figure class="look-logo">
            <figcaption>{locale.text('look.logo.now')}</figcaption>
            <img
              src={`data:image/png;base64,${style.logo.png}`}
              alt={style.logo.alt}
              width={Math.round((53 * style.logo.width) / style.logo.height)}
              height={53}
            />
          </figure>
        )}
        <Field
          id="logo"
          type="file"
          label={locale.text('look.logo')}
          hint={locale.text('look.logo.hint')}
          accept=".png"
          errors={errors}
        />
        <Field id="alt" label={locale.text('look.logo.alt')} value={style.logo?.alt ?? ''} errors={errors} />
        {style.logo === null ? null : <Checkbox id="noLogo" label={locale.text('look.logo.remove')} />}
        <button class="button primary" type="submit">
          {locale.text('save')}
        </button>
      </form>
    </>
  )
}
