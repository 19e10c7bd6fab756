import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  LeaderType,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { LaidBlock, LaidReport } from '../documents/laid-out.ts'
import { sheetsOf } from '../documents/sheets.ts'
import type { ReportStyle } from '../model-style.ts'
import { OWN_PAPER, type Paper, roomOf } from '../word-template/paper.ts'
import type { WordTemplate } from '../word-template/word-template.ts'
import { bare, calloutStyle, stylesOf } from './docx-styles.ts'
import { captionOf, tableOf } from './docx-table.ts'
import { BULLETS, NUMBERS, paragraphsOf } from './docx-words.ts'
import { type openDrawer as Open, openDrawer } from './drawings.ts'
import { footOf } from './foot.ts'
import { INK, TONE_INK } from './ink.ts'
import type { Progress } from './messages.ts'

type Drawer = Awaited<ReturnType<typeof Open>>

const MOST_WIDE_PX = 640
const MOST_HIGH_PX = 760
/** Twentieths of a point to a point of the screen. */
const TO_PX = 15
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/**
 * A report as Word, with real styles, captions that are fields, headings of tables on each page and words for pictures; in
 * the region’s own template where there is one.
 */
export async function writeDocx(
  report: LaidReport,
  style: ReportStyle,
  progress: Progress,
  template: WordTemplate | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = template?.paper ?? OWN_PAPER
  const drawer = report.blocks.some((block) => block.kind === 'figure') ? await openDrawer() : null
  const writer = new Writer(report, drawer, paper, template?.numbersHeadings ?? false)
  const sections: ISectionOptions[] = []
  const sheets = sheetsOf(report.blocks)
  const parts = sheets.length === 0 ? [{ isLying: false, blocks: [] }] : sheets
  for (const [at, { isLying, blocks }] of parts.entries()) {
    const room = roomOf(paper, isLying)
    const children = blocks.flatMap((block) => writer.block(block, room))
    // The library turns the paper by itself.
    const size = {
      width: Math.min(paper.width, paper.height),
      height: Math.max(paper.width, paper.height),
      ...(isLying ? { orientation: PageOrientation.LANDSCAPE } : {}),
    }
    sections.push({
      properties: { page: { size, margin: marginOf(paper) } },
      ...(template === null
        ? { headers: { default: headerOf(report) }, footers: { default: footerOf(report, style, room) } }
        : {}),
      children: at === 0 ? [...front(report, style, template), ...children] : children,
    })
    await progress(0.6 * ((at + 1) / parts.length))
  }
  const document = new Document({
    title: report.title,
    creator: report.region,
    lastModifiedBy: report.region,
    subject: report.subtitle,
    styles: stylesOf(report, style),
    hyphenation: { autoHyphenation: true },
    numbering: {
      config: [
        { reference: BULLETS, levels: [levelOf(LevelFormat.BULLET, '•')] },
        { reference: NUMBERS, levels: [levelOf(LevelFormat.DECIMAL, '%1.')] },
      ],
    },
    sections,
  })
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document))
  await progress(0.9)
  const made = template === null ? bytes : template.fill(bytes, saidOf(report))
  await progress(1)
  return made
}

const marginOf = ({ top, bottom, left, right }: Paper) => ({ top, bottom, left, right })

function saidOf({ title, subtitle, date, region, synthetic, tag }: LaidReport) {
  return { values: { title, subtitle, date, region }, mark: synthetic, markColour: bare(INK.mark), tag }
}

const levelOf = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 460, hanging: 260 } } },
})

class Writer {
  readonly #report: LaidReport
  readonly #drawer: Drawer | null
  readonly #mostWide: number
  readonly #mostHigh: number
  readonly #isNumbered: boolean
  readonly #count = { lists: 0 }

  /** @param isNumbered headings get their numbers elsewhere */
  constructor(report: LaidReport, drawer: Drawer | null, paper: Paper, isNumbered: boolean) {
    this.#report = report
    this.#drawer = drawer
    this.#isNumbered = isNumbered
    this.#mostWide = Math.min(MOST_WIDE_PX, roomOf(paper, false) / TO_PX)
    this.#mostHigh = Math.min(MOST_HIGH_PX, (0.79 * (paper.height - paper.top - paper.bottom)) / TO_PX)
  }

