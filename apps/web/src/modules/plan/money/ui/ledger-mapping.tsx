import type { Locale } from '@jamvikt/i18n'
import { Checkbox, type FieldError, Select } from '@jamvikt/ui'
import type { PlanDocument } from '../../model.ts'
import type { LedgerLook } from '../ledger-messages.ts'
import { ENTRY_KINDS, LEDGER_REFERENCES, type LedgerMapping } from '../model-money.ts'
import { LEDGER_COLUMNS, meaningField, meaningsOfField } from '../rules/mapping-form.ts'
import { namesOf } from '../rules/suggest-mapping.ts'

/** What the columns of a file are for, and what the words in them mean. */
export function MappingFields(props: {
  locale: Locale
  document: PlanDocument
  look: LedgerLook
  mapping: LedgerMapping
  errors: readonly FieldError[]
}) {
  const { locale, document, look, mapping, errors } = props
  const { headers } = look
  return (
    <>
      <Select
        id="kind"
        label={locale.text('plan.m.ledger.kind')}
        value={mapping.kind}
        choices={ENTRY_KINDS.map((kind) => ({
          value: kind,
          label: locale.text(`plan.m.ledger.kind.${kind}`),
        }))}
      />
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('plan.m.ledger.sample')}>
        <table>
          <caption>{locale.text('plan.m.ledger.sample')}</caption>
          <thead>
            <tr>
              {headers.map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.sample.map((cells, row) => (
              <tr key={`${row}`}>
                {headers.map((header, at) => (
                  <td key={header}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {LEDGER_COLUMNS.map((use) => (
        <Select
          key={use}
          id={use}
          label={locale.text(`plan.m.ledger.column.${use}`)}
          value={String(headers.indexOf(mapping[use]))}
          choices={[
            { value: '', label: locale.text('plan.m.ledger.noColumn') },
            ...headers.map((header, at) => ({ value: String(at), label: header })),
          ]}
          errors={errors}
        />
      ))}
      <Select
        id="unit"
        label={locale.text('plan.m.unit')}
        value={mapping.unit}
        choices={(['kr', 'tkr'] as const).map((unit) => ({
          value: unit,
          label: locale.text(`plan.m.unit.${unit}`),
        }))}
      />
      <Checkbox id="turned" label={locale.text('plan.m.ledger.turned')} checked={mapping.turned} />
      <Checkbox
        id="keepText"
        label={locale.text('plan.m.ledger.keepText')}
        hint={locale.text('plan.m.ledger.keepText.hint')}
        checked={mapping.keepText}
      />
      {LEDGER_REFERENCES.map((reference) => {
        const column = mapping[reference]
        const values = column === '' ? [] : (look.values[headers.indexOf(column)] ?? [])
        if (values.length === 0) return null
        const choices = namesOf(document, reference)
        return (
          <div key={reference}>
            <input type="hidden" name={meaningsOfField(reference)} value={column} />
            <div
              class="scroll"
              tabIndex={0}
              role="region"
              aria-label={locale.text(`plan.m.ledger.means.${reference}`)}
            >
              <table class="stack">
                <caption>{locale.text(`plan.m.ledger.means.${reference}`)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{column}</th>
                    <th scope="col" class="n">
                      {locale.text('plan.m.ledger.rows')}
                    </th>
                    <th scope="col">{locale.text('plan.m.ledger.meaning')}</th>
                  </tr>
                </thead>
                <tbody>
                  {values.map(({ value, times }, at) => {
                    const field = meaningField(reference, at)
                    const meaning = mapping.meanings[reference][value] ?? ''
                    return (
                      <tr key={value}>
                        <th scope="row">
                          <label for={field}>{value}</label>
                        </th>
                        <td class="n" data-label={locale.text('plan.m.ledger.rows')}>
                          {locale.number(times)}
                        </td>
                        <td data-label={locale.text('plan.m.ledger.meaning')}>
                          <select id={field} name={field}>
                            <option value="">{locale.text('plan.m.ledger.untied')}</option>
                            {choices.map(({ id, name }) => (
                              <option key={id} value={id} selected={id === meaning}>
                                {name}
                              </option>
                            ))}
                          </select>
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          </div>
        )
      })}
    </>
  )
}
