import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { WebContext } from './context.ts'
import { renderPage } from './page.tsx'

type Status = 400 | 403 | 404 | 413 | 429

/** Thrown by a route that cannot go on; the one mapper below turns it into a page or problem+json. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly status: Status
  readonly retryAfterSeconds: number | null
  constructor(status: Status, retryAfterSeconds: number | null = null) {
    super(String(status))
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
  }
}

const KNOWN = { 400: '400', 403: '403', 404: '404', 413: '413', 429: '429', 500: '500', 507: '507' } as const

/** Programs get problem+json, people a page; neither learns more than the kind of problem and a reference number. */
export function problemResponse(c: WebContext, status: ContentfulStatusCode) {
  const known = status in KNOWN ? KNOWN[status as keyof typeof KNOWN] : '500'
  const locale = c.get('locale')
  const title = locale.text(`error.${known}.title`)
  const reference = c.get('reference')
  c.header('Cache-Control', 'no-store')
  if (!(c.req.header('accept') ?? '').includes('text/html'))
    return c.body(JSON.stringify({ type: 'about:blank', title, status, instance: reference }), status, {
      'Content-Type': 'application/problem+json',
    })
  return renderPage(
    c,
    { title, narrow: true },
    <>
      <h1>{title}</h1>
      <p class="lede">{locale.text(`error.${known}.text`)}</p>
      <p class="note">{locale.text('error.reference', { reference })}</p>
      <p>
        <a href="/">{locale.text('error.home')}</a>
      </p>
    </>,
    status,
  )
}
