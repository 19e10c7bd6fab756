import { ExternalHyperlink, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { LaidPassage, LaidPiece } from '../documents/laid-out.ts'

export const BULLETS = 'bullets'
export const NUMBERS = 'numbers'

/** Counts lists, so that each numbered one begins at 1. */
export interface ListCount {
  lists: number
}

/** Passages as paragraphs and real lists, in a style of the document where one is named. */
export function paragraphsOf(
  passages: readonly LaidPassage[],
  count: ListCount,
  options: Pick<IParagraphOptions, 'style' | 'keepNext' | 'spacing'> = {},
): Paragraph[] {
  return passages.flatMap(({ kind, lines }) => {
    if (kind === 'paragraph')
      return [
        new Paragraph({
          ...options,
          children: lines.flatMap((pieces, at) => [
            ...(at > 0 ? [new TextRun({ break: 1 })] : []),
            ...pieces.map(runOf),
          ]),
        }),
      ]
    count.lists += 1
    const reference = kind === 'bullets' ? BULLETS : NUMBERS
    return lines.map(
      (pieces) =>
        new Paragraph({
          spacing: { after: 40 },
          ...options,
          numbering: { reference, level: 0, instance: count.lists },
          indent: { left: 460, hanging: 260 },
          children: pieces.map(runOf),
        }),
    )
  })
}

function runOf(piece: LaidPiece): ParagraphChild {
  if (piece.kind === 'link')
    return new ExternalHyperlink({
      link: piece.href,
      children: [new TextRun({ text: piece.text, style: 'Hyperlink' })],
    })
  return new TextRun({
    text: piece.text,
    ...(piece.kind === 'strong' ? { bold: true } : {}),
    ...(piece.kind === 'emphasis' ? { italics: true } : {}),
  })
}

/** Words with their line breaks, as runs. */
export function linesOf(text: string, look: { bold?: boolean; color?: string } = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 ? { break: 1 } : {}) }))
}
