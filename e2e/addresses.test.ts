// Every address of the application, asked by somebody of another region and by nobody.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { expectSound, home, textOf, visit } from './browser.ts'
import type { DemoRole } from './running-server.ts'

const SOURCE = path.resolve(import.meta.dirname, '..', 'apps', 'web', 'src')
/** Open to everybody: they hold nothing of a region but what it has published. */
const OPEN = [
  'GET /health',
  'GET /ready',
  'GET /favicon.svg',
  'GET /language',
  'GET /',
  'GET /account',
  'GET /accessibility',
  'GET /method',
  'GET /method/:name',
  'GET /guide',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
  'GET /reset/:token',
  'POST /reset/:token',
  'POST /account/sign-out-everywhere',
  'ALL /api/*',
  'ALL /api/:site/:version',
  'ALL /api/:site/:version/*',
  'GET /guide/:name',
  'GET /update/:token',
  'POST /update/:token',
  'GET /open',
  'GET /open/:site',
  'GET /open/:site/:dataset',
  'GET /open/:site/:dataset/embed',
  'GET /open/:site/:dataset/picture.png',
  'GET /open/:site/:dataset/picture.svg',
  'GET /open/:site/:dataset/share.png',
  'GET /open/:site/:dataset/analysis',
  'GET /open/:site/:file',
  'GET /open/:site/feed',
  'GET /open/:site/log',
  'GET /open/:site/pages/:page',
  'GET /open/:site/indicators',
  'GET /open/:site/indicators/:indicator',
]
const OF_A_REGION = [
  'GET /r/:slug',
  'GET /r/:slug/bases',
  'POST /r/:slug/bases',
  'GET /r/:slug/people',
  'POST /r/:slug/people',
  'POST /r/:slug/people/:person/link',
  'POST /r/:slug/people/:person/role',
  'GET /r/:slug/people/:person/remove',
  'POST /r/:slug/people/:person/remove',
  'GET /r/:slug/money',
  'GET /r/:slug/money/new',
  'POST /r/:slug/money/uploads',
  'GET /r/:slug/money/uploads/:upload',
  'POST /r/:slug/money/uploads/:upload',
  'GET /r/:slug/money/uploads/:upload/status',
  'GET /r/:slug/money/imports/:import',
  'GET /r/:slug/money/imports/:import/status',
  'GET /r/:slug/money/imports/:import/refusals.csv',
  'GET /r/:slug/money/lists/:list',
  'GET /r/:slug/money/lists/:list/newer',
  'GET /r/:slug/money/lists/:list/imports',
  'GET /r/:slug/money/lists/:list/settings',
  'POST /r/:slug/money/lists/:list/settings',
  'GET /r/:slug/money/lists/:list/withdraw',
  'POST /r/:slug/money/lists/:list/withdraw',
  'GET /r/:slug/money/lists/:list/release',
  'POST /r/:slug/money/lists/:list/release',
  'GET /r/:slug/money/lists/:list/release/status',
  'POST /r/:slug/money/lists/:list/release/protection',
  'GET /r/:slug/money/lists/:list/release/preview',
  'GET /r/:slug/money/releases/:release',
  'GET /r/:slug/money/releases/:release/:file',
  'GET /r/:slug/pages',
  'GET /r/:slug/pages/new',
  'POST /r/:slug/pages/new',
  'GET /r/:slug/pages/add',
  'POST /r/:slug/pages/add',
  'GET /r/:slug/pages/:page',
  'POST /r/:slug/pages/:page',
  'GET /r/:slug/pages/:page/blocks/:block',
  'POST /r/:slug/pages/:page/blocks/:block',
  'GET /r/:slug/pages/:page/blocks/:block/swap',
  'POST /r/:slug/pages/:page/blocks/:block/swap',
  'GET /r/:slug/pages/:page/preview',
  'GET /r/:slug/pages/:page/revisions',
  'GET /r/:slug/pages/:page/revisions/:revision',
  'POST /r/:slug/pages/:page/revisions/:revision',
  'GET /r/:slug/pages/:page/publication',
  'POST /r/:slug/pages/:page/publication',
  'GET /r/:slug/statistics',
  'GET /r/:slug/statistics/:dataset',
  'GET /r/:slug/statistics/:dataset/analysis',
  'GET /r/:slug/statistics/:dataset/fetch',
  'GET /r/:slug/statistics/:dataset/new',
  'GET /r/:slug/statistics/:dataset/order',
  'GET /r/:slug/statistics/:dataset/picture.png',
  'GET /r/:slug/statistics/:dataset/picture.svg',
  'GET /r/:slug/statistics/:dataset/publication',
  'GET /r/:slug/statistics/:dataset/versions',
  'GET /r/:slug/statistics/drafts/:draft',
  'GET /r/:slug/statistics/indicators',
  'GET /r/:slug/statistics/inventory',
  'GET /r/:slug/statistics/views',
  'POST /r/:slug/statistics/views',
  'POST /r/:slug/statistics/:dataset/views',
  'GET /r/:slug/statistics/micro',
  'GET /r/:slug/statistics/micro/:micro',
  'GET /r/:slug/statistics/micro/:micro/explore',
  'GET /r/:slug/statistics/micro/drafts/:draft',
  'GET /r/:slug/statistics/micro/new',
  'GET /r/:slug/statistics/new',
  'GET /r/:slug/statistics/new/address',
  'GET /r/:slug/statistics/new/fetches/:fetch',
  'GET /r/:slug/statistics/new/fetches/:fetch/status',
  'GET /r/:slug/statistics/new/kolada',
  'GET /r/:slug/statistics/new/pxweb',
  'POST /r/:slug/money/releases/:release/catalogue',
  'POST /r/:slug/statistics/:dataset/comments',
  'POST /r/:slug/statistics/:dataset/fetch',
  'POST /r/:slug/statistics/:dataset/fetch/now',
  'POST /r/:slug/statistics/:dataset/indicators',
  'POST /r/:slug/statistics/:dataset/new',
  'POST /r/:slug/statistics/:dataset/order',
  'POST /r/:slug/statistics/:dataset/publication',
  'POST /r/:slug/statistics/drafts/:draft',
  'POST /r/:slug/statistics/drafts/:draft/discard',
  'POST /r/:slug/statistics/indicators',
  'POST /r/:slug/statistics/micro/:micro',
  'POST /r/:slug/statistics/micro/drafts/:draft',
  'POST /r/:slug/statistics/micro/new',
  'POST /r/:slug/statistics/new',
  'POST /r/:slug/statistics/new/address',
  'POST /r/:slug/statistics/new/fetches/:fetch/resume',
  'POST /r/:slug/statistics/new/kolada',
  'POST /r/:slug/statistics/new/kolada/list',
  'GET /r/:slug/statistics/new/rows/:held',
  'POST /r/:slug/statistics/new/rows/:held',
  'GET /r/:slug/statistics/:dataset/about',
  'POST /r/:slug/statistics/:dataset/about',
  'GET /r/:slug/statistics/:dataset/withdraw',
  'POST /r/:slug/statistics/:dataset/withdraw',
  'POST /r/:slug/statistics/:dataset/restore',
  'POST /r/:slug/statistics/new/pxweb',
  'GET /r/:slug/plans',
  'GET /r/:slug/plans/new',
  'POST /r/:slug/plans/new',
  'GET /r/:slug/plans/:plan',
  'GET /r/:slug/plans/:plan/facts',
  'POST /r/:slug/plans/:plan/facts',
  'GET /r/:slug/plans/:plan/items',
  'GET /r/:slug/plans/:plan/items/new',
  'POST /r/:slug/plans/:plan/items/new',
  'GET /r/:slug/plans/:plan/items/:item',
  'POST /r/:slug/plans/:plan/items/:item',
  'GET /r/:slug/plans/:plan/items/:item/edit',
  'POST /r/:slug/plans/:plan/items/:item/edit',
  'GET /r/:slug/plans/:plan/items/:item/figures',
  'POST /r/:slug/plans/:plan/items/:item/figures',
  'GET /r/:slug/plans/:plan/items/:item/history',
  'GET /r/:slug/plans/:plan/items/:item/remove',
  'GET /r/:slug/plans/:plan/removed',
  'GET /r/:slug/plans/:plan/goals',
  'GET /r/:slug/plans/:plan/thread',
  'GET /r/:slug/plans/:plan/versions',
  'POST /r/:slug/plans/:plan/versions',
  'GET /r/:slug/plans/:plan/versions/:version',
  'GET /r/:slug/plans/:plan/compare',
  'GET /r/:slug/plans/:plan/money',
  'GET /r/:slug/plans/:plan/money/new',
  'POST /r/:slug/plans/:plan/money/new',
  'GET /r/:slug/plans/:plan/money/b/:budget',
  'GET /r/:slug/plans/:plan/money/b/:budget/edit',
  'POST /r/:slug/plans/:plan/money/b/:budget/edit',
  'POST /r/:slug/plans/:plan/money/b/:budget/undo',
  'GET /r/:slug/plans/:plan/money/b/:budget/download.xlsx',
  'GET /r/:slug/plans/:plan/money/b/:budget/download.csv',
  'GET /r/:slug/plans/:plan/money/comparison.xlsx',
  'GET /r/:slug/plans/:plan/money/ledger',
  'POST /r/:slug/plans/:plan/money/ledger',
  'GET /r/:slug/plans/:plan/money/ledger/:import',
  'POST /r/:slug/plans/:plan/money/ledger/:import',
  'POST /r/:slug/plans/:plan/money/ledger/:import/withdraw',
  'GET /r/:slug/plans/:plan/money/forecast',
  'GET /r/:slug/plans/:plan/money/moves',
  'GET /r/:slug/plans/:plan/money/moves/new',
  'POST /r/:slug/plans/:plan/money/moves/new',
  'GET /r/:slug/plans/:plan/money/moves/:move',
  'POST /r/:slug/plans/:plan/money/moves/:move',
  'GET /r/:slug/plans/import',
  'POST /r/:slug/plans/import',
  'GET /r/:slug/plans/import/template.xlsx',
  'GET /r/:slug/plans/import/:draft',
  'POST /r/:slug/plans/import/:draft',
  'GET /r/:slug/plans/import/:draft/table',
  'POST /r/:slug/plans/import/:draft/table',
  'GET /r/:slug/plans/:plan/export.json',
  'GET /r/:slug/plans/:plan/export.xlsx',
  'GET /r/:slug/plans/:plan/export.iati.xml',
  'GET /r/:slug/plans/:plan/follow',
  'POST /r/:slug/plans/:plan/follow',
  'GET /r/:slug/plans/:plan/follow/:period/:activity',
  'POST /r/:slug/plans/:plan/follow/:period/:activity',
  'GET /r/:slug/plans/:plan/reports/:period',
  'GET /r/:slug/plans/:plan/reports/:period/:file',
]

