import { TableRefusedError } from './table.ts'
import { attribute, readXml, type XmlListener } from './xml.ts'
import type { ZipArchive } from './zip.ts'

export interface SheetPart {
  name: string
  hidden: boolean
  /** Where the sheet lies in the archive. */
  path: string
}

export interface WorkbookParts {
  sheets: SheetPart[]
  /** Whether serial day 0 is 1 January 1904. */
  date1904: boolean
  sharedStrings: string[]
  /** Style numbers whose cells are dates. */
  dateStyles: ReadonlySet<number>
}

const MAX_SHARED_CHARACTERS = 256_000_000
const MAX_SHARED_STRINGS = 5_000_000
const WORKBOOK = 'xl/workbook.xml'
/** Built-in number formats that show a date (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

const silent: XmlListener = { open() {}, text() {}, close() {} }

/** Reads a workbook's list of sheets, its shared texts (bounded) and which styles are dates. */
export async function readWorkbookParts(zip: ZipArchive): Promise<WorkbookParts> {
  const workbook = zip.text(WORKBOOK)
  if (workbook === undefined) throw new TableRefusedError('not-a-workbook')
  const targets = new Map<string, string>()
  await readPart(zip, 'xl/_rels/workbook.xml.rels', {
    ...silent,
    open(name, attributes) {
      const target = attribute(attributes, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      if (name === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', path)
    },
  })
  const sheets: SheetPart[] = []
  let date1904 = false
  await readXml(workbook, {
    ...silent,
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const id = /\s[\w]+:id\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? ''
      const path = targets.get(id)
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
      if (path !== undefined) sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, path })
    },
  })
  return {
    sheets,
    date1904,
    sharedStrings: await readSharedStrings(zip),
    dateStyles: await readDateStyles(zip),
  }
}

async function readPart(zip: ZipArchive, name: string, listener: XmlListener): Promise<void> {
  const text = zip.text(name)
  if (text !== undefined) await readXml(text, listener)
}

async function readSharedStrings(zip: ZipArchive): Promise<string[]> {
  const strings: string[] = []
  let characters = 0
  let current = ''
  let inText = false
  let phonetic = false
  await readPart(zip, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic = true
      if (name === 't') inText = !phonetic
    },
    text(text) {
      if (!inText) return
      current += text
      characters += text.length
      if (characters > MAX_SHARED_CHARACTERS) throw new TableRefusedError('shared-strings-too-large')
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic = false
      if (name !== 'si') return
      strings.push(unescapeControl(current))
      if (strings.length > MAX_SHARED_STRINGS) throw new TableRefusedError('shared-strings-too-large')
    },
  })
  return strings
}

/** Workbooks write control characters as `_x000D_`. */
export function unescapeControl(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

async function readDateStyles(zip: ZipArchive): Promise<Set<number>> {
  const dateFormats = new Set<number>()
  const dateStyles = new Set<number>()
  let inCellStyles = false
  let style = 0
  await readPart(zip, 'xl/styles.xml', {
    ...silent,
    open(name, attributes) {
      if (name === 'numFmt' && showsDate(attribute(attributes, 'formatCode') ?? '')) {
        dateFormats.add(Number(attribute(attributes, 'numFmtId')))
      }
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const format = Number(attribute(attributes, 'numFmtId') ?? '0')
      if (isBuiltInDate(format) || dateFormats.has(format)) dateStyles.add(style)
      style++
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return dateStyles
}

/** Whether a number format shows a year or day, quoted text and colours aside. */
function showsDate(formatCode: string): boolean {
  const code = formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').toLowerCase()
  return code !== 'general' && /[yd]/.test(code)
}
