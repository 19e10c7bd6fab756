import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Locale } from '@jamvikt/i18n'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Membership } from '../db/members.ts'
import { assets } from './assets.ts'
import type { WebContext } from './context.ts'

export interface PageHead {
  readonly title: string
  /** Address of the menu entry that the page belongs to. */
  readonly section?: string
  /** The page has no menu: sign-in, errors. */
  readonly narrow?: boolean
  /** A page of the open site: the same for everybody, whoever is signed in. */
  readonly open?: { readonly home: string; readonly name: string | null }
  /** What a link to the page is shown as elsewhere; addresses are whole. */
  readonly share?: { readonly text: string; readonly address: string; readonly image?: string }
  /** Seconds after which a page without script asks again. */
  readonly refresh?: number
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 30 20" aria-hidden="true" focusable="false">
      <rect class="mark-women" x="1" y="3" width="11" height="8" />
      <path class="mark-line" d="M1 11.5H29" />
      <rect class="mark-men" x="18" y="12" width="11" height="7" />
    </svg>
  )
}

function Menu(props: { locale: Locale; membership: Membership; section: string | undefined }) {
  const { locale, membership } = props
  const home = `/r/${membership.slug}`
  const rooms: [string, string][] =
    membership.kind === 'agency'
      ? [
          [`${home}/regions`, locale.text('agency.regions')],
          [`${home}/received`, locale.text('agency.received')],
          [`${home}/grants`, locale.text('agency.grants')],
        ]
      : [
          [home, locale.text('nav.overview')],
          [`${home}/money`, locale.text('nav.money')],
          [`${home}/statistics`, locale.text('nav.statistics')],
          [`${home}/pages`, locale.text('nav.pages')],
          [`${home}/plans`, locale.text('nav.plans')],
          [`${home}/bases`, locale.text('nav.bases')],
        ]
  const entries: [string, string][] = [
    ...rooms,
    ...(membership.role === 'administrator'
      ? ([[`${home}/people`, locale.text('nav.people')]] as [string, string][])
      : []),
    ['/method', locale.text('nav.method')],
    ['/guide', locale.text('nav.guide')],
  ]
  return (
    <nav class="nav" aria-label={locale.text('nav.label')}>
      <a class="brand" href={home}>
        <Mark />
        {locale.text('app.name')}
      </a>
      <ul class="nav-list">
        {entries.map(([href, label]) => (
          <li key={href}>
            <a href={href} aria-current={props.section === href ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p class="nav-region">
        {membership.regionName}
        {membership.demo ? ` · ${locale.text('demo.mark')}` : ''}
      </p>
    </nav>
  )
}

function Tools(props: { c: WebContext; locale: Locale; open: boolean }) {
  const { c, locale } = props
  const other = locale.language === 'sv' ? 'en' : 'sv'
  const here = new URL(c.req.url)
  const back = c.req.method === 'GET' ? here.pathname + here.search : '/'
  return (
    <nav class="tools" aria-label={locale.text('nav.tools')}>
      <a href={`/language?to=${other}&back=${encodeURIComponent(back)}`} lang={other} hreflang={other}>
        {locale.text('language.other')}
      </a>
      {c.get('person') && !props.open ? (
        <>
          <a href="/account">{locale.text('nav.account')}</a>
          <form method="post" action="/sign-out">
            <button class="link" type="submit">
              {locale.text('signOut')}
            </button>
          </form>
        </>
      ) : null}
    </nav>
  )
}

function Share({ title, share }: { title: string; share: NonNullable<PageHead['share']> }) {
  return (
    <>
      <meta name="description" content={share.text} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={share.text} />
      <meta property="og:url" content={share.address} />
      {share.image === undefined ? null : (
        <>
          <meta property="og:image" content={share.image} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={share.text} />
        </>
      )}
      <meta name="twitter:card" content={share.image === undefined ? 'summary' : 'summary_large_image'} />
    </>
  )
}

/** Renders a whole page: HTML that reads and works without script, styles and islands from our own files only. */
export function renderPage(
  c: WebContext,
  head: PageHead,
  content: ComponentChildren,
  status: ContentfulStatusCode = 200,
) {
  const locale = c.get('locale')
  const membership = head.narrow || head.open ? undefined : (c.get('membership') ?? c.get('memberships')?.[0])
  const page: VNode = (
    <html lang={locale.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${head.title} – ${locale.text('app.name')}`}</title>
        <link rel="stylesheet" href={assets().style} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script type="module" src={assets().island} />
        {head.share ? <Share title={head.title} share={head.share} /> : null}
        {head.refresh ? (
          <noscript>
            <meta http-equiv="refresh" content={String(head.refresh)} />
          </noscript>
        ) : null}
      </head>
      <body>
        <a class="skip" href="#content">
          {locale.text('skip')}
        </a>
        <div class={membership ? 'shell' : head.open ? 'shell shell-open' : 'shell shell-narrow'}>
          {membership ? (
            <Menu locale={locale} membership={membership} section={head.section} />
          ) : (
            <header class="nav nav-plain">
              <a class="brand" href={head.open?.home ?? '/'}>
                <Mark />
                {locale.text('app.name')}
              </a>
              {head.open?.name ? <a href={head.open.home}>{head.open.name}</a> : null}
            </header>
          )}
          <div class="column">
            <Tools c={c} locale={locale} open={head.open !== undefined} />
            <main id="content" tabIndex={-1}>
              {content}
            </main>
            <footer class="foot">
              <a href="/accessibility">{locale.text('accessibility.title')}</a>
            </footer>
          </div>
        </div>
      </body>
    </html>
  )
  return htmlResponse(c, `<!doctype html>${renderToString(page)}`, status)
}

const squeeze = promisify(gzip)
const QUICK = { level: 1, chunkSize: 64 * 1024 }

/** Sends a page as bytes, squeezed where the browser takes it: as a stream it costs several times as much. */
async function htmlResponse(c: WebContext, html: string, status: ContentfulStatusCode) {
  const headers = { 'Content-Type': 'text/html; charset=UTF-8', Vary: 'Accept-Encoding' }
  if (!(c.req.header('accept-encoding') ?? '').includes('gzip')) return c.body(html, status, headers)
  const bytes = new Uint8Array(await squeeze(html, QUICK))
  return c.body(bytes, status, { ...headers, 'Content-Encoding': 'gzip' })
}
