import type { ComponentChildren } from 'preact'
import type { WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { authorise } from '../authorise.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { type OpenedPage, openPage } from './service/pages.ts'

/** Where the region's pages are. */
export function homeOf(c: WebContext): string {
  return `/r/${c.get('membership').slug}/pages`
}

/** A page of the region's room for pages. */
export function showPage(c: WebContext, title: string, content: ComponentChildren, status: 200 | 422 = 200) {
  return renderPage(c, { title, section: homeOf(c) }, content, status)
}

/** The way back to the list, and to a page. */
export function Crumb({ c, opened }: { c: WebContext; opened?: OpenedPage }) {
  const locale = c.get('locale')
  return (
    <p class="crumb">
      <a href={homeOf(c)}>{locale.text('pages.title')}</a>
      {opened === undefined ? null : (
        <>
          {' '}
          › <a href={`${homeOf(c)}/${opened.page.slug}`}>{opened.latest.content.title}</a>
        </>
      )}
    </p>
  )
}

/** The page that an address names; one that is not there if there is none. */
export async function pageOf(
  c: WebContext,
  doors: StatisticsDoors,
  act: 'see-pages' | 'compose-pages' | 'decide-page',
) {
  const actor = authorise(c, act)
  const opened = await doors.inRegion(actor, (db) => openPage(db, c.req.param('page') ?? ''))
  if (opened === null) throw new HttpProblem(404)
  return { actor, opened, here: `${homeOf(c)}/${opened.page.slug}` }
}

/** A whole number that a form holds; 0 where there is none. */
export function numberOf(form: FormData, name: string): number {
  const text = wordOf(form, name, 9)
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}
