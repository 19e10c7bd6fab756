import { textWidth } from '@jamvikt/ui'

/**
 * Breaks a text into lines that are no wider than there is room for; a word that is wider than a line is cut.
 * @param most lines that are kept; the last then ends with “…”
 */
export function wrapText(text: string, size: number, room: number, most = 6): string[] {
  const longest = Math.max(1, Math.floor(room / textWidth('x', size)))
  const lines: string[] = []
  let line = ''
  for (const word of glued(text)
    .split(/[ \t\r\n]+/)
    .flatMap((one) => pieces(one, longest))) {
    if (line !== '' && line.length + 1 + word.length > longest) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, longest - 1)}…`]
}

/** A figure and its sign of per cent stay on one line. */
function glued(text: string): string {
  return text.replaceAll(/(\d) %/g, '$1\u00A0%')
}

function pieces(word: string, longest: number): string[] {
  const letters = [...word]
  const count = Math.ceil(letters.length / longest)
  return Array.from({ length: count }, (_, at) => letters.slice(at * longest, (at + 1) * longest).join(''))
}
