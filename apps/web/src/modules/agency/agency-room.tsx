import type { ComponentChildren } from 'preact'
import type { WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'

/** The rooms of the agency, by the last part of their addresses. */
export type AgencyRoom = 'regions' | 'received' | 'grants'

export function homeOf(c: WebContext): string {
  return `/r/${c.get('membership').slug}`
}

/** A page of the agency. */
export function showPage(
  c: WebContext,
  room: AgencyRoom,
  title: string,
  content: ComponentChildren,
  status: 200 | 409 | 422 = 200,
) {
  return renderPage(c, { title, section: `${homeOf(c)}/${room}` }, content, status)
}
