import { TEMPLATE_STYLES, type TemplateStyle } from '../model-template.ts'
import type { XmlElement } from './xml.ts'
import { elementsIn, inside, valueIn } from './xml-tree.ts'

const THEME = /^(major|minor)/

/** The styles of a document, found by the name that Word has for them in every language. */
export class StyleNames {
  readonly root: XmlElement
  readonly #byName = new Map<string, XmlElement>()
  readonly #byId = new Map<string, XmlElement>()

  constructor(root: XmlElement) {
    this.root = root
    for (const style of elementsIn(root, 'w:style')) {
      const name = valueIn(style, 'w:name')?.trim().toLowerCase() ?? ''
      const key = `${typeOf(style)} ${name}`
      if (!this.#byName.has(key)) this.#byName.set(key, style)
      this.#byId.set(idOf(style), style)
    }
  }

  named(type: string, name: string): XmlElement | undefined {
    return this.#byName.get(`${type} ${name.trim().toLowerCase()}`)
  }

  withId(id: string): XmlElement | undefined {
    return this.#byId.get(id)
  }

  /** The style of what has none of its own. */
  plain(type: string): XmlElement | undefined {
    return elementsIn(this.root, 'w:style').findLast(
      (style) => typeOf(style) === type && /^(1|true|on)$/.test(style.attributes.get('w:default') ?? ''),
    )
  }

  /** A style and those that it is based on, itself first. */
  line(style: XmlElement | undefined): XmlElement[] {
    const all: XmlElement[] = []
    for (let at = style; at !== undefined && !all.includes(at); ) {
      all.push(at)
      at = this.#byId.get(valueIn(at, 'w:basedOn') ?? '')
    }
    return all
  }

  found(): TemplateStyle[] {
    return Object.entries(TEMPLATE_STYLES)
      .filter(([name]) => this.named('paragraph', name) !== undefined)
      .map(([, key]) => key)
  }

  /** Whether headings get their numbers from the template. */
  get numbersHeadings(): boolean {
    const told = this.line(this.named('paragraph', 'heading 1'))
      .map((style) => valueIn(style, 'w:pPr', 'w:numPr', 'w:numId'))
      .find((id) => id !== undefined)
    return told !== undefined && told !== '0'
  }

  /** The font of a style, looked up in the theme where the style says so; `''` where nothing is said. */
  fontOf(name: string | null, theme: XmlElement | undefined): string {
    const style = name === null ? this.plain('paragraph') : this.named('paragraph', name)
    const plain = this.line(this.plain('paragraph'))
    const parts = [...this.line(style), ...plain].map((one) => inside(one, 'w:rPr', 'w:rFonts'))
    const told = [...parts, inside(this.root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:rFonts')].find(
      (fonts) => fonts?.attributes.has('w:ascii') || fonts?.attributes.has('w:asciiTheme'),
    )
    const ofTheme = THEME.exec(told?.attributes.get('w:asciiTheme') ?? '')?.[1]
    if (ofTheme === undefined) return (told?.attributes.get('w:ascii') ?? '').slice(0, 100).toWellFormed()
    const latin = inside(theme, 'a:themeElements', 'a:fontScheme', `a:${ofTheme}Font`, 'a:latin')
    return (latin?.attributes.get('typeface') ?? '').slice(0, 100).toWellFormed()
  }
}

export const idOf = (style: XmlElement) => style.attributes.get('w:styleId') ?? ''
export const typeOf = (style: XmlElement) => style.attributes.get('w:type') ?? 'paragraph'
