// Every address of the application, asked by somebody of another region and by nobody.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { OF_A_REGION, OPEN } from './address-lists.ts'
import { expectSound, home, textOf, visit } from './browser.ts'
import type { DemoRole } from './running-server.ts'

const SOURCE = path.resolve(import.meta.dirname, '..', 'apps', 'web', 'src')

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
