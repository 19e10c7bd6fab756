import type { Locale } from '@jamvikt/i18n'
import { Field, type FieldError, Select } from '@jamvikt/ui'
import { AREAS, type DatasetWords, RHYTHMS } from '../model-datasets.ts'
import { TextArea } from './text-area.tsx'

/** The words of a dataset as a form sends them. */
export type WordsSent = Readonly<Record<keyof DatasetWords, string>>

/** The words of a dataset as fields. */
export function WordFields(props: { locale: Locale; filled: WordsSent; errors: readonly FieldError[] }) {
  const { locale, filled, errors } = props
  return (
    <>
      <Field
        id="name"
        label={locale.text('stat.name')}
        hint={locale.text('stat.nameHint')}
        value={filled.name}
        required
        errors={errors}
      />
      <TextArea
        id="description"
        label={locale.text('stat.description')}
        value={filled.description}
        most={4000}
      />
      <TextArea
        id="definitions"
        label={locale.text('stat.definitions')}
        hint={locale.text('stat.definitionsHint')}
        value={filled.definitions}
        most={4000}
      />
      <TextArea
        id="breaks"
        label={locale.text('stat.breaks')}
        hint={locale.text('stat.breaksHint')}
        value={filled.breaks}
        most={4000}
      />
      <Select
        id="area"
        label={locale.text('stat.area')}
        value={filled.area}
        choices={AREAS.map((value) => ({ value, label: locale.text(`stat.area.${value}`) }))}
      />
      <Field
        id="producer"
        label={locale.text('stat.producer')}
        hint={locale.text('stat.producerHint')}
        value={filled.producer}
        required
        errors={errors}
      />
      <Field
        id="licence"
        label={locale.text('stat.licence')}
        hint={locale.text('stat.licenceHint')}
        value={filled.licence}
        required
        errors={errors}
      />
      <Field id="contact" label={locale.text('stat.contact')} value={filled.contact} errors={errors} />
      <Select
        id="rhythm"
        label={locale.text('stat.rhythm')}
        value={filled.rhythm}
        choices={RHYTHMS.map((value) => ({ value, label: locale.text(`stat.rhythm.${value}`) }))}
      />
    </>
  )
}
