import { Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { homeOf, showPage } from '../plan-room.tsx'

/** Where plans are brought in. */
export function importOf(c: WebContext): string {
  return `${homeOf(c)}/import`
}

/** A page of bringing in, with the way back. */
export function showImport(
  c: WebContext,
  title: string,
  content: ComponentChildren,
  status: 200 | 422 = 200,
) {
  return showPage(
    c,
    title,
    <>
      <p class="crumb">
        <a href={homeOf(c)}>{c.get('locale').text('plan.title')}</a> ›{' '}
        <a href={importOf(c)}>{c.get('locale').text('plan.x.import.title')}</a>
      </p>
      <h1>{title}</h1>
      {content}
    </>,
    status,
  )
}

/** What is shown of a draft that is no longer there. */
export function draftGone(c: WebContext) {
  const locale = c.get('locale')
  return renderPage(
    c,
    { title: locale.text('plan.x.draft.title'), section: homeOf(c) },
    <>
      <h1>{locale.text('plan.x.draft.title')}</h1>
      <Notice kind="bad">{locale.text('plan.x.draft.gone')}</Notice>
      <p>
        <a href={importOf(c)}>{locale.text('plan.x.import.title')}</a>
      </p>
    </>,
    404,
  )
}
