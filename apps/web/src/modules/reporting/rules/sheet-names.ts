const MOST = 31

/** Names that a workbook takes for its sheets: no longer than it allows, without its own signs, no two alike. */
export function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set(['history'])
  return wished.map((wish) => {
    const base = wish.replaceAll(/[:\\/?*[\]\p{Cc}]/gu, ' ').replaceAll(/^['\s]+|['\s]+$/g, '') || '1'
    let name = base.slice(0, MOST)
    for (let at = 2; taken.has(name.toLowerCase()); at += 1) {
      const mark = ` ${at}`
      name = `${base.slice(0, MOST - mark.length)}${mark}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}
