import { layOut, type Report } from '../../reporting/public.ts'
import type { Line } from '../rules/changed-lines.ts'

type LaidBlock = ReturnType<typeof layOut>['blocks'][number]
type Passage = Extract<LaidBlock, { kind: 'words' }>['passages'][number]

/** A report line by line as it is read, each under its heading: what two of them are held against each other by. */
export function reportLines(report: Report): Line[] {
  let under = ''
  return layOut(report).blocks.flatMap((block): Line[] => {
    if (block.kind === 'heading' && block.level === 1) {
      under = block.text
      return []
    }
    return textsOf(block)
      .filter((text) => text !== '')
      .map((text) => ({ under, text }))
  })
}

/** The report’s main headings: what a remark can be about. */
export function mainHeadings(report: Report): string[] {
  return report.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))
}

function textsOf(block: LaidBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'words':
      return wordLines(block.passages)
    case 'callout':
      return [block.heading, ...wordLines(block.passages)]
    case 'table':
      return block.rows.map(({ cells }) =>
        cells
          .map(({ text }) => text)
          .filter((text) => text !== '')
          .join(' · '),
      )
    case 'figure':
      return [block.caption]
    case 'break':
      return []
  }
}

function wordLines(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ lines }) => lines.map((pieces) => pieces.map(({ text }) => text).join('')))
}
