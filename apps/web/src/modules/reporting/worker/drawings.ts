import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const FAMILY = 'Inter Variable'
/** Points to the point of the paper, for print. */
const SHARP = 3
const MOST_POINTS = 8_000_000

const fileOf = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)))

export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

let ready: Promise<void> | null = null

/** Draws figures as PNG; what cannot be drawn is `null`. */
export async function openDrawer() {
  ready ??= initWasm(fileOf('@resvg/resvg-wasm/index_bg.wasm'))
  await ready
  const fontBuffers = ['latin-ext', 'latin'].map((part) =>
    fileOf(`@fontsource-variable/inter/files/inter-${part}-standard-normal.woff2`),
  )
  const open = (svg: string, width: number) =>
    new Resvg(svg, {
      font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
      fitTo: { mode: 'width', value: width },
    })
  const tried = <T>(svg: string, width: number, use: (drawing: ReturnType<typeof open>) => T): T | null => {
    try {
      const drawing = open(svg, width)
      const used = use(drawing)
      drawing.free()
      return used
    } catch {
      return null
    }
  }
  return {
    png: ({ svg, width, height }: Drawing): Uint8Array<ArrayBuffer> | null => {
      const scale = Math.min(SHARP, Math.sqrt(MOST_POINTS / (width * height)))
      return tried(svg, Math.max(1, Math.round(width * scale)), (drawing) => {
        const image = drawing.render()
        const png = Uint8Array.from(image.asPng())
        image.free()
        return png
      })
    },
    /** Whether it can be drawn at all. */
    reads: (svg: string): boolean => tried(svg, 100, () => true) === true,
  }
}
