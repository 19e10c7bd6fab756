import type { WebContext } from '../../../platform/http/context.ts'
import { showTab } from '../plan-room.tsx'
import type { Edit } from './rules/edits.ts'
import type { PastedRows } from './rules/paste-rows.ts'
import { readTyped, type Seen } from './rules/seen.ts'
import { placeKey, type TimeColumn } from './rules/time-grid.ts'
import type { TimeFound } from './time-room.tsx'
import { faultTexts, pasteFault } from './time-words.ts'
import { EditsPreview, HiddenEdits } from './ui/edits-preview.tsx'
import { BlockField } from './ui/time-panels.tsx'

/** Faults that are told one by one; the rest are counted. */
const MOST_TOLD = 50

export interface Pasted extends PastedRows {
  readonly block: string
  readonly from: { readonly id: string; readonly column: TimeColumn }
}

/**
 * What would change, told before it is saved.
 * @param typed what is typed in the table
 * @param added what a bulk change or a pasted block makes of cells; it counts before what is typed
 */
export function previewPage(
  c: WebContext,
  at: TimeFound,
  seen: Seen,
  typed: readonly Edit[],
  added: readonly Edit[],
  pasted: Pasted | null = null,
) {
  const locale = c.get('locale')
  const edits = [
    ...new Map([...typed, ...added].map((edit) => [placeKey(edit.id, edit.column), edit])).values(),
  ]
  const { read: cells, faults } = readTyped(at.grid, seen, edits)
  const placeOf = ({ id, column }: { id: string; column: TimeColumn }) => {
    const place = pasted?.places.get(placeKey(id, column))
    return place === undefined ? '' : locale.text('time.paste.place', place)
  }
  const errors = [
    ...(pasted?.faults ?? []).map((fault) => ({ field: 'block', text: pasteFault(c, fault) })),
    ...faultTexts(c, at.grid, seen, faults, placeOf),
  ]
  const changing = cells.filter(({ seen: before, written }) => before !== written)
  return showTab(
    c,
    at.opened,
    'time',
    <>
      <p class="crumb">
        <a href={`${at.here}/time`}>{locale.text('plan.tab.time')}</a>
      </p>
      <h2>{locale.text('time.preview.title')}</h2>
      <p>
        {locale.counted('time.preview.changes', changing.length)}{' '}
        {cells.length > changing.length
          ? locale.counted('time.preview.same', cells.length - changing.length)
          : ''}
      </p>
      {errors.length === 0 ? null : (
        <div class="notice notice-bad" role="alert">
          <p>
            <strong>{locale.counted('time.preview.faults', errors.length)}</strong>
          </p>
          <ul>
            {errors.slice(0, MOST_TOLD).map(({ field, text }) => (
              <li key={`${field} ${text}`}>{text}</li>
            ))}
            {errors.length > MOST_TOLD ? (
              <li>{locale.counted('time.preview.more', errors.length - MOST_TOLD)}</li>
            ) : null}
          </ul>
        </div>
      )}
      <EditsPreview
        locale={locale}
        grid={at.grid}
        changes={errors.length === 0 ? changing : []}
        edits={edits}
        seen={seen}
        isSound={errors.length === 0}
      />
      {pasted === null || errors.length === 0 ? null : (
        <form method="post" class="card form">
          <HiddenEdits edits={typed} seen={seen} />
          <input type="hidden" name="from-row" value={pasted.from.id} />
          <input type="hidden" name="from-column" value={pasted.from.column} />
          <BlockField locale={locale} words={{ block: pasted.block }} />
          <button class="button" type="submit" name="act" value="paste">
            {locale.text('time.preview')}
          </button>
        </form>
      )}
    </>,
    errors.length > 0 ? 422 : 200,
  )
}
