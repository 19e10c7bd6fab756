import { type Block, MOST_BLOCKS, MOST_REMOVED, type PageContent } from '../model-pages.ts'

/** One thing that a person does to a page. */
export type Change =
  | { readonly act: 'head'; readonly title: string; readonly lede: string }
  /** `under` is a block that has a heading: the new one comes last below it. Without one it comes last of all. */
  | { readonly act: 'add'; readonly block: Block; readonly under: string | null }
  | { readonly act: 'write'; readonly id: string; readonly heading: string; readonly body: string }
  | { readonly act: 'move'; readonly id: string; readonly by: 'up' | 'down' }
  | { readonly act: 'remove'; readonly id: string }
  | { readonly act: 'bring-back'; readonly id: string }
  /** Another version of a figure's dataset in the place of the one that it shows. */
  | { readonly act: 'swap'; readonly id: string; readonly version: number; readonly view: string }

/**
 * The page after a change.
 * @returns `null` where the block is not there, or a page can hold no more
 */
export function changed(content: PageContent, change: Change): PageContent | null {
  const { blocks } = content
  if (change.act === 'head') return { ...content, title: change.title, lede: change.lede }
  if (change.act === 'add') return inserted(content, change.block, placeUnder(blocks, change.under))
  const at = blocks.findIndex(({ id }) => id === change.id)
  const block = blocks[at]
  if (block === undefined) {
    const back = broughtBack(content, change.id)
    if (back === null || change.act === 'bring-back') return back
    // Words for a block that somebody has removed meanwhile bring it back.
    return change.act === 'write' ? changed(back, change) : null
  }
  if (change.act === 'write')
    return { ...content, blocks: blocks.with(at, { ...block, heading: change.heading, body: change.body }) }
  if (change.act === 'swap')
    return block.kind === 'figure'
      ? { ...content, blocks: blocks.with(at, { ...block, version: change.version, view: change.view }) }
      : null
  if (change.act === 'remove')
    return {
      ...content,
      blocks: blocks.toSpliced(at, 1),
      removed: [...content.removed, { block, at }].slice(-MOST_REMOVED),
    }
  if (change.act === 'move') {
    const to = at + (change.by === 'up' ? -1 : 1)
    const other = blocks[to]
    return other === undefined ? content : { ...content, blocks: blocks.with(at, other).with(to, block) }
  }
  return content
}

function broughtBack(content: PageContent, id: string): PageContent | null {
  const found = content.removed.find(({ block }) => block.id === id)
  if (found === undefined) return null
  const removed = content.removed.filter((one) => one !== found)
  return inserted({ ...content, removed }, found.block, Math.min(found.at, content.blocks.length))
}

function inserted(content: PageContent, block: Block, at: number): PageContent | null {
  if (content.blocks.length >= MOST_BLOCKS) return null
  return { ...content, blocks: content.blocks.toSpliced(at, 0, block) }
}

/** Whether others can stand below a block: it begins a part of the page. */
export function beginsPart(block: Block): boolean {
  return block.kind === 'stage' || (block.kind === 'text' && block.heading !== '')
}

function placeUnder(blocks: readonly Block[], under: string | null): number {
  const from = blocks.findIndex(({ id }) => id === under)
  if (from < 0) return blocks.length
  const next = blocks.findIndex((block, at) => at > from && beginsPart(block))
  return next < 0 ? blocks.length : next
}
