export interface Heading {
  readonly level: 1 | 2 | 3
  readonly text: string
}

/**
 * Headings as a reader’s aid follows them: the first is of level 1, and none lies more than one level below the one
 * before it. With numbers where they are asked for: 1, 1.1, 1.1.1.
 */
export function headingsInOrder(
  numbered: boolean,
): (heading: Heading) => Heading & { readonly number: string } {
  const counts = [0, 0, 0]
  let before = 0
  return ({ level, text }) => {
    const here = Math.min(level, before + 1) as Heading['level']
    before = here
    counts[here - 1] = (counts[here - 1] ?? 0) + 1
    counts.fill(0, here)
    return { level: here, text, number: numbered ? counts.slice(0, here).join('.') : '' }
  }
}
