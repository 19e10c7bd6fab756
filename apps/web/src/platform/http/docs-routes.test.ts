import path from 'node:path'
import { localeOf } from '@jamvikt/i18n'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { WebEnv } from './context.ts'
import { addDocs } from './docs-routes.tsx'

const root = path.resolve('.')
const config = {
  root,
  port: 4000,
  host: '127.0.0.1',
  dataDir: root,
  databaseUrl: null,
  baseUrl: 'http://localhost:4000',
  boundaries: [],
  mail: null,
  proxies: 0,
}

async function visit(place: string, language: 'sv' | 'en') {
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    c.set('locale', localeOf(language))
    await next()
  })
  addDocs(app, { config })
  const answer = await app.request(place)
  return { status: answer.status, html: await answer.text() }
}

const linked = (html: string) => [...html.matchAll(/href="(\/method[^"]*)"/g)].map(([, to = '']) => to)

describe.each(['sv', 'en'] as const)('the method pages in %s', (language) => {
  it('are reached from the audit’s page, and every link among them leads somewhere', async () => {
    const start = await visit('/method', language)
    expect(start.status).toBe(200)
    const families = linked(start.html).filter((to) => to !== '/method')
    expect(families).toHaveLength(9)
    const titles = new Set<string>()
    for (const place of families) {
      const { status, html } = await visit(place, language)
      expect({ place, status }).toEqual({ place, status: 200 })
      expect(html).toContain(`<html lang="${language}">`)
      expect(html).not.toMatch(/href="[^"]*\.md"/)
      expect(linked(html)).toContain('/method')
      expect(html).not.toMatch(/<td[^>]*>\d+ \d{3}</)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html.split('<table>')).toHaveLength(
        html.split('<div class="scroll" tabindex="0"><table>').length,
      )
      for (const to of linked(html)) expect([...families, '/method']).toContain(to)
      titles.add(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? '')
    }
    expect(titles.size).toBe(9)
  })

  it.each(['/method/finns-inte', '/method/audit', '/method/..%2F..%2Fpackage', '/method/constructor'])(
    '%s is not there',
    async (place) => expect((await visit(place, language)).status).toBe(404),
  )

  it.each([
    ['statistics', 'jamvikt convert'],
    ['plan', 'IATI 2.03'],
  ])('guides to %s from the guide, and back', async (name, holding) => {
    const guide = await visit('/guide', language)
    expect(guide.html).toContain(`href="/guide/${name}"`)
    const { status, html } = await visit(`/guide/${name}`, language)
    expect(status).toBe(200)
    expect(html).toContain('href="/guide"')
    expect(html).toContain(holding)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/href="[^"]*\.md"/)
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toBe(/<title>(.*?)<\/title>/.exec(guide.html)?.[1])
  })
})