function routesInSource(): string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.tsx?$/.test(name),
  )
  return files.flatMap((name) =>
    [
      ...readFileSync(path.join(SOURCE, name), 'utf8').matchAll(
        /\bapp\s*\.\s*(get|post|put|patch|delete|all|on)\(\s*(['"`])(.*?)\2/g,
      ),
    ].flatMap(([, method = '', , address = '']) =>
      (address === '/$' + '{page}' ? ['/method', '/guide'] : [address]).map(
        (one) => `${method.toUpperCase()} ${one.replace(/\{.*\}/, '')}`,
      ),
    ),
  )
}

async function ask(route: string, slug: string, id: string, role: DemoRole | null) {
  const [method = '', pattern = ''] = route.split(' ')
  const address = inject('address')
  const target = pattern.replace(':slug', slug).replace(':file', 'figures.csv').replace(/:\w+/g, id)
  const session = role ? inject('sessions')[role] : null
  return fetch(address + target, {
    method,
    redirect: 'manual',
    headers: {
      origin: address,
      accept: 'text/html',
      ...(session ? { cookie: `${session.name}=${session.value}` } : {}),
    },
    ...(method === 'POST'
      ? { body: new URLSearchParams({ confirm: 'on', role: 'reader', period: '2020' }) }
      : {}),
  })
}

test('the list of addresses is the source’s own', () => {
  expect(routesInSource().toSorted()).toEqual([...OPEN, ...OF_A_REGION].toSorted())
})

test.each(OF_A_REGION)('%s gives nothing away', async (route) => {
  for (const slug of [inject('slug'), 'exempel-ffff']) {
    const answer = await ask(route, slug, randomUUID(), null)
    if (route.startsWith('GET')) {
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toMatch(/^\/sign-in\?back=/)
    } else expect(answer.status).toBe(404)
  }
  const hostile = [randomUUID(), "'%20or%201=1--", '..%2f..%2fetc%2fpasswd', '%00', 'a'.repeat(5000)]
  for (const role of ['analyst', 'administrator', 'reader'] as const) {
    expect((await ask(route, 'exempel-ffff', randomUUID(), role)).status).toBe(404)
    if (!/:(?!slug|file)\w/.test(route)) continue
    for (const id of hostile) {
      const { status } = await ask(route, inject('slug'), id, role)
      expect({ role, id: id.slice(0, 40), status }).toEqual({ role, id: id.slice(0, 40), status: 404 })
    }
  }
})

test('a page that is not there says so to people and to programs', async () => {
  const page = await visit('reader', home('/money'))
  expect((await page.goto('/finns-inte'))?.status()).toBe(404)
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('Sidan finns inte')
  expect(await textOf(page.getByText(/^Ange referens/))).toMatch(/referens [0-9a-f]{8}/)
  await expectSound(page)

  const answer = await fetch(`${inject('address')}/finns-inte`, { headers: { accept: 'application/json' } })
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    title: expect.any(String),
    status: 404,
    instance: expect.stringMatching(/^[0-9a-f]{8}$/),
  })
})

test('programs can ask how the server is', async () => {
  const health = await fetch(`${inject('address')}/health`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  const ready = await fetch(`${inject('address')}/ready`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
})

test('no script but our own files, and no form from elsewhere', async () => {
  const page = await fetch(`${inject('address')}/sign-in`)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
  expect(page.headers.get('x-frame-options')).toBe('DENY')
  const html = await page.text()
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=/)
  const forged = await fetch(`${inject('address')}/sign-out`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(forged.status).toBe(403)
})

test.each(['sv', 'en'] as const)(
  'method, guide, account and accessibility read well in %s',
  async (language) => {
    const page = await visit('reader', '/method', { language })
    for (const address of [
      '/method',
      '/method/maihda',
      '/method/decomposition',
      '/method/disclosure',
      '/guide',
      '/guide/plan',
      '/account',
      '/accessibility',
      home(),
      home('/money'),
    ]) {
      expect((await page.goto(address))?.status()).toBe(200)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await expectSound(page)
    }
    await page.getByRole('link', { name: language === 'sv' ? 'English' : 'Svenska' }).click()
    await page.waitForURL(new RegExp(`${home('/money')}$`))
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'sv' ? 'en' : 'sv')
  },
)
