import type { Locale } from '@jamvikt/i18n'
import type { PlanTree } from '../../rules/tree.ts'
import { choiceLabel } from '../../ui/words.tsx'

/** Who is responsible, by duty alone; one of each. */
export function dutyNames(locale: Locale, tree: PlanTree, roles: readonly string[]): string[] {
  const duties = roles.flatMap((id) => tree.of('role', id)?.fields.duty ?? [])
  return [...new Set(duties)].map((duty) => choiceLabel(locale, 'role', 'duty', duty))
}
