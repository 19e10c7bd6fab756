import { Notice } from '@jamvikt/ui'
import type { Platform, Web } from '../http/context.ts'
import { renderPage } from '../http/page.tsx'

export function addAccount(app: Web, platform: Platform) {
  app.get('/', (c) => {
    const locale = c.get('locale')
    if (!c.get('person')) return c.redirect('/sign-in')
    const memberships = c.get('memberships')
    const only = memberships.length === 1 ? memberships[0] : undefined
    if (only) return c.redirect(`/r/${only.slug}`)
    return renderPage(
      c,
      { title: locale.text('regions.title'), narrow: true },
      <>
        <h1>{locale.text('regions.title')}</h1>
        {memberships.length === 0 ? <Notice kind="info">{locale.text('regions.none')}</Notice> : null}
        <ul class="plain">
          {memberships.map((one) => (
            <li key={one.slug}>
              <a href={`/r/${one.slug}`}>{one.regionName}</a>
            </li>
          ))}
        </ul>
      </>,
    )
  })

  app.get('/account', (c) => {
    const locale = c.get('locale')
    const person = c.get('person')
    if (!person) return c.redirect('/sign-in?back=/account')
    return renderPage(
      c,
      { title: locale.text('account.title') },
      <>
        <h1>{locale.text('account.title')}</h1>
        <p class="lede">{locale.text('account.signedIn', { name: person.name, email: person.email })}</p>
        <ul class="plain">
          {c.get('memberships').map((one) => (
            <li key={one.slug}>
              {locale.text('account.role', { region: one.regionName, role: locale.text(`role.${one.role}`) })}{' '}
              {locale.text(`role.${one.role}.help`)}.
            </li>
          ))}
        </ul>
        <form method="post" action="/account/sign-out-everywhere" class="card form">
          <p>{locale.text('account.everywhereHelp')}</p>
          <button class="button" type="submit">
            {locale.text('account.everywhere')}
          </button>
        </form>
      </>,
    )
  })

  app.post('/account/sign-out-everywhere', async (c) => {
    if (c.get('person')) await platform.sessions.signOutEverywhere(c.req.raw.headers)
    return c.redirect('/sign-in', 303)
  })

  app.get('/accessibility', (c) => {
    const locale = c.get('locale')
    return renderPage(
      c,
      { title: locale.text('accessibility.title') },
      <>
        <h1>{locale.text('accessibility.title')}</h1>
        <p class="lede">{locale.text('accessibility.text')}</p>
      </>,
    )
  })
}
