import type { FieldError } from '@jamvikt/ui'
import type { Platform, Web, WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isUuid } from '../../platform/uuid.ts'
import { addressOf, authorise, authoriseList, homeOf, mayDo, sortingOf } from './authorise.ts'
import { crossingOf } from './routes-audit.tsx'
import type { FundingDoors } from './service/doors.ts'
import { figuresFile } from './service/figures-file.ts'
import { offerAudit } from './service/offer-audit.ts'
import {
  endProtection,
  previewPeriod,
  previewRelease,
  previewSoon,
  protectionShare,
  releasePeriods,
  standingPeriods,
} from './service/release-periods.ts'
import { releasedAudit } from './service/released-audit.ts'
import { rememberTaken } from './service/remember-taken.ts'
import { fileTexts } from './ui/file-texts.ts'
import { catalogueWords } from './ui/labels.ts'
import { ProtectionPage } from './ui/protection-page.tsx'
import { PreviewPage, ReleasedPage, ReleasePage } from './ui/release-pages.tsx'

export function addReleaseRoutes(app: Web, platform: Platform, doors: FundingDoors) {
  const releasePage = async (
    c: WebContext,
    errors: readonly FieldError[],
    chosen: readonly string[] = [],
  ) => {
    const { actor, list, here } = await authoriseList(c, doors, 'release')
    const locale = c.get('locale')
    const head = { title: locale.text('release.title', { name: list.name }), section: homeOf(c) }
    // A form that is answered with its errors cannot be asked for again: it waits for the tables.
    const found =
      errors.length > 0
        ? ({ state: 'done', answer: await previewRelease(doors, actor, list) } as const)
        : await previewSoon(doors, actor, list)
    if (found.state !== 'done') {
      const share = found.state === 'running' ? found.share : null
      return renderPage(
        c,
        share === null ? head : { ...head, refresh: 2 },
        <ProtectionPage locale={locale} here={here} list={list} share={share} />,
      )
    }
    const preview = found.answer
    const refused =
      preview.kind === 'refused'
        ? [{ field: 'release', text: locale.text(`audit.refused.${preview.reason}`) }]
        : []
    return renderPage(
      c,
      head,
      <ReleasePage
        locale={locale}
        here={here}
        list={list}
        periods={preview.kind === 'protected' ? preview.periods : []}
        released={await standingPeriods(doors, actor, list.id)}
        errors={[...errors, ...refused]}
        chosen={chosen}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/money/lists/:list/release', (c) => releasePage(c, []))

  app.get('/r/:slug/money/lists/:list/release/status', async (c) => {
    const { actor, list } = await authoriseList(c, doors, 'release')
    const share = await protectionShare(doors, actor, list)
    return c.json({ done: share === null, share: share ?? 1 })
  })

  app.post('/r/:slug/money/lists/:list/release/protection', async (c) => {
    const { actor, list, here } = await authoriseList(c, doors, 'release')
    const form = await c.req.formData()
    await endProtection(doors, actor, list)
    return c.redirect(form.get('again') === '1' ? `${here}/release` : here, 303)
  })

  app.get('/r/:slug/money/lists/:list/release/preview', async (c) => {
    const { actor, list, here } = await authoriseList(c, doors, 'release')
    const crossing = crossingOf(c, 1)
    const period = c.req.query('period') ?? ''
    const view = await previewPeriod(doors, actor, list, period, crossing)
    if (view === 'not-protected') return c.redirect(`${here}/release`)
    if (!view) throw new HttpProblem(404)
    return renderPage(
      c,
      { title: list.name, section: homeOf(c) },
      <PreviewPage
        locale={c.get('locale')}
        here={here}
        list={list}
        period={period}
        view={view}
        crossing={crossing}
        sorting={sortingOf(c)}
        address={addressOf(c)}
      />,
    )
  })

  app.post('/r/:slug/money/lists/:list/release', async (c) => {
    const { actor, list } = await authoriseList(c, doors, 'release')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const chosen = form.getAll('period').map(String)
    const refuse = (field: string, text: string) => releasePage(c, [{ field, text }], chosen)
    if (form.get('confirm') !== 'on') {
      const missing = [
        ...(chosen.length === 0 ? [{ field: 'release', text: locale.text('release.nothing') }] : []),
        { field: 'confirm', text: locale.text('release.confirmMissing') },
      ]
      return releasePage(c, missing, chosen)
    }
    const result = await releasePeriods(doors, actor, list, chosen, (kind, period) =>
      locale.text(`release.notice.${kind}`, { period }),
    )
    if (result.ok) return c.redirect(`${homeOf(c)}/releases/${result.releaseId}`, 303)
    switch (result.reason) {
      case 'overlap':
        return refuse('release', locale.text('release.overlap', { lists: result.names.join(', ') }))
      case 'moved':
        return refuse('release', locale.text('release.moved', { periods: result.names.join(', ') }))
      case 'withdrawn':
        return refuse('release', locale.text('release.withdrawn'))
      case 'nothing-chosen':
        return refuse('release', locale.text('release.nothing'))
      case 'changed-meanwhile':
      case 'not-releasable':
      case 'method-differs':
      case 'certificate-fails':
        return refuse('release', locale.text(`release.${result.reason}`))
    }
  })

  const auditOf = async (c: WebContext) => {
    const actor = authorise(c, 'see-released')
    const id = c.req.param('release') ?? ''
    const crossing = crossingOf(c, 1)
    const audit = isUuid(id)
      ? await releasedAudit(doors, actor, id, { periods: c.req.queries('period') ?? [], crossing })
      : null
    if (!audit) throw new HttpProblem(404)
    return { actor, audit, crossing, here: `${homeOf(c)}/releases/${id}` }
  }

  app.get('/r/:slug/money/releases/:release', async (c) => {
    const { actor, audit, crossing, here } = await auditOf(c)
    return renderPage(
      c,
      { title: audit.list.name, section: homeOf(c) },
      <ReleasedPage
        locale={c.get('locale')}
        here={here}
        audit={audit}
        crossing={crossing}
        sorting={sortingOf(c)}
        address={addressOf(c)}
        takeAlong={mayDo(actor, 'take-along', audit.list)}
      />,
    )
  })

  app.post('/r/:slug/money/releases/:release/catalogue', async (c) => {
    const { actor, audit } = await auditOf(c)
    if (!mayDo(actor, 'take-along', audit.list)) throw new HttpProblem(404)
    const asked = String((await c.req.formData()).get('crossing') ?? '')
    const crossing = audit.view?.present.find((name) => name === asked) ?? null
    const offered = await offerAudit(doors, actor, audit, crossing, catalogueWords)
    if (!offered.ok) throw new HttpProblem(400)
    return c.redirect(`/r/${c.get('membership').slug}/statistics/${offered.slug}/publication`, 303)
  })

  app.get('/r/:slug/money/releases/:release/:file{figures\\.(xlsx|csv|json)}', async (c) => {
    const { audit, here } = await auditOf(c)
    const actor = authorise(c, 'take-along')
    const kind = c.req.param('file').split('.')[1] as 'xlsx' | 'csv' | 'json'
    await rememberTaken(doors, actor, audit.release.id, kind)
    const locale = c.get('locale')
    const address = `${platform.config.baseUrl}${here}`
    const file = await figuresFile(kind, audit, fileTexts(locale, audit, address))
    return c.body(file.body, 200, {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="jamvikt-${audit.release.id.slice(0, 8)}.${kind}"`,
    })
  })
}
