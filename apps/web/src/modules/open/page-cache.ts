import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { RateLimit } from '../../platform/http/rate-limit.ts'

interface KeptPage {
  readonly revision: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly etag: string
  readonly headers: readonly (readonly [string, string])[]
}

/** How long a site's revision is believed: what is published or taken off is seen so much later at most. */
const BELIEVED_MS = 2000
const MOST_BYTES = 64 * 1024 * 1024
const MOST_SITES = 1000
const LONGEST_ADDRESS = 1000
/** Pages that one address may have made for it in so many seconds; those that are kept are not counted. */
const MADE = { pages: 120, seconds: 10 } as const
const KEPT_KINDS = /^(text\/html|image\/(svg\+xml|png))/
const KEPT_HEADERS = ['content-type', 'content-encoding', 'content-disposition', 'vary'] as const

/**
 * Pages of the open site as they were last made: the same for everybody who asks in the same language, for as long as
 * what the site has published stays the same. Whoever is signed in plays no part.
 */
export class PageCache {
  readonly #pages = new Map<string, KeptPage>()
  readonly #revisions = new Map<string, { readonly until: number; readonly revision: Promise<string> }>()
  readonly #revisionOf: (site: string) => Promise<string>
  readonly #now: () => number
  readonly #limit = new RateLimit(MADE.pages, MADE.seconds)
  #bytes = 0

  constructor(revisionOf: (site: string) => Promise<string>, now: () => number = Date.now) {
    this.#revisionOf = revisionOf
    this.#now = now
  }

  /** Answers from what is kept, or lets the page be made and keeps it. */
  async serve(c: WebContext, site: string, next: () => Promise<void>): Promise<Response | undefined> {
    const url = new URL(c.req.url)
    const address = url.pathname + url.search
    if (c.req.method !== 'GET' || address.length > LONGEST_ADDRESS) {
      this.#countMade(c)
      await next()
      return undefined
    }
    const revision = await this.#revision(site)
    const squeezed = (c.req.header('accept-encoding') ?? '').includes('gzip')
    const key = `${c.get('locale').language} ${squeezed ? 'gzip' : ''} ${address}`
    const kept = this.#pages.get(key)
    if (kept?.revision === revision) return answer(c.req.header('if-none-match'), kept)
    this.#countMade(c)
    await next()
    const made = await pageOf(c.res, revision)
    if (made === null) return undefined
    this.#keep(key, made)
    // The response is replaced whole: what was set for pages of those who are signed in goes with it.
    c.res = undefined
    c.res = answer(c.req.header('if-none-match'), made)
    return undefined
  }

  #countMade(c: WebContext) {
    const seconds = this.#limit.secondsToWait(c.get('peer'), this.#now())
    if (seconds > 0) throw new HttpProblem(429, seconds)
  }

  #revision(site: string): Promise<string> {
    const now = this.#now()
    const known = this.#revisions.get(site)
    if (known !== undefined && known.until > now) return known.revision
    const revision = this.#revisionOf(site)
    this.#revisions.delete(site)
    this.#revisions.set(site, { until: now + BELIEVED_MS, revision })
    revision.catch(() => this.#revisions.delete(site))
    const [oldest] = this.#revisions.keys()
    if (this.#revisions.size > MOST_SITES && oldest !== undefined) this.#revisions.delete(oldest)
    return revision
  }

  #keep(key: string, page: KeptPage) {
    this.#bytes += page.bytes.length - (this.#pages.get(key)?.bytes.length ?? 0)
    this.#pages.delete(key)
    this.#pages.set(key, page)
    for (const [oldest, { bytes }] of this.#pages) {
      if (this.#bytes <= MOST_BYTES) break
      this.#pages.delete(oldest)
      this.#bytes -= bytes.length
    }
  }
}

async function pageOf(response: Response, revision: string): Promise<KeptPage | null> {
  if (response.status !== 200 || !KEPT_KINDS.test(response.headers.get('content-type') ?? '')) return null
  const bytes = new Uint8Array(await response.arrayBuffer())
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return { revision, bytes, headers, etag: `"${Buffer.from(digest).toString('base64url').slice(0, 22)}"` }
}

function answer(known: string | undefined, { bytes, headers, etag }: KeptPage): Response {
  const sent = new Headers(headers.map(([name, value]): [string, string] => [name, value]))
  sent.set('etag', etag)
  sent.set('cache-control', 'public, max-age=0, must-revalidate')
  sent.set('vary', 'Accept-Encoding, Accept-Language, Cookie')
  return known === etag
    ? new Response(null, { status: 304, headers: sent })
    : new Response(bytes, { headers: sent })
}
