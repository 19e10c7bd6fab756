import type { Reply } from '../answer.ts'
import type { Question } from '../question.ts'
import { catalogueTriples } from './catalogue.ts'
import { jsonLdOf } from './json-ld.ts'
import { rdfXmlOf } from './rdf-xml.ts'
import type { Triple } from './triples.ts'
import { turtleOf } from './turtle.ts'

interface Form {
  readonly ending: string
  readonly type: string
  readonly write: (triples: readonly Triple[]) => string
}

const TURTLE: Form = { ending: 'ttl', type: 'text/turtle', write: turtleOf }
const FORMS: readonly Form[] = [
  TURTLE,
  { ending: 'rdf', type: 'application/rdf+xml', write: rdfXmlOf },
  { ending: 'jsonld', type: 'application/ld+json', write: jsonLdOf },
]

/**
 * The catalogue of a site.
 * @param file `catalogue` with an ending, or without: then as the caller likes best, and Turtle for who likes all alike
 * @param accept the header of the request
 */
export async function catalogueReply(
  question: Question,
  file: string,
  accept: string | undefined,
): Promise<Reply> {
  const ending = /\.([a-z]+)$/.exec(file)?.[1]
  const form = FORMS.find((each) => each.ending === ending) ?? preferred(accept ?? '')
  const triples = catalogueTriples(question, await question.list(), await question.plans())
  return {
    ok: true,
    type: form.type === 'application/ld+json' ? form.type : `${form.type}; charset=utf-8`,
    body: form.write(triples),
    headers: {
      'Content-Location': `${question.home}/catalogue.${form.ending}`,
      ...(ending === undefined ? { Vary: 'Accept, Accept-Encoding' } : {}),
    },
  }
}

/** The form that a header of media types puts first. */
function preferred(accept: string): Form {
  let best = { form: TURTLE, weight: 0 }
  for (const part of accept.slice(0, 1000).split(',')) {
    const [type = '', ...params] = part.split(';').map((text) => text.trim().toLowerCase())
    const given = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? '1')
    const weight = Number.isFinite(given) ? given : 0
    const form = FORMS.find(
      (each) => each.type === type || (type === 'application/json' && each.ending === 'jsonld'),
    )
    if (form !== undefined && weight > best.weight) best = { form, weight }
  }
  return best.form
}
