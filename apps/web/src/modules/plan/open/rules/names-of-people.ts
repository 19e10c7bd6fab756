/** What stands where a person was named. */
export const MASK = '[namn]'

/** A name that was taken out of texts, and how often. */
export interface Masked {
  readonly name: string
  readonly count: number
}

const PARTICLES =
  'af|al|av|bin|bint|da|das|de|degli|del|della|den|der|di|do|dos|du|el|ibn|la|las|le|los|ten|ter|van|von|y|zu'
const CAPITAL = `(?:(?:al|el|d|l|o)['’-])?\\p{Lu}[\\p{L}'’-]+`

/** Two words or more, each with a capital: “Anna Lind”, “J. Lind”, “Maria da Silva”; not “Regional utveckling”. */
const NAME = new RegExp(
  `^(?:${CAPITAL}|\\p{Lu}\\.?)(?: (?:${CAPITAL}|\\p{Lu}\\.?|${PARTICLES}))* ${CAPITAL}$`,
  'u',
)

/** Whole words that units and not people are called by, alone or last in a compound, however they are bent. */
const UNITS = [
  'region(?:al|ala)?|kommun(?:al|ala)?|landsting|styrelse|grupp|universitet|högskola|skola|stiftelse|förening|förbund',
  'myndighet|bolag|nätverk|forum|centrum|avdelning|enhet|förvaltning|nämnd|kansli|partnerskap|utveckling|ledning',
  'ledare|strateg|samordnare|chef|konsult|business|almi|coompanion|winnet',
].join('|')
const UNIT = new RegExp(
  `(?<!\\p{L})(?:\\p{L}*(?:${UNITS})(?:s|en|ens|et|ets|n|ns|er|ers|ar|ars|erna|arna|na)?|ab)(?!\\p{L})`,
  'iu',
)

/** What stands around the name of a person in that of a role: “Anna Lind, processledare”, “Anna Lind (50 %)”. */
const AROUND = /[,;:/()]|\s[–—-]\s/u

/** The names of people that the name of a role holds. One cannot know: whatever looks like the name of a person is one. */
export function peopleIn(role: string): string[] {
  return plain(role)
    .split(AROUND)
    .map((part) => part.trim())
    .filter((part) => NAME.test(part) && !UNIT.test(part))
}

/**
 * Takes names out of texts, however they are spaced and cased, also with the first of them as an initial, and counts how
 * often each was there.
 * @param names of people, all of them: nothing is guessed
 */
export function masking(names: readonly string[]): {
  readonly text: (text: string) => string
  readonly masked: () => readonly Masked[]
} {
  const byKey = new Map(names.map(plain).map((name) => [name.toLowerCase(), name]))
  const wanted = [...byKey.values()]
    .filter((name) => /\p{L}/u.test(name))
    // Longer first: “Anna Lind Berg” before “Anna Lind”.
    .toSorted((a, b) => b.length - a.length)
  if (wanted.length === 0) return { text: (text) => text, masked: () => [] }
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${wanted.map((name) => `(${pattern(name)})`).join('|')})s?(?![\\p{L}\\p{N}])`,
    'giu',
  )
  const counts = wanted.map(() => 0)
  return {
    text: (text) =>
      text.normalize('NFC').replace(found, (_, ...groups: readonly unknown[]) => {
        const at = groups.findIndex((group) => group !== undefined)
        counts[at] = (counts[at] ?? 0) + 1
        return MASK
      }),
    masked: () =>
      wanted
        .map((name, at) => ({ name, count: counts[at] ?? 0 }))
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
  }
}

/** In one way of writing, with one blank between words. */
function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ')
}

function pattern(name: string): string {
  const [first = '', ...rest] = name.split(' ').map(literally)
  const initial = /^\p{L}/u.exec(name)?.[0]
  if (rest.length === 0 || initial === undefined) return [first, ...rest].join('\\s+')
  return [`(?:${first}\\s+|${initial}\\.\\s*)`, rest.join('\\s+')].join('')
}

function literally(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/[-‐‑]/g, '[-‐‑]')
    .replace(/['’]/g, "['’]")
}
