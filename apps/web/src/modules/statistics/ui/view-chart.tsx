import type { Locale } from '@jamvikt/i18n'
import type { Concepts } from '../rules/concepts.ts'
import type { Pivot } from '../rules/pivot.ts'
import type { View } from '../rules/view.ts'

/** A view as a drawing; the table stands beside it. */
export function ViewChart(_props: {
  locale: Locale
  pivot: Pivot
  view: View
  concepts: Concepts
  title: string
}) {
  return null
}
