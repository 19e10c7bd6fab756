const LONGEST_WORD = 18
const LONGEST_FIGURE = 26
const MOST_WANTED = 60
/** What the space around a cell’s words would hold. */
const AROUND = 1.7
/** How much wider bold letters are. */
const BOLD = 1.1
/** Letters that a line of a table has room for: on the page standing, and lying. */
const STANDING = 89
const LYING = 135
const LYING_SMALL = 173
export interface TableRoom {
  readonly widths: readonly number[]
  readonly room: 'page' | 'wide' | 'small'
}

/**
 * Shares the width among columns: each has room for its longest word or figure, and what is left goes to those with
 * much to say. Says besides whether the table needs the paper’s long side, or small letters too.
 * @param columns the texts of each column; those in bold, headings among them, for themselves
 */
export function columnWidths(
  columns: readonly {
    readonly texts: readonly string[]
    readonly bold: readonly string[]
    readonly isFigures: boolean
  }[],
): TableRoom {
  const least = columns.map(
    ({ texts, bold }) => AROUND + Math.max(3, longestOf(texts), BOLD * longestOf(bold)),
  )
  const wanted = columns.map(({ texts, bold, isFigures }, at) => {
    // Figures want no more than their heading on one line.
    const longest = [...(isFigures ? [] : texts), ...bold].reduce(
      (most, text) => Math.max(most, BOLD * text.length),
      0,
    )
    return Math.max(least[at] ?? 0, AROUND + Math.min(MOST_WANTED, longest))
  })
  const needed = sum(least)
  const room = needed <= STANDING ? 'page' : needed <= LYING ? 'wide' : 'small'
  const line = Math.max(needed, { page: STANDING, wide: LYING, small: LYING_SMALL }[room])
  const asked = sum(wanted) - needed
  const given = Math.min(asked, line - needed)
  const shared = least.map(
    (letters, at) => letters + (asked === 0 ? 0 : (((wanted[at] ?? 0) - letters) * given) / asked),
  )
  const all = sum(shared)
  return { widths: shared.map((letters) => letters / all), room }
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, longestWord(text)), 0)
}

/** Breaks lie at spaces, and after a hyphen or dash within a word. */
function longestWord(text: string): number {
  let longest = 0
  for (const word of text.split(/[ \t\n]|(?<=[-–/])/)) {
    // A figure is never broken; a word of so many letters may be.
    const isFigure = /\d/.test(word)
    longest = Math.max(longest, roomOf(isFigure ? word : word.slice(0, LONGEST_WORD)))
  }
  return Math.min(LONGEST_FIGURE, longest)
}

/** Letters are not alike: the widest take one and a half, the narrowest half as much as a figure. */
function roomOf(word: string): number {
  const wide = word.match(/[WMmw@%▲●■○✓]/g)?.length ?? 0
  const narrow = word.match(/[\u00A0ijlIftr.,:;'|]/g)?.length ?? 0
  return word.length + wide / 2 - narrow / 2
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
