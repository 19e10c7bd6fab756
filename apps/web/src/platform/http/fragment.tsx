import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

const KEPT = 80
const MOST_CHARACTERS = 300_000
const kept = new Map<string, string>()

/**
 * A part of a page that is the same for all who may see it, rendered once. The key names everything that it shows:
 * region, list or release with its version, selection, order and language; never a session.
 */
export function fragment(key: readonly unknown[], make: () => VNode): VNode {
  const name = JSON.stringify(key)
  const html = kept.get(name) ?? renderToString(make())
  kept.delete(name)
  if (html.length <= MOST_CHARACTERS) kept.set(name, html)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}
