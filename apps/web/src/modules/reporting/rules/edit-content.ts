import {
  headOf,
  MOST_SOURCES,
  type ReportContent,
  type ReportHead,
  type SourceBlock,
} from '../model-content.ts'

const MOST_REMOVED = 50

/** One thing that a person does to a report. */
export type Change =
  | { readonly act: 'head'; readonly head: ReportHead }
  /** Comes right after another block; last of all where that is not there. */
  | { readonly act: 'add'; readonly block: SourceBlock; readonly after: string | null }
  | { readonly act: 'write'; readonly block: SourceBlock }
  | { readonly act: 'move'; readonly id: string; readonly by: 'up' | 'down' }
  | { readonly act: 'remove' | 'bring-back'; readonly id: string }

/**
 * The report after a change. Words for a block that has been removed bring it back.
 * @returns `null` where the block is not there, or the report can hold no more
 */
export function changed(content: ReportContent, change: Change): ReportContent | null {
  const { blocks } = content
  switch (change.act) {
    case 'head':
      return { ...content, ...change.head }
    case 'add': {
      const at = blocks.findIndex(({ id }) => id === change.after)
      return inserted(content, change.block, at < 0 ? blocks.length : at + 1)
    }
    case 'write': {
      const { block } = change
      const back = blocks.some(({ id }) => id === block.id) ? content : broughtBack(content, block.id)
      if (back === null) return null
      return { ...back, blocks: back.blocks.map((each) => (each.id === block.id ? block : each)) }
    }
    case 'move':
      return moved(content, change.id, change.by === 'up' ? -1 : 1)
    case 'remove': {
      const at = blocks.findIndex(({ id }) => id === change.id)
      const block = blocks[at]
      if (block === undefined) return null
      const removed = [...content.removed, { block, at }].slice(-MOST_REMOVED)
      return { ...content, blocks: blocks.toSpliced(at, 1), removed }
    }
    case 'bring-back':
      return blocks.some(({ id }) => id === change.id) ? content : broughtBack(content, change.id)
  }
}

function moved(content: ReportContent, id: string, by: -1 | 1): ReportContent | null {
  const { blocks } = content
  const at = blocks.findIndex((each) => each.id === id)
  const [block, other] = [blocks[at], blocks[at + by]]
  if (block === undefined) return null
  return other === undefined ? content : { ...content, blocks: blocks.with(at, other).with(at + by, block) }
}

function broughtBack(content: ReportContent, id: string): ReportContent | null {
  const found = content.removed.find(({ block }) => block.id === id)
  if (found === undefined) return null
  const removed = content.removed.filter((each) => each !== found)
  return inserted({ ...content, removed }, found.block, Math.min(found.at, content.blocks.length))
}

function inserted(content: ReportContent, block: SourceBlock, at: number): ReportContent | null {
  if (content.blocks.length >= MOST_SOURCES) return null
  return { ...content, blocks: content.blocks.toSpliced(at, 0, block) }
}

/** What somebody else has written meanwhile, where a change would write over it. */
export type Clash =
  | { readonly kind: 'head'; readonly theirs: ReportHead }
  | { readonly kind: 'block'; readonly theirs: SourceBlock }
  | { readonly kind: 'removed' }

/**
 * Whether a change would write over what somebody else has written since the report was read. What moves, adds, removes or
 * brings back writes over nothing.
 * @param seen what the writer had before them; `null` where that is not known
 */
export function clashOf(seen: ReportContent | null, latest: ReportContent, change: Change): Clash | null {
  if (change.act === 'head') {
    const theirs = headOf(latest)
    const isFree = isSame(theirs, change.head) || (seen !== null && isSame(headOf(seen), theirs))
    return isFree ? null : { kind: 'head', theirs }
  }
  if (change.act !== 'write') return null
  const blockIn = (content: ReportContent | null) => content?.blocks.find(({ id }) => id === change.block.id)
  const [before, now] = [blockIn(seen), blockIn(latest)]
  if (now === undefined) return before === undefined ? null : { kind: 'removed' }
  return isSame(before, now) || isSame(now, change.block) ? null : { kind: 'block', theirs: now }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
