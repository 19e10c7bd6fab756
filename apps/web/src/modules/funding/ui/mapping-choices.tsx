import type { Locale } from '@jamvikt/i18n'
import type { MappingInput } from '@jamvikt/tables'
import type { Choice } from '@jamvikt/ui'
import type { Inspection, SavedMapping, Upload } from '../model.ts'

export interface MappingPageProps {
  readonly locale: Locale
  readonly here: string
  readonly upload: Upload
  readonly inspection: Inspection
  readonly mapping: MappingInput
  readonly saved: readonly SavedMapping[]
  readonly problems: readonly string[]
}

export function columnChoices(locale: Locale, inspection: Inspection): Choice[] {
  return [
    { value: '', label: locale.text('intake.map.none') },
    ...inspection.headers.map((header) => ({ value: header, label: header })),
  ]
}

export function Options(props: { choices: readonly Choice[]; value: string }) {
  return (
    <>
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === props.value}>
          {choice.label}
        </option>
      ))}
    </>
  )
}
