import { LEADER_RULES } from '@jamvikt/domain'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { addressOf, authoriseList, homeOf, sortingOf } from './authorise.ts'
import { CROSSING_DIMENSIONS } from './model.ts'
import type { FundingDoors } from './service/doors.ts'
import { rememberLook, type WorkingFilter, workingAudit } from './service/working-audit.ts'
import { WorkingPage } from './ui/working-page.tsx'

const KNOWN: readonly string[] = [...CROSSING_DIMENSIONS, 'year']

export function crossingOf(c: WebContext, deepest: number): string[] {
  const asked = (c.req.queries('cross') ?? []).filter(
    (name) => /^[\p{L}\p{N}_-]{1,60}$/u.test(name) && name !== 'sex',
  )
  return [...new Set(asked)].slice(0, deepest)
}

function filterOf(c: WebContext): WorkingFilter {
  const year = (text: string | undefined) => (text && /^\d{4}$/.test(text) ? Number(text) : null)
  const from = year(c.req.query('from'))
  const to = year(c.req.query('to'))
  const span = from !== null && to !== null ? Math.min(Math.abs(to - from), 100) : null
  const first = Math.min(from ?? 0, to ?? 0)
  const form = c.req.query('form')
  return {
    crossing: crossingOf(c, 2),
    years: span === null ? null : Array.from({ length: span + 1 }, (_, index) => String(first + index)),
    forms: form ? [form.slice(0, 200)] : null,
    leaderRule: LEADER_RULES.find((rule) => rule === c.req.query('rule')) ?? null,
    reference: ['women', 'men'].find((sex) => sex === c.req.query('reference')) ?? null,
  }
}

export function addAuditRoutes(app: Web, doors: FundingDoors) {
  app.get('/r/:slug/money/lists/:list', async (c) => {
    const asked = filterOf(c)
    const { actor, list, here } = await authoriseList(c, doors, 'see-working', (db, found) =>
      rememberLook(db, c.get('actor'), found, asked),
    )
    const locale = c.get('locale')
    const crossing =
      list.kind === 'cases' ? asked.crossing.filter((name) => KNOWN.includes(name)) : asked.crossing
    const own = asked.leaderRule === list.mapping.leaderRule
    const filter = { ...asked, crossing, leaderRule: own ? null : asked.leaderRule }
    const answer = await workingAudit(doors, actor, list, filter)
    return renderPage(
      c,
      { title: list.name, section: homeOf(c) },
      <WorkingPage
        locale={locale}
        here={here}
        list={list}
        answer={answer}
        filter={filter}
        reader={actor.personName}
        sorting={sortingOf(c)}
        address={addressOf(c)}
      />,
    )
  })
}
