import type { Locale } from '@jamvikt/i18n'
import type { Status } from '../../follow/model-follow.ts'
import { StatusTag } from '../../follow/ui/status-tag.tsx'
import { stateByDates } from '../../rules/by-dates.ts'
import { StateTag } from '../../ui/activity-table.tsx'
import { spanOf, type TimeRow } from '../rules/time-grid.ts'

/** How a row goes: by what was told of it last, otherwise by its dates. */
export function RowState(props: {
  locale: Locale
  row: TimeRow
  told: ReadonlyMap<string, Status>
  today: string
}) {
  const { locale, row, told, today } = props
  const { item } = row
  if (item.kind === 'priority') return null
  if (item.kind === 'milestone')
    return item.fields.done ? <span class="tag tag-good">✓ {locale.text('plan.done')}</span> : null
  const status = told.get(item.id)
  if (status !== undefined) return <StatusTag locale={locale} status={status} />
  const { start, end } = spanOf(item)
  return <StateTag locale={locale} state={stateByDates(start, end, today)} />
}
