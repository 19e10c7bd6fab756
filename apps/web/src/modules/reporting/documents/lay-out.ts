import { type Locale, localeOf } from '@jamvikt/i18n'
import { passagesOf } from '../../statistics/public.ts'
import type { Report, ReportBlock, ReportFacts, ReportSource } from '../model-report.ts'
import { headingsInOrder } from '../rules/heading-levels.ts'
import { oneLine, plainDrawing, plainText } from '../rules/plain-text.ts'
import { dayText } from './day-text.ts'
import type { LaidBlock, LaidPassage, LaidReport, Tone } from './laid-out.ts'
import { activitiesTable, toldOfActivities } from './lay-out-activities.ts'
import { layOutTable } from './lay-out-table.ts'

/**
 * A report with every figure, date and name of a status written out in its language. All forms – page, Word, PDF and
 * workbook – print this, and so say the same.
 */
export function layOut(report: Report): LaidReport {
  return layOutInParts(report).laid
}

/** The same, with what became of each block of the report. */
export function layOutInParts(report: Report): {
  readonly laid: LaidReport
  readonly parts: readonly (readonly LaidBlock[])[]
} {
  const { facts } = report
  const locale = localeOf(facts.language)
  const layer = new Layer(locale, headingsInOrder(facts.numbered))
  const parts = report.blocks.map((block) => layer.blocks(block))
  const laid: LaidReport = {
    tag: locale.language === 'sv' ? 'sv-SE' : 'en-GB',
    title: oneLine(facts.title) || locale.text('report.untitled'),
    subtitle: oneLine(facts.subtitle),
    region: oneLine(facts.region),
    date: dayText(locale, facts.date),
    isoDate: facts.date,
    rests: restsOn(locale, facts),
    synthetic: facts.synthetic ? locale.text('report.synthetic') : '',
    hasContents: facts.contents,
    said: {
      contents: locale.text('report.contents'),
      page: locale.text('report.page'),
      of: locale.text('report.of'),
      rests: locale.text('report.rests'),
      table: locale.text('report.table'),
      figure: locale.text('report.figure'),
      tables: locale.text('report.tables'),
      notes: locale.text('report.notes'),
      source: locale.text('report.source'),
      notDrawn: locale.text('report.figure.not-drawn'),
    },
    blocks: parts.flat(),
  }
  return { laid, parts }
}

class Layer {
  readonly #locale: Locale
  readonly #heading: ReturnType<typeof headingsInOrder>
  #tables = 0
  #figures = 0

  constructor(locale: Locale, heading: ReturnType<typeof headingsInOrder>) {
    this.#locale = locale
    this.#heading = heading
  }

  blocks(block: ReportBlock): LaidBlock[] {
    const locale = this.#locale
    switch (block.kind) {
      case 'heading': {
        const text = oneLine(block.text)
        return text === '' ? [] : [{ kind: 'heading', ...this.#heading({ level: block.level, text }) }]
      }
      case 'words': {
        const passages = readWords(block.text)
        return passages.length === 0 ? [] : [{ kind: 'words', passages }]
      }
      case 'figure':
        this.#figures += 1
        return [
          {
            kind: 'figure',
            svg: plainDrawing(block.svg),
            width: block.width,
            height: block.height,
            alt: oneLine(block.alt) || oneLine(block.caption) || locale.text('report.figure'),
            label: `${locale.text('report.figure')} ${this.#figures}`,
            number: this.#figures,
            caption: oneLine(block.caption),
            source: sourceText(locale, block.source),
          },
        ]
      case 'table':
        return [layOutTable(locale, block.table, this.#nextTable(), sourceText(locale, block.table.source))]
      case 'activities': {
        const number = this.#nextTable()
        const table = layOutTable(
          locale,
          activitiesTable(locale, block),
          number,
          sourceText(locale, block.source),
        )
        return [table, ...toldOfActivities(locale, block.activities)]
      }
      case 'callout':
        return [this.#callout(block.tone, oneLine(block.heading), readWords(block.text))]
      case 'finding': {
        const cautions = block.cautions.map(oneLine).filter((text) => text !== '')
        const passages = [...readWords(block.sentence), ...(cautions.length === 0 ? [] : [bullets(cautions)])]
        const said: LaidBlock = {
          kind: 'callout',
          tone: 'note',
          isQuiet: false,
          mark: '',
          heading: locale.text('report.finding'),
          passages,
        }
        if (block.table === null) return [said]
        return [
          said,
          layOutTable(locale, block.table, this.#nextTable(), sourceText(locale, block.table.source)),
        ]
      }
      case 'comment': {
        const passages = readWords(block.answer)
        if (passages.length === 0)
          return block.required
            ? [this.#callout('watch', oneLine(block.about), [plain(locale.text('report.comment.required'))])]
            : []
        const by = [oneLine(block.answeredBy), dayText(locale, block.answeredOn)].filter(
          (text) => text !== '',
        )
        return [
          {
            kind: 'callout',
            tone: 'note',
            isQuiet: false,
            mark: locale.text('report.comment'),
            heading: oneLine(block.about),
            passages: by.length === 0 ? passages : [...passages, plain(by.join(', '))],
          },
        ]
      }
      case 'page-break':
        return [{ kind: 'break' }]
    }
  }

  #nextTable(): number {
    this.#tables += 1
    return this.#tables
  }

  #callout(tone: Tone, heading: string, passages: readonly LaidPassage[]): LaidBlock {
    const mark = tone === 'note' ? '' : this.#locale.text(`report.tone.${tone}`)
    return { kind: 'callout', tone, isQuiet: false, mark, heading, passages }
  }
}

function readWords(text: string): LaidPassage[] {
  return passagesOf(plainText(text))
}

const plain = (text: string): LaidPassage => ({ kind: 'paragraph', lines: [[{ kind: 'plain', text }]] })
const bullets = (texts: readonly string[]): LaidPassage => ({
  kind: 'bullets',
  lines: texts.map((text) => [{ kind: 'plain', text }]),
})

function sourceText(locale: Locale, source: ReportSource | null): string {
  if (source === null) return ''
  const version = source.version === null ? '' : versionText(locale, source.version)
  return `${locale.text('report.source')}: ${[oneLine(source.producer), version, dayText(locale, source.date)]
    .filter((text) => text !== '')
    .join(', ')}.`
}

function restsOn(locale: Locale, { rests }: ReportFacts): string[] {
  return rests.map(({ name, version, date }) =>
    [oneLine(name), versionText(locale, version), dayText(locale, date)]
      .filter((text) => text !== '')
      .join(', '),
  )
}

/** A number is said to be a version; words, as of a draft, say themselves what they are. */
function versionText(locale: Locale, version: string): string {
  const text = oneLine(version)
  return /^\d/.test(text) ? locale.text('report.version', { version: text }) : text
}
