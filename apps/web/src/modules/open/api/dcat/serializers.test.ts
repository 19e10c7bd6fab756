import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonLdOf } from './json-ld.ts'
import { linesOfTriples, READERS } from './parsed-back.test-support.ts'
import { rdfXmlOf } from './rdf-xml.ts'
import { iri, literal, name, type Triple, typed } from './triples.ts'
import { turtleOf } from './turtle.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'a\r\nb\tc',
    '"""',
    "'\\n",
    '<![CDATA[]]>',
    '&amp;',
    '\0\u0001\uFFFE',
    '\uD800',
    '@prefix x: <y> .',
    '𝔸',
  ),
)
const address = fc.oneof(
  fc.constantFrom('http://x.invalid/a b', 'http://x.invalid/<">{}|^`\\', 'http://x.invalid/å?a=1&b=2#c'),
  fc.webUrl().map((url) => new URL(url).href),
)
const term = fc.oneof(
  anyText.map((text) => literal(text)),
  anyText.map((text) => literal(text, 'sv')),
  anyText.map((text) => literal(text, 'en-GB')),
  anyText.map((text) => literal(text, 'not a language')),
  fc.constant(typed('2023-01-01', 'date')),
  address.map(iri),
)
const triple = fc
  .tuple(address, fc.constantFrom('title', 'description', 'publisher'), term)
  .map(([subject, predicate, object]): Triple => [iri(subject).iri, name('dct', predicate), object])

it('the three forms say the same, whatever texts and addresses hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(triple, { maxLength: 8 }), async (triples) => {
      const wanted = linesOfTriples(triples)
      expect(await READERS.ttl(turtleOf(triples))).toEqual(wanted)
      expect(await READERS.rdf(rdfXmlOf(triples))).toEqual(wanted)
      expect(await READERS.jsonld(jsonLdOf(triples))).toEqual(wanted)
    }),
    { seed: 1, numRuns: 300 },
  )
})
