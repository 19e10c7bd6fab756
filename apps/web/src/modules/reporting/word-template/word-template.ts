import {
  MOST_TEMPLATE_BYTES,
  TEMPLATE_FIELDS,
  type TemplateFacts,
  type TemplateField,
} from '../model-template.ts'
import { bringLists, Lists } from './bring-lists.ts'
import { bringParts, sayLanguage } from './bring-parts.ts'
import { bringStyles, bulletsIn, useBullets } from './bring-styles.ts'
import { clean } from './hostile.ts'
import { markPages } from './mark-pages.ts'
import { type Paper, paperOf } from './paper.ts'
import { hostOf, placeReport, sheetsIn } from './place-report.ts'
import { fillIn, meaningsIn, placeIn } from './placeholders.ts'
import { StyleNames } from './style-names.ts'
import { TemplateFault } from './template-fault.ts'
import { WORD_TYPE, WordPackage } from './word-package.ts'
import { NAMES, type XmlElement } from './xml.ts'
import { allOf, element, inside, isOn, valueIn } from './xml-tree.ts'
import { OWN } from './zip.ts'

/** What is written into a template beside the report itself. */
export interface Said {
  readonly values: Readonly<Record<TemplateField, string>>
  /** Stands at the head of each page; `''` where nothing does. */
  readonly mark: string
  readonly markColour: string
  readonly tag: string
}

const OF_PAGES = ['header', 'footer'] as const
const MM = 1440 / 25.4

/** A region’s own Word template. Serves one report, and is then spent. */
export class WordTemplate {
  readonly facts: TemplateFacts
  /** The paper that the report is written on. */
  readonly paper: Paper
  /** Headings get their numbers from the template. */
  readonly numbersHeadings: boolean
  /** A list of headings stands around the place of the report. */
  readonly hasContents: boolean
  /** What the template says itself around the place of the report. */
  readonly says: ReadonlySet<TemplateField>
  readonly #pack: WordPackage
  readonly #main: string
  readonly #body: XmlElement
  readonly #place: XmlElement | null
  readonly #host: XmlElement
  readonly #styles: StyleNames

