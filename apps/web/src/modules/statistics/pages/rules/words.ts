/** A piece of a line: words, words that stand out, or a link. */
export type Piece =
  | { readonly kind: 'plain' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

/** A paragraph of lines, or a list of items. */
export interface Passage {
  readonly kind: 'paragraph' | 'bullets' | 'numbers'
  readonly lines: readonly (readonly Piece[])[]
}

const ITEM = { bullets: /^\s*[-*] +(?=\S)/, numbers: /^\s*\d{1,3}\. +(?=\S)/ } as const
const MARKED =
  /\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|\[([^\][\n]+)\]\((https?:\/\/[^\s()<>"]+|\/[^\s()<>"/][^\s()<>"]*)\)/g

/**
 * Reads the little of Markdown that a page’s words may hold: paragraphs, lists, **bold**, *emphasis* and
 * [links](https://…). Everything else, HTML too, is words as they stand. Takes time in proportion to the length.
 * @example passagesOf('Se **här**.')[0].lines[0][1] // { text: 'här', kind: 'strong' }
 */
export function passagesOf(text: string): Passage[] {
  const passages: { kind: Passage['kind']; lines: (readonly Piece[])[] }[] = []
  let open: Passage['kind'] | null = null
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      open = null
      continue
    }
    const kind = ITEM.bullets.test(line) ? 'bullets' : ITEM.numbers.test(line) ? 'numbers' : 'paragraph'
    const words = kind === 'paragraph' ? line.trim() : line.replace(ITEM[kind], '').trim()
    if (kind === open) passages.at(-1)?.lines.push(piecesOf(words))
    else passages.push({ kind, lines: [piecesOf(words)] })
    open = kind
  }
  return passages
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  const plain = (text: string) => {
    if (text !== '') pieces.push({ text, kind: 'plain' })
  }
  let from = 0
  for (const found of line.matchAll(MARKED)) {
    const [whole, strong, emphasis, label, href] = found
    plain(line.slice(from, found.index))
    if (strong !== undefined) pieces.push({ text: strong, kind: 'strong' })
    else if (emphasis !== undefined) pieces.push({ text: emphasis, kind: 'emphasis' })
    else if (label !== undefined && href !== undefined) pieces.push({ text: label, kind: 'link', href })
    from = found.index + whole.length
  }
  plain(line.slice(from))
  return pieces
}

/** The same as words alone, for searching. */
export function plainWords(text: string): string {
  return passagesOf(text)
    .flatMap(({ lines }) => lines.map((pieces) => pieces.map((piece) => piece.text).join('')))
    .join(' ')
}

/** Words as they are kept: one kind of line end, no signs that cannot be seen, whole characters, at most so many. */
export function cleanWords(text: string, most: number): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
    .slice(0, most)
    .toWellFormed()
}
