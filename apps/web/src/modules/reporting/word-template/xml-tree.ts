import type { XmlElement } from './xml.ts'

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: (XmlElement | string)[] = [],
): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children }
}

export function elementsIn(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The element that a way of names leads to. */
export function inside(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let at = parent
  for (const name of names) at = elementsIn(at, name)[0]
  return at
}

/** `w:val` of the element that a way of names leads to. */
export function valueIn(parent: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  return inside(parent, ...names)?.attributes.get('w:val')
}

/** An element and all that is in it, in their order. */
export function* allOf(root: XmlElement): Generator<XmlElement> {
  const waiting = [root]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    yield at
    for (let index = at.children.length - 1; index >= 0; index -= 1) {
      const child = at.children[index]
      if (child !== undefined && typeof child !== 'string') waiting.push(child)
    }
  }
}

export function isOn(switched: XmlElement | undefined): boolean {
  return switched !== undefined && !/^(0|false|off|none)$/.test(switched.attributes.get('w:val') ?? '1')
}

export function remove(parent: XmlElement, isUnwanted: (child: XmlElement) => boolean) {
  parent.children = parent.children.filter((child) => typeof child === 'string' || !isUnwanted(child))
}

export function copyOf({ name, attributes, children }: XmlElement): XmlElement {
  return {
    name,
    attributes: new Map(attributes),
    children: children.map((child) => (typeof child === 'string' ? child : copyOf(child))),
  }
}

/** The words of an element, as they are read. */
export function wordsIn(root: XmlElement): string {
  let words = ''
  for (const { name, children } of allOf(root)) if (name === 'w:t') words += children.join('')
  return words
}
