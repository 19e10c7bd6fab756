import { checkStatTable, type StatRead, type StatTable, type Texts } from '@jamvikt/tables'

/**
 * A table as it is taken in: texts and codes composed (NFC), so that what looks the same is the same, and no figure so
 * large that whole numbers are no longer told apart.
 * @returns refused: `duplicate-code` where codes become the same, `number-too-large`, or what was refused before
 */
export function receivedTable(read: StatRead): StatRead {
  if (!read.ok) return read
  const large = read.table.values.find((value) => Math.abs(value) > Number.MAX_SAFE_INTEGER)
  if (large !== undefined) return { ok: false, reason: 'number-too-large', detail: String(large) }
  const table = composed(read.table)
  const fault = checkStatTable(table)
  if (fault === null) return { ...read, table }
  const { reason, dimension, detail } = fault
  return {
    ok: false,
    reason,
    ...(dimension === undefined ? {} : { keyword: dimension }),
    ...(detail === undefined ? {} : { detail }),
  }
}

const nfc = (text: string) => text.normalize('NFC')
const nfcTexts = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, nfc(text)]))

function composed(table: StatTable): StatTable {
  const dimensions = table.dimensions.map((dimension) => {
    const { id, label, categories, children, elimination } = dimension
    return {
      ...dimension,
      id: nfc(id),
      label: nfcTexts(label),
      categories: categories.map((category) => ({
        ...category,
        code: nfc(category.code),
        label: nfcTexts(category.label),
      })),
      ...(children === undefined
        ? {}
        : {
            children: Object.fromEntries(
              Object.entries(children).map(([whole, parts]) => [nfc(whole), parts.map(nfc)]),
            ),
          }),
      ...(elimination?.total == null ? {} : { elimination: { total: nfc(elimination.total) } }),
    }
  })
  const { title, contents } = table
  return {
    ...table,
    title: nfcTexts(title),
    ...(contents === undefined ? {} : { contents: nfcTexts(contents) }),
    dimensions,
  }
}
