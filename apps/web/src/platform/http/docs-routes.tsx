import { readFileSync } from 'node:fs'
import path from 'node:path'
import { marked } from 'marked'
import type { Platform, Web, WebContext } from './context.ts'
import { renderPage } from './page.tsx'

const PAGES = { method: 'methods/audit', guide: 'guide/audit' } as const

/** The families of measures, each with a method page of its own at /method/NAME. */
const FAMILIES = [
  'rates',
  'selection',
  'decomposition',
  'maihda',
  'before-after',
  'segregation',
  'time',
  'indices',
] as const

/** The method pages and the guide: the project's own markdown, rendered once a language. */
export function addDocs(app: Web, platform: Pick<Platform, 'config'>) {
  const rendered = new Map<string, string>()
  const html = (page: string, language: string) => {
    const file = path.join(platform.config.root, 'docs', `${page}.${language}.md`)
    const known = rendered.get(file)
    if (known) return known
    const made = marked
      .parse(readFileSync(file, 'utf8'), { async: false })
      .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
      .replaceAll('</table>', '</table></div>')
      .replaceAll('<pre>', '<pre tabindex="0">')
      .replace(/href="([a-z-]+)\.(?:sv|en)\.md"/g, (_, name: string) =>
        name === 'audit' ? 'href="/method"' : `href="/method/${name}"`,
      )
    rendered.set(file, made)
    return made
  }
  const show = (c: WebContext, page: string, title: string, section: string) => {
    const content = html(page, c.get('locale').language)
    return renderPage(
      c,
      { title, section },
      <article class="prose" dangerouslySetInnerHTML={{ __html: content }} />,
    )
  }
  for (const page of ['method', 'guide'] as const)
    app.get(`/${page}`, (c) => show(c, PAGES[page], c.get('locale').text(`nav.${page}`), `/${page}`))
  app.get('/method/:name', (c) => {
    const family = FAMILIES.find((name) => name === c.req.param('name'))
    if (!family) return c.notFound()
    return show(c, `methods/${family}`, c.get('locale').text(`method.${family}`), '/method')
  })
}
