import type { V2Link } from '@jamvikt/tables'
import type { Question } from '../question.ts'

type Where = Pick<Question, 'base' | 'home'>

/** A link of the API; `language` is what it leads to. */
export function linkTo(
  { base }: Where,
  rel: string,
  language: string,
  path: readonly string[],
  params: Readonly<Record<string, string>> = {},
): V2Link {
  const query = new URLSearchParams({ lang: language, ...params })
  return { rel, hreflang: language, href: `${base}/v2/${path.map(encodeURIComponent).join('/')}?${query}` }
}

/** The links of a table: itself, in its other languages, its metadata, its figures, and its page for people. */
export function linksOfTable(
  where: Where,
  slug: string,
  language: string,
  languages: readonly string[],
): V2Link[] {
  return [
    linkTo(where, 'self', language, ['tables', slug]),
    ...languages
      .filter((other) => other !== language)
      .map((other) => linkTo(where, 'alternate', other, ['tables', slug])),
    linkTo(where, 'metadata', language, ['tables', slug, 'metadata']),
    linkTo(where, 'data', language, ['tables', slug, 'data'], { outputFormat: 'json-stat2' }),
    { rel: 'describedby', hreflang: language, href: `${where.home}/${encodeURIComponent(slug)}` },
  ]
}
