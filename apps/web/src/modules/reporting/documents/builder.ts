import { type BlockInput, type Report, type ReportInput, reportSchema } from '../model-report.ts'

type Parts<Kind extends BlockInput['kind']> = Omit<Extract<BlockInput, { kind: Kind }>, 'kind'>

/**
 * Gathers a report block by block.
 * @example new ReportBuilder(facts).heading(1, 'Läget').words('Tre av fyra är klara.').report()
 */
export class ReportBuilder {
  readonly #facts: ReportInput['facts']
  readonly #blocks: BlockInput[] = []

  constructor(facts: ReportInput['facts']) {
    this.#facts = facts
  }

  heading(level: 1 | 2 | 3, text: string): this {
    return this.block({ kind: 'heading', level, text })
  }

  words(text: string): this {
    return this.block({ kind: 'words', text })
  }

  figure(parts: Parts<'figure'>): this {
    return this.block({ kind: 'figure', ...parts })
  }

  table(table: Parts<'table'>['table']): this {
    return this.block({ kind: 'table', table })
  }

  activities(parts: Parts<'activities'>): this {
    return this.block({ kind: 'activities', ...parts })
  }

  callout(parts: Parts<'callout'>): this {
    return this.block({ kind: 'callout', ...parts })
  }

  finding(parts: Parts<'finding'>): this {
    return this.block({ kind: 'finding', ...parts })
  }

  comment(parts: Parts<'comment'>): this {
    return this.block({ kind: 'comment', ...parts })
  }

  pageBreak(): this {
    return this.block({ kind: 'page-break' })
  }

  /** A block of any kind. */
  block(block: BlockInput): this {
    this.#blocks.push(block)
    return this
  }

  /** The report, checked. Throws where a block is not as the model has it: that is a fault of the caller. */
  report(): Report {
    return reportSchema.parse({ facts: this.#facts, blocks: this.#blocks })
  }
}
