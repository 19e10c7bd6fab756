import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { LaidBlock, LaidReport } from '../documents/laid-out.ts'
import type { ReportStyle } from '../model-style.ts'
import { openDrawer } from './drawings.ts'
import type { Progress } from './messages.ts'
import { pdfData } from './pdf-data.ts'
import { withRowHeaders } from './row-headers.ts'
import { printable, type Unprintable, unprintableOf } from './unprintable.ts'
import { fontOfWoff } from './woff.ts'

const fileOf = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)))
const FACES = ['400-normal', '400-italic', '600-normal', '600-italic']
/** Each round may find letters that no font has; the last takes no chances. */
const ROUNDS = 5
/** Nothing lies there: what the template reads is what is mapped. */
const NOWHERE = path.join(tmpdir(), 'jamvikt-documents-nothing')

/**
 * A report as PDF/UA-1. Its words reach Typst as data in a file, never as markup. Letters that none of the fonts has are
 * written as their number: a standard that promises every letter refuses the file else.
 */
export async function writePdf(
  report: LaidReport,
  style: ReportStyle,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  const template = readFileSync(new URL('./report.typ', import.meta.url), 'utf8')
  const compiler = openCompiler()
  const map = (name: string, content: Buffer) => compiler.mapShadow(path.join(NOWHERE, name), content)
  if (style.logo !== null) map('logo.png', Buffer.from(style.logo.png, 'base64'))
  await progress(0.1)

  let unprintable: Unprintable = new Set()
  let drawable: ReadonlySet<LaidBlock> = new Set(report.blocks)
  let isSifted = false
  let drawn = style
  for (let round = 1; ; round += 1) {
    const { data, drawings } = pdfData(report, drawn, drawable, (text) => printable(text, unprintable))
    map('report.json', Buffer.from(JSON.stringify(data)))
    for (const { file, svg } of drawings) map(file, Buffer.from(svg))
    const compiled = compiler.compile({ mainFileContent: template, resetRead: true })
    await progress(Math.min(0.9, 0.4 + 0.1 * round))
    const document = compiled.result
    if (document === null) {
      // Better without its logo than no file at all.
      const isBare = drawn.logo === null
      if (round === ROUNDS || (isSifted && isBare)) throw new Error(toldBy(compiler, compiled))
      if (isBare) {
        drawable = await drawableOf(report)
        isSifted = true
      } else drawn = { ...drawn, logo: null }
      continue
    }
    try {
      const pdf = Uint8Array.from(compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 }))
      await progress(1)
      return withRowHeaders(
        pdf,
        report.blocks.flatMap((block) => (block.kind === 'table' ? [block.headerColumns] : [])),
      )
    } catch (error) {
      if (round === ROUNDS) throw error
      const message = error instanceof Error ? error.message : ''
      unprintable = unprintableOf(message, unprintable, round === ROUNDS - 1)
    }
  }
}

function openCompiler(): NodeCompiler {
  const fonts = FACES.flatMap((face) =>
    ['latin', 'latin-ext'].map((part) =>
      fontOfWoff(fileOf(`@fontsource/inter/files/inter-${part}-${face}.woff`)),
    ),
  )
  return NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: fonts }] })
}

/** All blocks but drawings that cannot be drawn. */
async function drawableOf(report: LaidReport): Promise<ReadonlySet<LaidBlock>> {
  const drawer = await openDrawer()
  return new Set(report.blocks.filter((block) => block.kind === 'figure' && drawer.reads(block.svg)))
}

function toldBy(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const said = compiled.takeError()
  return `PDF: ${said === null ? '' : JSON.stringify(compiler.fetchDiagnostics(said)).slice(0, 2000)}`
}
