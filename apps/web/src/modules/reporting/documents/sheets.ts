import type { LaidBlock } from './laid-out.ts'

export interface Sheets {
  readonly isLying: boolean
  readonly blocks: readonly LaidBlock[]
}

/** Blocks by the way the paper lies: wide tables across it, with the headings right before them. */
export function sheetsOf(blocks: readonly LaidBlock[]): Sheets[] {
  const sheets: { isLying: boolean; blocks: LaidBlock[] }[] = []
  for (const block of blocks) {
    const isLying = block.kind === 'table' && block.room !== 'page'
    const last = sheets.at(-1)
    if (last?.isLying === isLying) {
      last.blocks.push(block)
      continue
    }
    const led: LaidBlock[] = []
    while (isLying && last?.blocks.at(-1)?.kind === 'heading') led.unshift(...last.blocks.splice(-1))
    if (last?.blocks.length === 0) sheets.pop()
    sheets.push({ isLying, blocks: [...led, block] })
  }
  // A break of page before or after paper that is turned says nothing more.
  return sheets
    .map(({ isLying, blocks: all }, at) => ({
      isLying,
      blocks: all.filter(
        ({ kind }, place) =>
          kind !== 'break' ||
          !((place === 0 && at > 0) || (place === all.length - 1 && at < sheets.length - 1)),
      ),
    }))
    .filter((sheet) => sheet.blocks.length > 0)
}
