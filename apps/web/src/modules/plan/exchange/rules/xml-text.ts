/** Characters that a document of XML 1.0 cannot hold. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Words as text of XML, in an element or an attribute. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}

type Attributes = Readonly<Record<string, string | number | null>>

/** An element with its attributes, those that are `null` left out; `inside` is XML already. */
export function element(name: string, attributes: Attributes, inside: readonly string[] = []): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('')
  const content = inside.filter((part) => part !== '').join('')
  return content === '' ? `<${name}${said}/>` : `<${name}${said}>${content}</${name}>`
}

/** An element that says something in the language of the document. */
export function narrated(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, [element('narrative', {}, [xmlText(text)])])
}
