import { Readable } from 'node:stream'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { Parser } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { name, type Triple } from './triples.ts'

interface ParsedTerm {
  readonly termType: string
  readonly value: string
  readonly language?: string
  readonly datatype?: { readonly value: string }
}
interface Quad {
  readonly subject: ParsedTerm
  readonly predicate: ParsedTerm
  readonly object: ParsedTerm
}

function isQuad(value: unknown): value is Quad {
  return typeof value === 'object' && value !== null && 'subject' in value
}

const STRING = name('xsd', 'string')

/** What was parsed, as sorted lines that can be compared. */
function linesOf(quads: readonly Quad[]): string[] {
  return quads
    .map(({ subject, predicate, object }) =>
      JSON.stringify([
        subject.value,
        predicate.value,
        object.termType,
        object.value,
        object.language || null,
        object.termType === 'Literal' && !object.language ? (object.datatype?.value ?? STRING) : null,
      ]),
    )
    .sort()
}

/** Triples as the same lines, each once. */
export function linesOfTriples(triples: readonly Triple[]): string[] {
  const lines = triples.map(([subject, predicate, object]) =>
    'iri' in object
      ? JSON.stringify([subject, predicate, 'NamedNode', object.iri, null, null])
      : JSON.stringify([
          subject,
          predicate,
          'Literal',
          object.text,
          object.language ?? null,
          object.language === undefined ? (object.datatype ?? STRING) : null,
        ]),
  )
  return [...new Set(lines)].sort()
}

async function parsed(text: string, parser: NodeJS.ReadWriteStream): Promise<string[]> {
  const quads: Quad[] = []
  for await (const quad of Readable.from([text]).pipe(parser)) if (isQuad(quad)) quads.push(quad)
  return linesOf(quads)
}

/** Reads each form with a program that is not ours. */
export const READERS = {
  ttl: async (text: string) => linesOf(new Parser({ format: 'text/turtle' }).parse(text)),
  rdf: (text: string) => parsed(text, new RdfXmlParser()),
  jsonld: (text: string) => parsed(text, new JsonLdParser()),
} as const
