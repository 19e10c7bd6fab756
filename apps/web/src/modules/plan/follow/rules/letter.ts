/** What a letter holds at most, with room to spare. */
const MOST_LETTER = 18_000
const MOST_SUBJECT = 200
const MOST_NAME = 120

/** A text cut to so many characters, with a sign that it is. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** A letter’s subject: the longest of its parts is cut first, so that the others can be read. */
export function letterSubject(
  words: (name: { readonly plan: string; readonly period: string }) => string,
  name: { readonly plan: string; readonly period: string },
): string {
  return shortened(words({ ...name, plan: shortened(name.plan, MOST_NAME) }), MOST_SUBJECT)
}

/** How many of the things that a letter lists it has room for, and how they stand in it. */
export function letterList<T extends { readonly name: string }>(
  all: readonly T[],
  addressOf: (one: T) => string,
): { readonly listed: readonly T[]; readonly texts: readonly string[]; readonly left: number } {
  const texts: string[] = []
  let length = 0
  for (const one of all) {
    const text = `${shortened(one.name, MOST_NAME)}\n${addressOf(one)}`
    length += text.length + 2
    if (length > MOST_LETTER) break
    texts.push(text)
  }
  return { listed: all.slice(0, texts.length), texts, left: all.length - texts.length }
}
