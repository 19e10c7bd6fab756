/** What stands where a person was named. */
export const MASK = '[namn]'

/** Two words or more, each with a capital: “Anna Lind”, “Åsa-Karin von Berg”; not “Processledare”, “Regional utveckling”. */
const NAME = /^\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}[\p{L}'’.-]*|af|av|de|der|van|von))* \p{Lu}[\p{L}'’-]+$/u

/** How words begin that units and not people are called by. */
const UNIT =
  /(?<!\p{L})(region|kommun|landsting|läns|styr|arbetsgrupp|referensgrupp|universitet|högskola|stiftelse|förening|förbund|myndighet|bolag|nätverk|forum|centrum|avdelning|enhet|förvaltning|nämnd|kansli|partnerskap|business|almi|coompanion|winnet|ab(?!\p{L}))/iu

/** Whether a text looks like the name of one person. */
export function isPersonName(text: string): boolean {
  return NAME.test(text.trim().replace(/\s+/g, ' ')) && !UNIT.test(text)
}

/** Takes the names of people out of texts, however they are spaced and cased, and counts how many it has taken out. */
export function masking(names: readonly string[]): {
  readonly text: (text: string) => string
  readonly count: () => number
} {
  const wanted = [...new Set(names.map((name) => name.trim().replace(/\s+/g, ' ')))]
    .filter(isPersonName)
    // Longer first: “Anna Lind Berg” before “Anna Lind”.
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.split(' ').map(literally).join('\\s+'))
  if (wanted.length === 0) return { text: (text) => text, count: () => 0 }
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu')
  let count = 0
  return {
    text: (text) =>
      text.normalize('NFC').replace(found, () => {
        count += 1
        return MASK
      }),
    count: () => count,
  }
}

function literally(word: string): string {
  return word.normalize('NFC').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
