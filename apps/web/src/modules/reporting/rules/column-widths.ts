const LONGEST_WORD = 22
const MOST_WANTED = 60
/** What the space around a cell’s words would hold. */
const AROUND = 2
/** How much wider bold letters are. */
const BOLD = 1.1
/** Letters that a line of a table has room for: on the page standing, and lying. */
const STANDING = 95
const LYING = 142
const LYING_SMALL = 182
/** Figures are narrower than the letters counted here: so much more is let in before the paper is turned. */
const TIGHT = 1.1

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
  const room = needed <= TIGHT * STANDING ? 'page' : needed <= TIGHT * LYING ? 'wide' : 'small'
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
  for (const word of text.split(/[ \t\n]|(?<=[-–/])/)) longest = Math.max(longest, word.length)
  return Math.min(LONGEST_WORD, longest)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
