import type { Texts } from '@jamvikt/tables'
import { literal, name, PREFIXES, type Prefix, safeIri, type Term, type Triple } from './triples.ts'

type Short = `${Prefix}:${string}`

/** What is said of one subject: its class, then predicates with one object or several, or none. */
export function described(
  subject: string,
  type: Short,
  said: readonly (readonly [predicate: Short, objects: Term | readonly Term[]])[],
): Triple[] {
  const about = safeIri(subject)
  return [
    [about, name('rdf', 'type'), { iri: full(type) }],
    ...said.flatMap(([predicate, objects]) =>
      several(objects).map((object): Triple => [about, full(predicate), object]),
    ),
  ]
}

/** A text in each of its languages; those that are empty are left out. */
export function texts(words: Texts | undefined): Term[] {
  return Object.entries(words ?? {}).flatMap(([language, text]) =>
    text === '' ? [] : [literal(text, language)],
  )
}

function several(objects: Term | readonly Term[]): readonly Term[] {
  return 'length' in objects ? objects : [objects]
}

function full(short: Short): string {
  const prefix = Object.keys(PREFIXES).find((each): each is Prefix => short.startsWith(`${each}:`))
  if (prefix === undefined) throw new Error(`no prefix is known for ${short}`)
  return name(prefix, short.slice(prefix.length + 1))
}
