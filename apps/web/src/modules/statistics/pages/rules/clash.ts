import type { Block, PageContent } from '../model-pages.ts'
import type { Change } from './edit-page.ts'

/** What stands in the way of a change: what somebody else has written since, or that they have removed the block. */
export type Clash =
  | { readonly kind: 'head-changed'; readonly theirs: Pick<PageContent, 'title' | 'lede'> }
  | { readonly kind: 'block-changed'; readonly theirs: Block }
  | { readonly kind: 'block-removed' }

/**
 * Whether a change would write over what somebody else has written since the page was read. Moving, adding, removing and
 * bringing back write over nothing: what is removed can be brought back.
 * @param base what the writer saw; `null` where it is not known
 */
export function clashOf(base: PageContent | null, current: PageContent, change: Change): Clash | null {
  if (change.act === 'head') {
    const { title, lede } = current
    const isOurs = title === change.title && lede === change.lede
    const isSeen = base?.title === title && base.lede === lede
    return isOurs || isSeen ? null : { kind: 'head-changed', theirs: { title, lede } }
  }
  if (change.act !== 'write' && change.act !== 'swap') return null
  const blockIn = (content: PageContent | null) => content?.blocks.find(({ id }) => id === change.id)
  const [before, now] = [blockIn(base), blockIn(current)]
  if (now === undefined) return before === undefined ? null : { kind: 'block-removed' }
  if (JSON.stringify(before) === JSON.stringify(now)) return null
  const isOurs = change.act === 'write' && now.heading === change.heading && now.body === change.body
  return isOurs ? null : { kind: 'block-changed', theirs: now }
}
