const UPPER = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => at + 0x80))
/** Characters at 128–159; the five bytes that Windows-1252 does not define are left out. */
const BYTES: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 32 }, (_, at) => [UPPER.charCodeAt(at), at + 0x80] as const).filter(
    ([unit]) => unit > 0xff,
  ),
)

/** Whether every character of a text is one of Windows-1252. */
export function fits1252(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (byteOf(text.charCodeAt(at)) === undefined) return false
  return true
}

/** The text’s bytes; a character that does not fit becomes a question mark. */
export function encode1252(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, at) => byteOf(text.charCodeAt(at)) ?? 0x3f)
}

function byteOf(unit: number): number | undefined {
  return unit < 0x80 || (unit > 0x9f && unit < 0x100) ? unit : BYTES.get(unit)
}
