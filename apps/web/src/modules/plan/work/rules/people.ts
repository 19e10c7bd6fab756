import { type FieldsOf, type ItemOf, KINDS } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'

type Duty = NonNullable<FieldsOf<'role'>['duty']>

/** Shares of posts together, in per cent of one post: 150 is a post and a half. */
export interface Posts {
  readonly from: number
  readonly to: number
}

/** Those who have one duty; `null` where none is said. */
export interface DutyGroup {
  readonly duty: Duty | null
  readonly roles: readonly ItemOf<'role'>[]
  /** Of those whose share is said; `null` where none is. */
  readonly posts: Posts | null
  /** Roles whose share is not said: it is not known, not nothing. */
  readonly unsaid: number
}

/** The share of post of a role; one end alone stands for both. */
export function shareOf({ fields }: ItemOf<'role'>): Posts | null {
  const from = fields.shareFrom ?? fields.shareTo
  const to = fields.shareTo ?? fields.shareFrom
  return from === null || to === null ? null : { from: Math.min(from, to), to: Math.max(from, to) }
}

/** Shares are said with one decimal: sums are made in tenths, so that 0.1 and 0.2 make 0.3. */
export function sumOfPosts(roles: readonly ItemOf<'role'>[]): Pick<DutyGroup, 'posts' | 'unsaid'> {
  const said = roles.map(shareOf).filter((share) => share !== null)
  const sum = (end: keyof Posts) =>
    said.reduce((tenths, share) => tenths + Math.round(share[end] * 10), 0) / 10
  return {
    posts: said.length === 0 ? null : { from: sum('from'), to: sum('to') },
    unsaid: roles.length - said.length,
  }
}

/** The plan’s people by duty, in the order that duties are listed; whose duty is not said come last. */
export function byDuty(tree: PlanTree): DutyGroup[] {
  const roles = tree.all('role')
  return [...KINDS.role.fields.duty.of, null].flatMap((duty) => {
    const of = roles.filter(({ fields }) => fields.duty === duty)
    return of.length === 0 ? [] : [{ duty, roles: of, ...sumOfPosts(of) }]
  })
}