  /** Opens a foreign file; a `TemplateFault` says why one cannot be used. */
  constructor(bytes: Uint8Array) {
    if (bytes.length > MOST_TEMPLATE_BYTES) throw new TemplateFault('too-large')
    this.#pack = WordPackage.read(bytes)
    this.#main = this.#pack.relationOf('', 'officeDocument')?.target ?? ''
    if (!this.#pack.has(this.#main)) throw new TemplateFault('not-word')
    const takenOut = clean(this.#pack, this.#main)
    const root = this.#pack.tree(this.#main)
    const body = inside(root, 'w:body')
    if (root.name !== 'w:document' || body === undefined) throw new TemplateFault('not-word')
    this.#body = body
    this.#place = placeIn(body)
    this.#host = hostOf(body, this.#place)
    this.paper = paperOf(this.#host)
    this.#styles = new StyleNames(this.#pack.tree(this.#stylesPart()))
    this.numbersHeadings = this.#styles.numbersHeadings
    const ofBody = meaningsIn(body)
    this.says = this.#place === null ? new Set() : ofBody.fields
    this.hasContents = this.#place !== null && hasContents(body)
    this.facts = this.#findFacts(ofBody, takenOut)
  }

  /** A report, as it was written on this paper, in the template. */
  fill(written: Uint8Array, { values, mark, markColour, tag }: Said): Uint8Array<ArrayBuffer> {
    const pack = this.#pack
    const main = this.#main
    for (const part of [main, ...this.#ofPages()]) fillIn(pack.tree(part), values)
    const from = WordPackage.read(written, OWN)
    const fromMain = from.relationOf('', 'officeDocument')?.target ?? ''
    const ofKind = (kind: string) => from.tree(from.relationOf(fromMain, kind)?.target ?? '')
    const sheets = sheetsIn(inside(from.tree(fromMain), 'w:body') ?? element('w:body'))
    const nodes = sheets.flatMap((sheet) => sheet.nodes)
    const lists = new Lists(ofKind('numbering'))
    const bullets = bulletsIn(nodes, (list) => lists.isBullet(list))
    bringStyles(nodes, new StyleNames(ofKind('styles')), this.#styles)
    useBullets(bullets, this.#styles)
    bringLists(nodes, lists, pack, main)
    bringParts({ nodes, from, fromMain, to: pack, toMain: main })
    if (this.#language() !== tag) sayLanguage(nodes, tag)
    placeReport(this.#body, this.#place, this.#host, sheets)
    markPages(pack, main, mark, markColour)
    this.#describe(from)
    pack.setType(main, `${WORD_TYPE}document.main+xml`)
    return pack.write()
  }

  #stylesPart(): string {
    const known = this.#pack.relationOf(this.#main, 'styles')?.target
    if (known !== undefined) return known
    const name = this.#pack.add(
      'word/styles.xml',
      `${WORD_TYPE}styles+xml`,
      element('w:styles', { 'xmlns:w': NAMES.w }),
    )
    this.#pack.relate(this.#main, 'styles', name)
    return name
  }

  #ofPages(): string[] {
    const all = this.#pack.relations(this.#main).filter(({ kind }) => OF_PAGES.some((one) => one === kind))
    return [...new Set(all.map(({ target }) => target))]
  }

  #language(): string | undefined {
    const plain = this.#styles
      .line(this.#styles.plain('paragraph'))
      .map((style) => valueIn(style, 'w:rPr', 'w:lang'))
      .find((tag) => tag !== undefined)
    return plain ?? valueIn(this.#styles.root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')
  }

  /** Title, region and day of the report take the place of whoever made the template. */
  #describe(from: WordPackage) {
    const ours = from.relationOf('', 'core-properties')
    if (ours === undefined) return
    const theirs = this.#pack.relationOf('', 'core-properties')
    const bytes = from.bytes(ours.target)
    if (theirs !== undefined) this.#pack.replace(theirs.target, bytes)
    else
      this.#pack.relate(
        '',
        'core-properties',
        this.#pack.add('docProps/core.xml', from.typeOf(ours.target), bytes),
      )
  }

  #findFacts(ofBody: ReturnType<typeof meaningsIn>, takenOut: TemplateFacts['takenOut']): TemplateFacts {
    const pack = this.#pack
    const pages = this.#ofPages()
    const meanings = [
      ...(this.#place === null ? [] : [ofBody]),
      ...pages.map((part) => meaningsIn(pack.tree(part))),
    ]
    const count = (wanted: string) =>
      new Set(pack.relations(this.#main).flatMap(({ kind, target }) => (kind === wanted ? [target] : [])))
        .size
    const pictures = [this.#main, ...pages].flatMap((part) =>
      pack.relations(part).flatMap(({ kind, target }) => (kind === 'image' ? [target] : [])),
    )
    const theme = pack.relationOf(this.#main, 'theme')?.target
    const ofTheme = theme === undefined ? undefined : pack.tree(theme)
    return {
      widthMm: Math.round(this.paper.width / MM),
      heightMm: Math.round(this.paper.height / MM),
      hasPlace: this.#place !== null,
      fields: TEMPLATE_FIELDS.filter((field) => meanings.some(({ fields }) => fields.has(field))),
      unknown: [...new Set(meanings.flatMap(({ unknown }) => [...unknown]))].slice(0, 20),
      headers: count('header'),
      footers: count('footer'),
      hasFirstPage: [...allOf(this.#body)].some((found) => found.name === 'w:titlePg' && isOn(found)),
      pictures: new Set(pictures).size,
      styles: this.#styles.found(),
      headingFont: this.#styles.fontOf('heading 1', ofTheme),
      bodyFont: this.#styles.fontOf(null, ofTheme),
      takenOut,
    }
  }
}

function hasContents(body: XmlElement): boolean {
  return [...allOf(body)].some(
    ({ name, attributes, children }) =>
      (name === 'w:instrText' && /^\s*TOC\b/i.test(children.join(''))) ||
      (name === 'w:fldSimple' && /^\s*TOC\b/i.test(attributes.get('w:instr') ?? '')),
  )
}
