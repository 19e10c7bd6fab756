import { bySubject, PREFIXES, shortName, type Term, type Triple } from './triples.ts'

/**
 * Writes triples as Turtle.
 * @source RDF 1.1 Turtle, W3C Recommendation 25 February 2014
 * @example turtleOf([['http://a', name('dct', 'title'), literal('A', 'en')]])
 */
export function turtleOf(triples: readonly Triple[]): string {
  const prefixes = Object.entries(PREFIXES).map(([prefix, start]) => `@prefix ${prefix}: <${start}> .\n`)
  const subjects = [...bySubject(triples)].map(([subject, said]) => {
    const lines = said.map(([predicate, object]) => `  ${named(predicate)} ${termOf(object)}`)
    return `\n<${subject}>\n${lines.join(' ;\n')} .\n`
  })
  return [...prefixes, ...subjects].join('')
}

function termOf(term: Term): string {
  if ('iri' in term) return named(term.iri)
  const text = `"${escaped(term.text)}"`
  if (term.language !== undefined) return `${text}@${term.language}`
  return term.datatype === undefined ? text : `${text}^^${named(term.datatype)}`
}

function named(iri: string): string {
  const short = shortName(iri)
  return short === null ? `<${iri}>` : `${short.prefix}:${short.local}`
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
}
