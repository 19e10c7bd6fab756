import type { Locale } from '@jamvikt/i18n'
import { type TableParts, textOf } from '@jamvikt/tables'
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Dataset } from '../model-datasets.ts'
import type { Crossing } from '../rules/inventory.ts'

/** What is to be ordered of the producer: a table with more crossings than there is. */
export interface Order {
  readonly dataset: Dataset
  readonly parts: TableParts
  readonly wanted: readonly Crossing[]
  readonly purpose: string
  readonly region: string
  readonly contact: string
}

/**
 * A specification to order from the producer, as Word: what the table has today, what it is to be crossed by besides, how
 * small groups are to be protected, and what it is to be used for. It holds no figures.
 * @returns the file's bytes
 */
export async function orderSpecification(order: Order, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const { dataset, parts, wanted } = order
  const text = (key: string, params: Record<string, string> = {}) =>
    locale.dynamic(`order.${key}`, key, params)
  const rows = parts.dimensions.map(({ id, label, categories }) => [
    textOf(label, locale.language, parts.languages) || id,
    locale.number(categories.length),
    categories
      .slice(0, 6)
      .map((category) => textOf(category.label, locale.language, parts.languages) || category.code)
      .join(', ') + (categories.length > 6 ? ' …' : ''),
  ])
  const document = new Document({
    title: text('title', { name: dataset.name }),
    creator: order.region,
    styles: {
      default: { document: { run: { font: 'Calibri', size: 22, language: { value: locale.tag } } } },
    },
    sections: [
      {
        children: [
          heading(text('title', { name: dataset.name }), HeadingLevel.TITLE),
          paragraph(text('from', { region: order.region, contact: order.contact })),
          heading(text('purpose'), HeadingLevel.HEADING_1),
          paragraph(order.purpose),
          heading(text('today'), HeadingLevel.HEADING_1),
          paragraph(text('today.text', { name: dataset.name, producer: dataset.source.producer })),
          tableOf([[text('dimension'), text('values'), text('examples')], ...rows]),
          heading(text('wanted'), HeadingLevel.HEADING_1),
          ...wanted.map((crossing) => bullet(text(`wanted.${crossing}`))),
          paragraph(text('together')),
          heading(text('protection'), HeadingLevel.HEADING_1),
          paragraph(text('protection.text')),
          heading(text('form'), HeadingLevel.HEADING_1),
          bullet(text('form.file')),
          bullet(text('form.codes')),
          bullet(text('form.missing')),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

type Heading = (typeof HeadingLevel)[keyof typeof HeadingLevel]

const heading = (text: string, level: Heading) => new Paragraph({ text, heading: level })
const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)], spacing: { after: 160 } })
const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } })

function tableOf(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          children: cells.map(
            (text) =>
              new TableCell({
                children: [new Paragraph({ children: [new TextRun({ text, bold: at === 0 })] })],
              }),
          ),
        }),
    ),
  })
}
