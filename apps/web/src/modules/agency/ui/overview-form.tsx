import type { Locale } from '@jamvikt/i18n'
import { Select } from '@jamvikt/ui'
import { methodName } from '../../plan/public.ts'
import { GOING } from '../model-figures.ts'
import { type Chosen, ORDERS } from '../rules/choose-rows.ts'
import { BASES, type OverviewRow } from '../rules/overview.ts'
import { nationalText } from './figures-view.tsx'
import { goingText } from './state-tag.tsx'

/** What of the overview is shown. */
export function OverviewForm(props: {
  locale: Locale
  years: readonly number[]
  /** All rows, for what there is to choose among. */
  rows: readonly OverviewRow[]
  chosen: Chosen
}) {
  const { locale, chosen, rows } = props
  const among = (names: (row: OverviewRow) => readonly string[]) => [...new Set(rows.flatMap(names))]
  const all = { value: '', label: locale.text('agency.all') }
  return (
    <form method="get" class="filters agency-filters no-print">
      <Select
        id="year"
        label={locale.text('agency.year')}
        value={chosen.year === null ? 'all' : String(chosen.year)}
        choices={[
          ...props.years.map((year) => ({ value: String(year), label: String(year) })),
          { value: 'all', label: locale.text('agency.allYears') },
        ]}
      />
      <Select
        id="basis"
        label={locale.text('agency.basis')}
        value={chosen.basis}
        choices={BASES.map((basis) => ({ value: basis, label: locale.text(`agency.basis.${basis}`) }))}
      />
      <Select
        id="national"
        label={locale.text('agency.national')}
        value={chosen.national ?? ''}
        choices={[
          all,
          ...among(({ national }) => national).map((code) => ({
            value: code,
            label: nationalText(locale, code),
          })),
        ]}
      />
      <Select
        id="group"
        label={locale.text('agency.groups')}
        value={chosen.group ?? ''}
        choices={[
          all,
          ...among(({ groups }) => groups)
            .toSorted(locale.compare)
            .map((group) => ({ value: group, label: group })),
        ]}
      />
      <Select
        id="method"
        label={locale.text('agency.methods')}
        value={chosen.method ?? ''}
        choices={[
          all,
          ...among(({ methods }) => methods.codes)
            .map((code) => ({ value: code, label: methodName(locale, code) }))
            .toSorted((a, b) => locale.compare(a.label, b.label)),
        ]}
      />
      <Select
        id="going"
        label={locale.text('agency.filter.going')}
        value={chosen.going ?? ''}
        choices={[all, ...GOING.map((going) => ({ value: going, label: goingText(locale, going) }))]}
      />
      <Select
        id="order"
        label={locale.text('agency.order')}
        value={chosen.order}
        choices={ORDERS.map((order) => ({ value: order, label: locale.text(`agency.order.${order}`) }))}
      />
      <button class="button" type="submit">
        {locale.text('agency.show')}
      </button>
    </form>
  )
}
