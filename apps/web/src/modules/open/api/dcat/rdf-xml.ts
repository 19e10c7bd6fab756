import { bySubject, PREFIXES, shortName, type Term, type Triple } from './triples.ts'

/**
 * Writes triples as RDF/XML, each subject as a description.
 * @param triples whose predicates belong to the known vocabularies
 * @source RDF 1.1 XML Syntax, W3C Recommendation 25 February 2014
 * @example rdfXmlOf([['http://a', name('dct', 'title'), literal('A', 'en')]])
 */
export function rdfXmlOf(triples: readonly Triple[]): string {
  const spaces = Object.entries(PREFIXES).map(([prefix, start]) => ` xmlns:${prefix}="${start}"`)
  const subjects = [...bySubject(triples)].map(
    ([subject, said]) =>
      `<rdf:Description rdf:about="${escaped(subject)}">\n${said
        .map(([predicate, object]) => `  ${elementOf(predicate, object)}\n`)
        .join('')}</rdf:Description>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${spaces.join('')}>\n${subjects.join('')}</rdf:RDF>\n`
}

function elementOf(predicate: string, object: Term): string {
  const short = shortName(predicate)
  if (short === null) throw new Error(`no prefix is known for ${predicate}`)
  const element = `${short.prefix}:${short.local}`
  if ('iri' in object) return `<${element} rdf:resource="${escaped(object.iri)}"/>`
  const language = object.language === undefined ? '' : ` xml:lang="${object.language}"`
  const datatype = object.datatype === undefined ? '' : ` rdf:datatype="${escaped(object.datatype)}"`
  return `<${element}${language}${datatype}>${escaped(object.text)}</${element}>`
}

/** Line breaks and tabs are written as numbers: a reader of XML would otherwise change them. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
