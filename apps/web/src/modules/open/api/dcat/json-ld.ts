import { bySubject, name, PREFIXES, type Prefix, shortName, type Term, type Triple } from './triples.ts'

const USED: readonly Prefix[] = ['rdfs', 'xsd', 'dcat', 'dct', 'foaf', 'vcard', 'adms']

/**
 * Writes triples as JSON-LD: a graph of nodes with short names of members, and the context that explains them.
 * @source JSON-LD 1.1, W3C Recommendation 16 July 2020
 * @example jsonLdOf([['http://a', name('dct', 'title'), literal('A', 'en')]])
 */
export function jsonLdOf(triples: readonly Triple[]): string {
  const graph = [...bySubject(triples)].map(([subject, said]) => {
    const members = new Map<string, unknown[]>()
    for (const [predicate, object] of said) {
      const isType = predicate === name('rdf', 'type') && 'iri' in object
      const member = isType ? '@type' : named(predicate)
      const list = members.get(member) ?? []
      members.set(member, list)
      list.push(isType ? named(object.iri) : objectOf(object))
    }
    return Object.fromEntries([['@id', subject], ...members])
  })
  const context = Object.fromEntries(USED.map((prefix) => [prefix, PREFIXES[prefix]]))
  return JSON.stringify({ '@context': context, '@graph': graph })
}

function objectOf(term: Term): unknown {
  if ('iri' in term) return { '@id': term.iri }
  return {
    '@value': term.text,
    ...(term.language === undefined ? {} : { '@language': term.language }),
    ...(term.datatype === undefined ? {} : { '@type': named(term.datatype) }),
  }
}

function named(iri: string): string {
  const short = shortName(iri)
  return short === null || !USED.includes(short.prefix) ? iri : `${short.prefix}:${short.local}`
}
