import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { plainWords } from '../rules/words.ts'
import { type PublishedPage, publishedPages } from '../store/page-publications.ts'
import { openBlocks, type ShownBlocks } from './shown-page.ts'

/** The pages that everybody may read, the latest first; those whose words hold all words of `search`. */
export async function listOpenPages(db: TenantDb, search = ''): Promise<PublishedPage[]> {
  const words = search.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  return (await publishedPages(db, null)).filter(({ content: { title, lede, blocks } }) => {
    if (words.length === 0) return true
    const told = blocks.flatMap(({ heading, body }) => [heading, plainWords(body)])
    const text = [title, lede, ...told].join(' ').toLocaleLowerCase('sv')
    return words.every((word) => text.includes(word))
  })
}

export interface OpenedPublicPage extends PublishedPage {
  readonly shown: ShownBlocks
}

/** A page that everybody may read, with its figures; `null` where there is none. */
export async function readOpenPage(
  db: TenantDb,
  slug: string,
  now: Date,
  language: string,
): Promise<OpenedPublicPage | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null
  const [found] = await publishedPages(db, slug)
  return found === undefined ? null : { ...found, shown: await openBlocks(db, found.content, now, language) }
}
