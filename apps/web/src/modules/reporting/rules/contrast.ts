/** What people need to read letters on white, by WCAG 2.1 AA. */
export const LEAST_CONTRAST = 4.5

/** The contrast of a colour against white, 1–21, by WCAG 2.1. @param colour `#rrggbb` */
export function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    light(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function light(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
