import { Notice } from '@jamvikt/ui'
import type { ItemKind } from '../model-items.ts'
import type { ItemChange } from '../service/item-history.ts'
import { FieldWords, fieldLabel, type Known } from './words.tsx'

/** Who changed what of an item and when, each field before and after. */
export function ItemHistory(props: Known & { kind: ItemKind; events: readonly ItemChange[] }) {
  const { locale, kind, events } = props
  if (events.length === 0) return <Notice kind="info">{locale.text('plan.history.none')}</Notice>
  return (
    <>
      {events.map(({ at, by, action, fields }) => (
        <section class="card" key={at.getTime()}>
          <h2>{locale.dynamic(`plan.history.${action}`, action)}</h2>
          <p class="note">
            {locale.time(at)} {by ?? ''}
          </p>
          {fields.length === 0 ? null : (
            <table class="stack differences">
              <thead>
                <tr>
                  <th scope="col">{locale.text('plan.history.field')}</th>
                  <th scope="col">{locale.text('plan.history.before')}</th>
                  <th scope="col">{locale.text('plan.history.after')}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map(({ field, before, after }) => (
                  <tr key={field}>
                    <th scope="row">{fieldLabel(locale, kind, field)}</th>
                    <td data-label={locale.text('plan.history.before')}>
                      <FieldWords {...props} kind={kind} field={field} value={before} />
                    </td>
                    <td data-label={locale.text('plan.history.after')}>
                      <FieldWords {...props} kind={kind} field={field} value={after} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </>
  )
}
