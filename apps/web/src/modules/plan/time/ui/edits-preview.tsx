import type { Locale } from '@jamvikt/i18n'
import type { Edit, ReadEdit } from '../rules/edits.ts'
import type { Seen } from '../rules/seen.ts'
import { placeKey, type TimeGrid } from '../rules/time-grid.ts'

/** What cells change, before it is saved. */
export function EditsPreview(props: {
  locale: Locale
  grid: TimeGrid
  changes: readonly ReadEdit[]
  /** All that is typed, to go back with. */
  edits: readonly Edit[]
  seen: Seen
  /** Whether it may be saved: nothing is wrong. */
  isSound: boolean
}) {
  const { locale, grid, changes, isSound } = props
  return (
    <form method="post" class="card">
      <HiddenEdits edits={props.edits} seen={props.seen} />
      {changes.length === 0 ? null : (
        <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('time.preview.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{locale.text('time.activity')}</th>
                <th scope="col">{locale.text('plan.history.field')}</th>
                <th scope="col">{locale.text('plan.history.before')}</th>
                <th scope="col">{locale.text('plan.history.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ id, column, seen, written }) => {
                const row = grid.row(id)
                return (
                  <tr key={placeKey(id, column)}>
                    <th scope="row">
                      {row?.number} {row?.item.fields.name}
                    </th>
                    <td>{locale.text(`time.col.${column}`)}</td>
                    <td>{seen || '–'}</td>
                    <td>{written || '–'}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <p class="inline">
        {isSound && changes.length > 0 ? (
          <button class="button primary" type="submit" name="act" value="save">
            {locale.text('time.preview.save')}
          </button>
        ) : null}
        <button class="button" type="submit" name="act" value="back">
          {locale.text(props.edits.length > 0 ? 'time.preview.back' : 'time.preview.backEmpty')}
        </button>
      </p>
    </form>
  )
}

/** What is typed and not saved, carried out of sight. */
export function HiddenEdits({ edits, seen }: { edits: readonly Edit[]; seen: Seen }) {
  return (
    <>
      <input type="hidden" name="seen" value={JSON.stringify(seen)} />
      {edits.map(({ id, column, text }) => (
        <input key={placeKey(id, column)} type="hidden" name={placeKey(id, column)} value={text} />
      ))}
    </>
  )
}
