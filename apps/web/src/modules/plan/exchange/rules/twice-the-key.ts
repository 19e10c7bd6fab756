/**
 * The path of a key that stands twice in one object of a JSON text that parses; `null` where none does. Of such keys a
 * reader takes the last and drops what the others say.
 */
export function twiceTheKey(text: string): string | null {
  const open: { keys: Set<string> | null; key: string; at: number }[] = []
  let isKey = false
  for (const token of tokensOf(text)) {
    const inside = open.at(-1)
    if (token === '{' || token === '[') {
      open.push({ keys: token === '{' ? new Set() : null, key: '', at: 0 })
      isKey = token === '{'
    } else if (token === '}' || token === ']') {
      open.pop()
      isKey = false
    } else if (token === ',' && inside !== undefined) {
      inside.at += 1
      isKey = inside.keys !== null
    } else if (isKey && token.startsWith('"') && inside?.keys) {
      const key: unknown = JSON.parse(token)
      inside.key = String(key)
      if (inside.keys.has(inside.key)) return pathOf(open)
      inside.keys.add(inside.key)
      isKey = false
    }
  }
  return null
}

const START = /["{}[\],]/g
const [QUOTE, BACKSLASH] = ['"', '\\'].map((sign) => sign.charCodeAt(0))

/** Signs and strings of a JSON text. A string of any length is stepped through: as one match it may be too long for the engine. */
function* tokensOf(text: string): Generator<string> {
  const start = new RegExp(START)
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const [sign] = found
    if (sign === '"') start.lastIndex = endOfString(text, found.index)
    yield sign === '"' ? text.slice(found.index, start.lastIndex) : sign
  }
}

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at + 1
}

function pathOf(
  open: readonly { readonly keys: unknown; readonly key: string; readonly at: number }[],
): string {
  return open
    .map(({ keys, key, at }, depth) =>
      keys === null ? `[${at}]` : `${depth === 0 ? '' : '.'}${key.slice(0, 100)}`,
    )
    .join('')
    .slice(0, 300)
}
