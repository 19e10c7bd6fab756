// Draws pictures as PNG in a thread of its own, one at a time.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

export interface PngTask {
  readonly id: number
  readonly svg: string
  readonly width: number
}
export type PngAnswer =
  | { readonly id: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failed: true }

const FAMILY = 'Inter Variable'
const fileOf = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)))
// The wider alphabet first: what it lacks is looked for in the other, and not the other way round.
const fontBuffers = ['latin-ext', 'latin'].map((part) =>
  fileOf(`@fontsource-variable/inter/files/inter-${part}-standard-normal.woff2`),
)
const ready = initWasm(fileOf('@resvg/resvg-wasm/index_bg.wasm'))

parentPort?.on('message', async ({ id, svg, width }: PngTask) => {
  try {
    await ready
    const drawing = new Resvg(svg, {
      font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
      fitTo: { mode: 'width', value: width },
    })
    const image = drawing.render()
    const png = Uint8Array.from(image.asPng())
    image.free()
    drawing.free()
    parentPort?.postMessage({ id, png } satisfies PngAnswer, [png.buffer])
  } catch {
    parentPort?.postMessage({ id, failed: true } satisfies PngAnswer)
  }
})
