/** What a triple says something with: a resource, or a text, a date or the like. */
export type Term =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly datatype?: string }

export type Triple = readonly [subject: string, predicate: string, object: Term]

/** Prefixes of the vocabularies that the catalogue uses. */
export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
} as const
export type Prefix = keyof typeof PREFIXES

/** Not allowed within `<` and `>` in Turtle. */
const NOT_IN_IRI = /[\p{Cc} <>"{}|^`\\]/gu
/** Control characters, of which XML 1.0 can hold three, and what is no character. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/

/**
 * The full name of a term of a vocabulary.
 * @example name('dct', 'title') // 'http://purl.org/dc/terms/title'
 */
export function name(prefix: Prefix, local: string): string {
  return `${PREFIXES[prefix]}${local}`
}

/** A resource; what an address may not hold is written in per cent. */
export function iri(address: string): Term & { readonly iri: string } {
  return { iri: safeIri(address) }
}

/** An address in which every character may stand between `<` and `>`. */
export function safeIri(address: string): string {
  return address.toWellFormed().replace(NOT_IN_IRI, (character) => encodeURIComponent(character))
}

/** A text, in a language where it is known; what XML cannot hold is replaced. */
export function literal(text: string, language?: string): Term {
  const clean = text.toWellFormed().replace(NOT_IN_XML, '\uFFFD')
  return language !== undefined && LANGUAGE.test(language)
    ? { text: clean, language: language.toLowerCase() }
    : { text: clean }
}

/** A value with a datatype of XML Schema, such as `date`. */
export function typed(text: string, datatype: string): Term {
  return { text, datatype: name('xsd', datatype) }
}

/** The short name of an IRI that a known prefix begins; `null` where none does, or the rest is no plain name. */
export function shortName(full: string): { readonly prefix: Prefix; readonly local: string } | null {
  for (const [prefix, start] of Object.entries(PREFIXES)) {
    const local = full.startsWith(start) ? full.slice(start.length) : ''
    if (isPrefix(prefix) && /^[A-Za-z][A-Za-z0-9]*$/.test(local)) return { prefix, local }
  }
  return null
}

function isPrefix(text: string): text is Prefix {
  return Object.hasOwn(PREFIXES, text)
}

/** The triples of each subject together, in the order in which subjects first come; repeated ones once. */
export function bySubject(
  triples: readonly Triple[],
): ReadonlyMap<string, readonly (readonly [string, Term])[]> {
  const found = new Map<string, Map<string, readonly [string, Term]>>()
  for (const [subject, predicate, object] of triples) {
    const said = found.get(subject) ?? new Map<string, readonly [string, Term]>()
    found.set(subject, said)
    said.set(JSON.stringify([predicate, object]), [predicate, object])
  }
  return new Map([...found].map(([subject, said]) => [subject, [...said.values()]]))
}
