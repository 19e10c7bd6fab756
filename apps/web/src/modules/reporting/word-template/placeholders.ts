import { TEMPLATE_WORDS, type TemplateField } from '../model-template.ts'
import { TemplateFault } from './template-fault.ts'
import type { XmlElement } from './xml.ts'
import { elementsIn, wordsIn } from './xml-tree.ts'

const WORD = /\{\{\s{0,10}([\p{L}-]{1,40})\s{0,10}\}\}/u
const WORDS = new RegExp(WORD.source, 'gu')

function meaningOf(word: string): TemplateField | 'report' | null {
  const key = word.toLowerCase()
  return Object.hasOwn(TEMPLATE_WORDS, key) ? TEMPLATE_WORDS[key as keyof typeof TEMPLATE_WORDS] : null
}

/** What words in double braces a part holds. */
export function meaningsIn(root: XmlElement): {
  readonly fields: ReadonlySet<TemplateField>
  readonly unknown: ReadonlySet<string>
} {
  const fields = new Set<TemplateField>()
  const unknown = new Set<string>()
  for (const texts of paragraphTexts(root))
    for (const [, word = ''] of texts.map(textOf).join('').matchAll(WORDS)) {
      const meaning = meaningOf(word)
      if (meaning === null) unknown.add(`{{${word}}}`)
      else if (meaning !== 'report') fields.add(meaning)
    }
  return { fields, unknown }
}

/** Writes what words in double braces mean in their place, also where Word has split them over several runs. */
export function fillIn(root: XmlElement, values: Readonly<Record<TemplateField, string>>) {
  for (const texts of paragraphTexts(root)) {
    const whole = texts.map(textOf).join('')
    for (const found of [...whole.matchAll(WORDS)].reverse()) {
      const meaning = meaningOf(found[1] ?? '')
      if (meaning === null || meaning === 'report') continue
      put(texts, found.index, found.index + found[0].length, values[meaning])
    }
  }
}

/** Puts words in the place of letters that stand in one text or several; the first keeps its look. */
function put(texts: readonly XmlElement[], from: number, to: number, words: string) {
  let at = 0
  let isPut = false
  for (const text of texts) {
    const own = textOf(text)
    const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, own.length)]
    at += own.length
    if (begin >= end) continue
    text.children = [`${own.slice(0, begin)}${isPut ? '' : words}${own.slice(end)}`]
    text.attributes.set('xml:space', 'preserve')
    isPut = true
  }
}

const textOf = ({ children }: XmlElement) => children.filter((child) => typeof child === 'string').join('')

/** The texts of each paragraph; what is in a text box belongs to the paragraphs of the box. */
function paragraphTexts(root: XmlElement): XmlElement[][] {
  const found: XmlElement[][] = []
  const look = (at: XmlElement, own: XmlElement[] | null) => {
    const texts = at.name === 'w:p' ? [] : own
    if (texts !== own && texts !== null) found.push(texts)
    if (at.name === 'w:t') texts?.push(at)
    for (const child of elementsIn(at)) look(child, texts)
  }
  look(root, null)
  return found
}

/** The place in the body where the report goes; `null` where the template does not say. */
export function placeIn(body: XmlElement): XmlElement | null {
  const isPlace = (words: string) => meaningOf(WORD.exec(words)?.[1] ?? '') === 'report'
  const said = paragraphTexts(body)
    .flatMap((texts) => [...texts.map(textOf).join('').matchAll(WORDS)])
    .filter(([whole]) => isPlace(whole)).length
  if (said === 0) return null
  const place = elementsIn(body).find((child) => {
    const words = wordsIn(child).trim()
    return (
      (child.name === 'w:p' || child.name === 'w:sdt') && isPlace(words) && words.replace(WORD, '') === ''
    )
  })
  if (place === undefined) throw new TemplateFault('place-inside')
  if (said > 1) throw new TemplateFault('place-twice')
  return place
}
