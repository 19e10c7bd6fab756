import type { WebContext } from '../../../platform/http/context.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { Svg } from './picture.tsx'
import type { PngMaker } from './png-maker.ts'

const COME_BACK_SECONDS = 5

/** Sends a picture as it is drawn, with a name to keep it by. */
export function svgAnswer(c: WebContext, svg: Svg, name: string) {
  return c.body(svg.text, 200, {
    'Content-Type': 'image/svg+xml; charset=UTF-8',
    'Content-Disposition': `inline; filename="${name}.svg"`,
  })
}

/** Sends a picture as PNG; while too many are being made the asker is told to come back. */
export async function pngAnswer(c: WebContext, maker: PngMaker, svg: Svg, name: string, sharp?: number) {
  const made = await maker.draw(svg, sharp)
  if (made.ok)
    return c.body(made.png, 200, {
      'Content-Type': 'image/png',
      'Content-Disposition': `inline; filename="${name}.png"`,
    })
  if (made.reason === 'failed') throw new Error('the picture was not drawn')
  throw made.reason === 'too-large' ? new HttpProblem(413) : new HttpProblem(429, COME_BACK_SECONDS)
}