  block(block: LaidBlock, room: number): FileChild[] {
    const { said } = this.#report
    switch (block.kind) {
      case 'heading': {
        const text =
          block.number === '' || this.#isNumbered ? block.text : `${block.number}\u2002${block.text}`
        return [new Paragraph({ heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_3, text })]
      }
      case 'words':
        return paragraphsOf(block.passages, this.#count)
      case 'figure':
        return this.#figure(block)
      case 'table':
        return tableOf(block, said.table, room)
      case 'callout':
        return this.#callout(block)
      case 'break':
        return [new Paragraph({ children: [new PageBreak()] })]
    }
  }

  #figure(block: Extract<LaidBlock, { kind: 'figure' }>): FileChild[] {
    const { said } = this.#report
    const png = this.#drawer?.png(block) ?? null
    const shrunk = Math.min(1, this.#mostWide / block.width, this.#mostHigh / block.height)
    const transformation = {
      width: Math.round(block.width * shrunk),
      height: Math.round(block.height * shrunk),
    }
    const drawn =
      png === null
        ? new Paragraph({ text: `${said.notDrawn} ${block.alt}`, keepNext: true })
        : new Paragraph({
            keepNext: true,
            // A line of a fixed height would cut the picture.
            spacing: { line: 240, lineRule: LineRuleType.AUTO },
            children: [
              new ImageRun({
                type: 'png',
                data: png,
                transformation,
                altText: { name: block.label, title: block.label, description: block.alt },
              }),
            ],
          })
    return [
      drawn,
      captionOf(said.figure, block.number, block.caption, block.source !== ''),
      ...(block.source === '' ? [] : [new Paragraph({ style: 'Source', text: block.source })]),
    ]
  }

  #callout({ tone, isQuiet, mark, heading, passages }: Extract<LaidBlock, { kind: 'callout' }>): FileChild[] {
    const style = calloutStyle(tone, isQuiet)
    const hasHead = mark !== '' || heading !== ''
    return [
      ...(hasHead
        ? [
            new Paragraph({
              style,
              keepNext: true,
              spacing: { before: 200 },
              children: [
                new TextRun({ text: mark, bold: true, color: bare(TONE_INK[tone]) }),
                new TextRun({ text: mark === '' || heading === '' ? '' : ' · ', color: bare(INK.soft) }),
                new TextRun({ text: heading, bold: true }),
              ],
            }),
          ]
        : []),
      ...paragraphsOf(passages.slice(0, -1), this.#count, { style, keepNext: isQuiet }),
      ...paragraphsOf(passages.slice(-1), this.#count, { style, spacing: { after: 200 } }),
    ]
  }
}

function front(report: LaidReport, style: ReportStyle, template: WordTemplate | null): FileChild[] {
  const says = template?.says ?? new Set()
  return [
    ...(template === null ? logoOf(style) : []),
    ...(says.has('title') ? [] : [new Paragraph({ heading: HeadingLevel.TITLE, text: report.title })]),
    ...(report.subtitle === '' || says.has('subtitle')
      ? []
      : [new Paragraph({ style: 'Subtitle', text: report.subtitle })]),
    ...(says.has('region') && says.has('date')
      ? []
      : [new Paragraph({ style: 'Byline', text: `${report.region} · ${report.date}` })]),
    ...(report.rests.length === 0
      ? []
      : [
          new Paragraph({ style: 'Byline', text: `${report.said.rests}:`, keepNext: true }),
          ...report.rests.map(
            (text) =>
              new Paragraph({
                style: 'Byline',
                text,
                numbering: { reference: BULLETS, level: 0 },
                spacing: { after: 20 },
              }),
          ),
        ]),
    ...(report.hasContents && template?.hasContents !== true
      ? [
          new Paragraph({
            style: 'Subtitle',
            text: report.said.contents,
            keepNext: true,
            spacing: { before: 360 },
          }),
          new TableOfContents(report.said.contents, {
            hyperlink: true,
            headingStyleRange: '1-2',
            beginDirty: false,
            // Word fills in the pages when it is asked to; dots that lead nowhere are worse than none.
            tabLeader: LeaderType.NONE,
          }),
          new Paragraph({ children: [new PageBreak()] }),
        ]
      : []),
  ]
}

function logoOf({ logo }: ReportStyle): FileChild[] {
  if (logo === null) return []
  return [
    new Paragraph({
      alignment: AlignmentType.END,
      children: [
        new ImageRun({
          type: 'png',
          data: Buffer.from(logo.png, 'base64'),
          transformation: { height: 53, width: Math.round((53 * logo.width) / logo.height) },
          altText: { name: 'Logo', title: logo.alt, description: logo.alt },
        }),
      ],
    }),
  ]
}

function headerOf({ synthetic }: LaidReport): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [new TextRun({ text: synthetic, size: 17, color: bare(INK.mark) })],
      }),
    ],
  })
}

function footerOf(report: LaidReport, style: ReportStyle, room: number): Footer {
  const { page, of } = report.said
  return new Footer({
    children: [
      new Paragraph({
        style: 'Byline',
        tabStops: [{ type: TabStopType.RIGHT, position: room }],
        children: [
          new TextRun({ text: `${footOf(report, style)}\t` }),
          new TextRun({ children: [`${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}
