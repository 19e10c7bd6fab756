import { TemplateFault } from './template-fault.ts'
import type { Relation } from './word-package.ts'
import type { XmlElement } from './xml.ts'

/** What is gone to when somebody wants to, and is never fetched. */
const GONE_TO = new Set(['w:hyperlink', 'a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver'])
const FETCHED = new Set(['src', 'o:href', 'o:althref'])
const KIND_OF = new Map([
  ['w:headerReference', 'header'],
  ['w:footerReference', 'footer'],
])

export const isOpenLink = (target: string) => /^(https?:\/\/|mailto:)/i.test(target)

/**
 * Refuses an element that lets something from elsewhere be fetched, or that refers to what is not there.
 * @param relations of the part, by id
 */
export function checkLinks(
  { name, attributes }: XmlElement,
  relations: ReadonlyMap<string, Relation>,
  part: string,
) {
  const wanted = KIND_OF.get(name)
  if (wanted !== undefined && relations.get(attributes.get('r:id') ?? '')?.kind !== wanted)
    throw new TemplateFault('damaged', part)
  for (const [key, value] of attributes) {
    if (value === '') continue
    const isReference = key.startsWith('r:')
    if (isReference || /(^|:)relid$/i.test(key)) {
      const relation = relations.get(value)
      if (relation === undefined && isReference) throw new TemplateFault('damaged', part)
      if (relation?.isExternal === true && !(key === 'r:id' && GONE_TO.has(name)))
        throw new TemplateFault('external', relation.target)
    }
    if (!name.startsWith('v:')) continue
    if (FETCHED.has(key) || (key === 'href' && !value.startsWith('#') && !isOpenLink(value)))
      throw new TemplateFault('external', value)
  }
}
