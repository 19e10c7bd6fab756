import { readFileSync } from 'node:fs'
import path from 'node:path'
import { marked } from 'marked'
import type { Platform, Web, WebContext } from './context.ts'
import { renderPage } from './page.tsx'

const PAGES = { method: 'methods/audit', guide: 'guide/audit' } as const

/** The families of measures, and disclosure control, each with a method page of its own at /method/NAME. */
const FAMILIES = [
  'rates',
  'selection',
  'decomposition',
  'maihda',
  'before-after',
  'segregation',
  'time',
  'indices',
  'disclosure',
] as const

/** The guides; the first stands at /guide itself. */
const GUIDES = [
  { name: 'audit', room: 'nav.money' },
  { name: 'statistics', room: 'stat.title' },
  { name: 'plan', room: 'plan.title' },
] as const

/** Where a page that is named in another of the same folder is shown. */
function placeOf(folder: string, name: string): string {
  return name === 'audit' ? `/${folder}` : `/${folder}/${name}`
}

/** Keeps numbers whole at line ends: groups of thousands, a number and its unit, a sign and its number. */
function keepTogether(markdown: string): string {
  const whole = (text: string) =>
    text
      .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0')
      .replace(/(?<=\d) (?=%)/g, '\u00a0')
      .replace(/(?<=[<>≤≥±]) (?=\d)/g, '\u00a0')
  const outsideCode = (line: string) =>
    line
      .split('`')
      .map((part, i) => (i % 2 === 0 ? whole(part) : part))
      .join('`')
  return markdown
    .split('\n')
    .map((line) => (line.startsWith('    ') ? line : outsideCode(line)))
    .join('\n')
}

/** The method pages and the guide: the project's own markdown, rendered once a language. */
export function addDocs(app: Web, platform: Pick<Platform, 'config'>) {
  const rendered = new Map<string, string>()
  const html = (page: string, language: string) => {
    const file = path.join(platform.config.root, 'docs', `${page}.${language}.md`)
    const known = rendered.get(file)
    if (known) return known
    const made = marked
      .parse(keepTogether(readFileSync(file, 'utf8')), { async: false })
      .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
      .replaceAll('</table>', '</table></div>')
      .replaceAll('<pre>', '<pre tabindex="0">')
      .replace(
        /href="([a-z-]+)\.(?:sv|en)\.md"/g,
        (_, name: string) => `href="${placeOf(page.startsWith('guide/') ? 'guide' : 'method', name)}"`,
      )
    rendered.set(file, made)
    return made
  }
  const show = (c: WebContext, page: string, title: string, section: string, back = false) => {
    const locale = c.get('locale')
    const content = html(page, locale.language)
    return renderPage(
      c,
      { title, section },
      <>
        {back && (
          <p>
            <a href={section}>← {locale.text('method.all')}</a>
          </p>
        )}
        {section === '/guide' && (
          <nav class="chips no-print" aria-label={locale.text('nav.guide')}>
            {GUIDES.map(({ name, room }) => (
              <a
                key={name}
                class="chip"
                href={placeOf('guide', name)}
                aria-current={page === `guide/${name}` ? 'page' : undefined}
              >
                {locale.text(room)}
              </a>
            ))}
          </nav>
        )}
        <article class="prose" dangerouslySetInnerHTML={{ __html: content }} />
      </>,
    )
  }
  for (const page of ['method', 'guide'] as const)
    app.get(`/${page}`, (c) => show(c, PAGES[page], c.get('locale').text(`nav.${page}`), `/${page}`))
  app.get('/guide/:name', (c) => {
    const guide = GUIDES.find(({ name }) => name !== 'audit' && name === c.req.param('name'))
    if (!guide) return c.notFound()
    const { text } = c.get('locale')
    return show(c, `guide/${guide.name}`, `${text('nav.guide')}: ${text(guide.room).toLowerCase()}`, '/guide')
  })
  app.get('/method/:name', (c) => {
    const family = FAMILIES.find((name) => name === c.req.param('name'))
    if (!family) return c.notFound()
    return show(c, `methods/${family}`, c.get('locale').text(`method.${family}`), '/method', true)
  })
}
