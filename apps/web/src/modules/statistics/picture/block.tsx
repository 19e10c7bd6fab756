import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { wrapText } from './wrap-text.ts'

/** A part of a picture, drawn from its own upper left corner. */
export interface Block {
  readonly height: number
  readonly svg: string
}

export const NOTHING: Block = { height: 0, svg: '' }

/** Parts under each other. */
export function stacked(blocks: readonly Block[], gap: number): Block {
  let height = 0
  const drawn = blocks
    .filter((block) => block.height > 0)
    .map((block) => {
      const svg = moved(block, 0, height).svg
      height += block.height + gap
      return svg
    })
  return { height: Math.max(0, height - gap), svg: drawn.join('') }
}

/** Parts beside each other in as many columns as are given, each row as high as its highest. */
export function inColumns(blocks: readonly Block[], columns: number, width: number, gap: number): Block {
  const rows = Array.from({ length: Math.ceil(blocks.length / columns) }, (_, row) => {
    const across = blocks.slice(row * columns, (row + 1) * columns)
    return {
      height: Math.max(...across.map(({ height }) => height)),
      svg: across.map((block, at) => moved(block, at * (width + gap), 0).svg).join(''),
    }
  })
  return stacked(rows, gap)
}

export function moved({ height, svg }: Block, x: number, y: number): Block {
  return {
    height: height + y,
    svg: x === 0 && y === 0 ? svg : `<g transform="translate(${x} ${y})">${svg}</g>`,
  }
}

/** A text in as many lines as it needs. */
export function textBlock(
  text: string,
  look: { readonly size: number; readonly room: number; readonly fill: string; readonly most?: number },
): Block {
  const { size, room, fill } = look
  const lines = wrapText(text, size, room, look.most)
  const leading = Math.round(size * 1.35)
  const drawn = lines.map((line, at) => (
    <text key={line} x="0" y={Math.round(size * 0.95) + at * leading} font-size={size} fill={fill}>
      {line}
    </text>
  ))
  return { height: lines.length * leading, svg: renderToString(<g>{drawn}</g>) }
}

/** A drawing that is one `svg`, in the width and height that it has room for. */
export function drawingBlock(drawing: VNode, width: number, most = Number.POSITIVE_INFINITY): Block {
  const svg = renderToString(drawing)
  const [, w = '', h = ''] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg) ?? []
  const height = Math.min(most, Math.ceil((width * Number(h)) / Number(w)))
  if (!Number.isFinite(height)) return NOTHING
  return { height, svg: svg.replace('<svg ', `<svg width="${width}" height="${height}" `) }
}
