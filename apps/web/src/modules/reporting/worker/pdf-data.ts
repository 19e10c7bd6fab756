import type { LaidBlock, LaidPassage, LaidReport, LaidTable } from '../documents/laid-out.ts'
import { sheetsOf } from '../documents/sheets.ts'
import type { ReportStyle } from '../model-style.ts'
import { footOf } from './foot.ts'
import { INK, TONE_INK, TONE_PAPER } from './ink.ts'

/** Room for a figure on the page, in centimetres. */
const MOST_WIDE = 17
const MOST_HIGH = 20
/** A heading of a column that is longer fills the page, and is not said again on each. */
const MOST_REPEATED = 300
/** A text with figures that is longer is read as words. */
const MOST_WHOLE = 40
const CM_OF_PX = 2.54 / 96

interface Drawn {
  readonly file: string
  readonly svg: string
}

/** A report as the template reads it. Every text goes through `say`, and long runs of letters may break. */
export function pdfData(
  report: LaidReport,
  style: ReportStyle,
  drawable: ReadonlySet<LaidBlock>,
  say: (text: string) => string,
) {
  const drawings: Drawn[] = []
  const text = (words: string) => say(breakable(words))
  const passages = (all: readonly LaidPassage[]) =>
    all.map(({ kind, lines }) => ({
      kind,
      lines: lines.map((pieces) => pieces.map((piece) => ({ ...piece, text: text(piece.text) }))),
    }))
  const table = (block: LaidTable) => ({
    ...block,
    columns: block.aligns.length,
    repeats: block.head.flat().every(({ text: words }) => words.length <= MOST_REPEATED),
    caption: text(block.caption),
    head: block.head.map((row, level) => headRow(block, row, level === block.head.length - 1)),
    rows: block.rows.map(({ role, cells }) => ({
      role,
      spans: role === 'group' && cells.slice(1).every((cell) => cell.text === ''),
      cells: cells.map((cell, at) => ({
        text: text(cell.text),
        /** Neither figures nor dates are broken within. */
        breaks: !/\d/.test(cell.text) || cell.text.length > MOST_WHOLE,
        align: block.aligns[at] === 'end' ? 'right' : 'left',
        tone: cell.tone ?? '',
        ink: TONE_INK[cell.tone ?? 'note'],
      })),
    })),
    notes: block.notes.map(text),
    source: text(block.source),
  })
  const headRow = (block: LaidTable, row: LaidTable['head'][number], isLast: boolean) => {
    let at = 0
    return row.map(({ text: words, columns }) => {
      const align = isLast && block.aligns[at] === 'end' ? 'right' : columns > 1 ? 'center' : 'left'
      at += columns
      return { text: text(words), columns, align }
    })
  }
  const drawn = (block: LaidBlock) => {
    switch (block.kind) {
      case 'heading':
        return { ...block, text: text(block.text) }
      case 'words':
        return { kind: block.kind, passages: passages(block.passages) }
      case 'figure': {
        const file = drawable.has(block) ? `figure-${block.number}.svg` : ''
        if (file !== '') drawings.push({ file, svg: say(block.svg) })
        const { kind, label } = block
        const cm = Math.min(MOST_WIDE, block.width * CM_OF_PX, (MOST_HIGH * block.width) / block.height)
        return {
          kind,
          label,
          file,
          cm,
          alt: say(block.alt),
          caption: text(block.caption),
          source: text(block.source),
        }
      }
      case 'table':
        return table(block)
      case 'callout':
        return {
          kind: block.kind,
          mark: text(block.mark),
          heading: text(block.heading),
          passages: passages(block.passages),
          isQuiet: block.isQuiet,
          ink: TONE_INK[block.tone],
          paper: TONE_PAPER[block.tone],
        }
      case 'break':
        return block
    }
  }
  const [lang = 'sv', country = 'SE'] = report.tag.split('-')
  const data = {
    title: say(report.title),
    subtitle: text(report.subtitle),
    region: text(report.region),
    date: text(report.date),
    day: report.isoDate.split('-').map(Number),
    lang,
    country,
    rests: report.rests.map(text),
    synthetic: text(report.synthetic),
    foot: text(footOf(report, style)),
    contents: report.hasContents,
    said: report.said,
    logo: style.logo === null ? null : { alt: say(style.logo.alt) },
    ink: INK,
    style: { accent: style.accent, serif: style.pdfHeadings === 'serif' },
    sheets: sheetsOf(report.blocks).map(({ isLying, blocks }) => ({ isLying, blocks: blocks.map(drawn) })),
  }
  return { data, drawings }
}

const LONG = 40
const STEP = 10

/** Lets runs of letters that are longer than any word break, so that none runs off the page. */
function breakable(text: string): string {
  return text.replaceAll(new RegExp(`[^\\s\\u200B]{${LONG},}`, 'gu'), (run) => {
    const letters = [...run]
    return letters.map((letter, at) => (at > 0 && at % STEP === 0 ? `\u200B${letter}` : letter)).join('')
  })
}
