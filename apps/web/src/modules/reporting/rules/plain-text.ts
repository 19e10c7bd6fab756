// Control characters but line break and tab, what is no character at all, byte order marks, and marks that turn the
// direction of what follows: nobody wrote them to be read.
const NOT_READ = /[^\P{Cc}\n\t]|[\uFEFF\u202A-\u202E\p{Noncharacter_Code_Point}]/gu

/** Words as every form can hold them: whole characters, those that can be read. */
export function plainText(text: string): string {
  return text.replaceAll('\r\n', '\n').toWellFormed().replaceAll(NOT_READ, '')
}

/** The same on one line. */
export function oneLine(text: string): string {
  return plainText(text)
    .replaceAll(/\s*[\n\t\u2028\u2029]\s*/g, ' ')
    .trim()
}

/** A drawing’s text without the same. */
export function plainDrawing(svg: string): string {
  return svg.toWellFormed().replaceAll(NOT_READ, '')
}
