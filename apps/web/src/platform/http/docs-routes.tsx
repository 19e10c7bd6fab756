import { readFileSync } from 'node:fs'
import path from 'node:path'
import { marked } from 'marked'
import type { Platform, Web } from './context.ts'
import { renderPage } from './page.tsx'

const PAGES = { method: 'methods/audit', guide: 'guide/audit' } as const

/** The method page and the guide: the project's own markdown, rendered once a language. */
export function addDocs(app: Web, platform: Platform) {
  const rendered = new Map<string, string>()
  const html = (page: keyof typeof PAGES, language: string) => {
    const file = path.join(platform.config.root, 'docs', `${PAGES[page]}.${language}.md`)
    const known = rendered.get(file)
    if (known) return known
    const made = marked
      .parse(readFileSync(file, 'utf8'), { async: false })
      .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
      .replaceAll('</table>', '</table></div>')
      .replaceAll('<pre>', '<pre tabindex="0">')
    rendered.set(file, made)
    return made
  }
  for (const page of ['method', 'guide'] as const)
    app.get(`/${page}`, (c) => {
      const locale = c.get('locale')
      const content = html(page, locale.language)
      return renderPage(
        c,
        { title: locale.text(`nav.${page}`), section: `/${page}` },
        <article class="prose" dangerouslySetInnerHTML={{ __html: content }} />,
      )
    })
}
