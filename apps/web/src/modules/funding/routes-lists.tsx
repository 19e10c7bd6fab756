import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { listBases, WaitingList, waitingDecisions } from '../statistics/public.ts'
import { authorise, authoriseList, homeOf, mayDo } from './authorise.ts'
import type { FundingDoors } from './service/doors.ts'
import { getImports } from './service/get-imports.ts'
import { listOverview } from './service/get-lists.ts'
import { changeList, withdrawList } from './service/keep-list.ts'
import { hasReleases } from './service/release-periods.ts'
import { ImportsPage, ListsPage, SettingsPage, WithdrawPage } from './ui/list-pages.tsx'
import { OverviewPage } from './ui/overview-page.tsx'

export function addListRoutes(app: Web, doors: FundingDoors) {
  app.get('/r/:slug', async (c) => {
    const actor = authorise(c, 'see-lists')
    const locale = c.get('locale')
    const membership = c.get('membership')
    return renderPage(
      c,
      { title: locale.text('nav.overview'), section: `/r/${membership.slug}` },
      <OverviewPage
        locale={locale}
        name={actor.personName}
        region={membership.regionName}
        home={homeOf(c)}
        rows={await listOverview(doors, actor)}
        analyst={mayDo(actor, 'import')}
        demo={membership.demo}
        waiting={
          <WaitingList
            locale={locale}
            region={`/r/${membership.slug}`}
            waiting={await doors.inRegion(actor, (db) => waitingDecisions(db, actor))}
          />
        }
      />,
    )
  })

  app.get('/r/:slug/money', async (c) => {
    const actor = authorise(c, 'see-lists')
    const locale = c.get('locale')
    const rows = await listOverview(doors, actor)
    const home = homeOf(c)
    return renderPage(
      c,
      { title: locale.text('money.title'), section: home },
      <ListsPage
        locale={locale}
        home={home}
        rows={rows}
        analyst={mayDo(actor, 'import')}
        demo={c.get('membership').demo && rows.every((row) => row.list.synthetic)}
      />,
    )
  })

  app.get('/r/:slug/money/lists/:list/imports', async (c) => {
    const { actor, list, here } = await authoriseList(c, doors, 'see-working')
    const locale = c.get('locale')
    const runs = await getImports(doors, actor, list.id)
    return renderPage(
      c,
      { title: locale.text('money.imports.title', { name: list.name }), section: homeOf(c) },
      <ImportsPage locale={locale} home={homeOf(c)} here={here} list={list} runs={runs} />,
    )
  })

  const settingsPage = async (c: WebContext, errors: readonly FieldError[]) => {
    const { actor, list, here } = await authoriseList(c, doors, 'change-list')
    const locale = c.get('locale')
    const { bases, locked } = await doors.inRegion(actor, async (db) => ({
      bases: await listBases(db),
      locked: await hasReleases(db, list.id),
    }))
    return renderPage(
      c,
      { title: locale.text('money.settings.title', { name: list.name }), section: homeOf(c) },
      <SettingsPage
        locale={locale}
        here={here}
        list={list}
        bases={bases}
        locked={locked}
        saved={c.req.query('saved') === '1'}
        errors={errors}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/money/lists/:list/settings', (c) => settingsPage(c, []))

  app.post('/r/:slug/money/lists/:list/settings', async (c) => {
    const { actor, list, here } = await authoriseList(c, doors, 'change-list')
    const form = await c.req.formData()
    const result = await changeList(doors, actor, list, {
      baseId: String(form.get('base') ?? '') || null,
      periodYears: Number(form.get('period')),
      threshold: Number(form.get('threshold')),
    })
    if (result === 'saved') return c.redirect(`${here}/settings?saved=1`, 303)
    const locale = c.get('locale')
    const text = locale.text(result === 'locked' ? 'money.settings.locked' : 'money.settings.range')
    return settingsPage(c, [{ field: result === 'base-unknown' ? 'base' : 'threshold', text }])
  })

  app.get('/r/:slug/money/lists/:list/withdraw', async (c) => {
    const { list, here } = await authoriseList(c, doors, 'withdraw-list')
    const locale = c.get('locale')
    return renderPage(
      c,
      { title: locale.text('money.withdraw'), section: homeOf(c) },
      <WithdrawPage locale={locale} here={here} list={list} />,
    )
  })

  app.post('/r/:slug/money/lists/:list/withdraw', async (c) => {
    const { actor, list } = await authoriseList(c, doors, 'withdraw-list')
    await withdrawList(doors, actor, list, c.get('locale').text('money.withdraw.notice'))
    return c.redirect(homeOf(c), 303)
  })
}
