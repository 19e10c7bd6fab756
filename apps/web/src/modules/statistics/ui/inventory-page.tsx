import type { Locale } from '@jamvikt/i18n'
import { CROSSINGS, type InventoryArea } from '../rules/inventory.ts'

/** Which tables each sub-goal has, what they can be crossed by, what is missing, and a way to order it. */
export function InventoryTables(props: {
  locale: Locale
  home: string
  areas: readonly InventoryArea[]
  mayOrder: boolean
}) {
  const { locale, home, areas } = props
  return (
    <>
      {areas.map(({ area, rows, lacksWithSex }) => (
        <section class="card" key={area}>
          <h2>{locale.text(`stat.area.${area}`)}</h2>
          {rows.length === 0 ? (
            <p>{locale.text('inventory.none')}</p>
          ) : (
            <table class="stack">
              <thead>
                <tr>
                  <th scope="col">{locale.text('stat.table')}</th>
                  {CROSSINGS.map((crossing) => (
                    <th scope="col" key={crossing}>
                      {locale.text(`inventory.${crossing}`)}
                    </th>
                  ))}
                  {props.mayOrder ? <th scope="col">{locale.text('inventory.order')}</th> : null}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ listed: { dataset }, has, lacks }) => (
                  <tr key={dataset.id}>
                    <th scope="row">
                      <a href={`${home}/${dataset.slug}`}>{dataset.name}</a>
                    </th>
                    {CROSSINGS.map((crossing) => {
                      const count = has.get(crossing)
                      return (
                        <td data-label={locale.text(`inventory.${crossing}`)} key={crossing}>
                          {count === undefined
                            ? locale.text('inventory.lacks')
                            : locale.text('inventory.has', { count: locale.number(count) })}
                        </td>
                      )
                    })}
                    {props.mayOrder ? (
                      <td data-label={locale.text('inventory.order')}>
                        {lacks.length === 0 ? (
                          '–'
                        ) : (
                          <a href={`${home}/${dataset.slug}/order`}>{locale.text('inventory.order.make')}</a>
                        )}
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {rows.length > 0 && lacksWithSex.length > 0 ? (
            <p class="note">
              {locale.text('inventory.missing', {
                crossings: lacksWithSex.map((crossing) => locale.text(`inventory.${crossing}`)).join(', '),
              })}
            </p>
          ) : null}
        </section>
      ))}
    </>
  )
}
