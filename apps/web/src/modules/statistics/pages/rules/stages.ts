import { type Block, STAGES } from '../model-pages.ts'
import { beginsPart } from './edit-page.ts'

/** The stages of a page that have no figure below them yet. */
export function stagesWithoutFigure(blocks: readonly Block[]): ReadonlySet<string> {
  const without = new Set<string>()
  let current: string | null = null
  for (const block of blocks) {
    if (block.kind === 'stage') {
      current = block.id
      without.add(block.id)
    } else if (current !== null && block.kind !== 'text') without.delete(current)
  }
  return without
}

/** Whether the stages stand in the order of a life. */
export function areStagesInOrder(blocks: readonly Block[]): boolean {
  const places = blocks.flatMap((block) => (block.kind === 'stage' ? [STAGES.indexOf(block.stage)] : []))
  return places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0))
}

/** The parts of a page, for its list of contents. */
export function partsOfPage(
  blocks: readonly Block[],
): readonly { readonly id: string; readonly heading: string }[] {
  return blocks.filter(beginsPart).map(({ id, heading }) => ({ id, heading }))
}
