/** Round steps that cover 0 to `max`: 1, 2, 2.5 or 5 times a power of ten, four to six of them. */
export function niceTicks(max: number): number[] {
  if (!(max > 0)) return [0, 1]
  const raw = max / 4
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= raw) ?? raw
  const count = Math.ceil(max / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** A straight scale from a domain to pixels. */
export function linear(from: readonly [number, number], to: readonly [number, number]) {
  const span = from[1] - from[0] || 1
  return (value: number) => to[0] + ((value - from[0]) / span) * (to[1] - to[0])
}

/** Breaks a label longer than `width` characters into two lines as even as its words allow. */
export function twoLines(text: string, width: number): string[] {
  if (text.length <= width) return [text]
  const longer = (space: number) => Math.max(space, text.length - space - 1)
  const spaces = [...text.matchAll(/ /g)].map((space) => space.index)
  const at = spaces.reduce((best, space) => (best < 0 || longer(space) < longer(best) ? space : best), -1)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
