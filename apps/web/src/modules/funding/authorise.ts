import type { TenantDb } from '../../platform/db/tenant.ts'
import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { type Actor, may } from '../../platform/policy.ts'
import type { FundingList } from './model.ts'
import { type FundingAct, fundingPolicy } from './policy.ts'
import type { FundingDoors } from './service/doors.ts'
import { getList } from './service/get-lists.ts'

export function homeOf(c: WebContext) {
  return `/r/${c.get('membership').slug}/money`
}

/** The acting member, if the role may do this at all; whoever may not learns nothing. */
export function authorise(c: WebContext, act: FundingAct): Actor {
  const actor = c.get('actor')
  if (!may(fundingPolicy, actor, act, { regionId: actor.regionId, state: 'active' }))
    throw new HttpProblem(404)
  return actor
}

/** The list of the address, if the member may do this to it in its state; `also` joins the same transaction. */
export async function authoriseList(
  c: WebContext,
  doors: FundingDoors,
  act: FundingAct,
  also?: (db: TenantDb, list: FundingList) => Promise<void>,
): Promise<{ actor: Actor; list: FundingList; here: string }> {
  const actor = c.get('actor')
  const list = await getList(doors, actor, c.req.param('list') ?? '', async (db, found) => {
    if (!mayDo(actor, act, found)) throw new HttpProblem(404)
    await also?.(db, found)
  })
  if (!list) throw new HttpProblem(404)
  return { actor, list, here: `${homeOf(c)}/lists/${list.id}` }
}

export function mayDo(actor: Actor, act: FundingAct, list: FundingList | null = null) {
  const state = list?.withdrawnAt ? 'withdrawn' : 'active'
  return may(fundingPolicy, actor, act, { regionId: actor.regionId, state })
}

/** The page's own address with some of its query changed; null takes a part away. */
export function addressOf(c: WebContext) {
  const url = new URL(c.req.url)
  return (change: Record<string, string | readonly string[] | null>) => {
    const query = new URLSearchParams(url.search)
    for (const [name, value] of Object.entries(change)) {
      query.delete(name)
      for (const one of typeof value === 'string' ? [value] : (value ?? [])) query.append(name, one)
    }
    const text = query.toString()
    return text === '' ? url.pathname : `${url.pathname}?${text}`
  }
}

export function sortingOf(c: WebContext) {
  const address = addressOf(c)
  return {
    key: c.req.query('sort') ?? '',
    descending: c.req.query('order') !== 'up',
    href: (key: string, descending: boolean) =>
      `${address({ sort: key, order: descending ? 'down' : 'up' })}#groups`,
  }
}
