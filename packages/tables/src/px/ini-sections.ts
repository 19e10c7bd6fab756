import { StatRefusedError } from '../stat/refusal.ts'

/** A section of a file of sections: `[Name]` and, under it, `key=value` on lines of their own. */
export interface IniSection {
  readonly name: string
  readonly line: number
  readonly entries: readonly { readonly key: string; readonly value: string; readonly line: number }[]
}

/**
 * Splits a file of sections. Empty lines are passed over; a value keeps all behind the first `=` but the blanks around.
 * @throws StatRefusedError `not-this-format` (nothing before the first section may be said), `syntax`, `duplicate-key`
 * @example iniSections('[Descr]\nName=Kommuner')[0]?.entries[0]?.value // 'Kommuner'
 */
export function iniSections(text: string): IniSection[] {
  const sections: IniSection[] = []
  let entries: IniSection['entries'][number][] = []
  let keys = new Set<string>()
  for (const [at, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1
    const content = whole.trim()
    if (content === '' || content === '\x1a') continue
    const cut = content.indexOf('=')
    if (content.startsWith('[') && content.endsWith(']')) {
      entries = []
      keys = new Set()
      sections.push({ name: content.slice(1, -1), line, entries })
    } else if (sections.length === 0) throw new StatRefusedError('not-this-format', { line })
    else if (cut < 1) throw refusedIn(sections, 'syntax', line, content)
    else {
      const key = content.slice(0, cut).trim()
      const id = key.toLowerCase()
      if (keys.has(id)) throw refusedIn(sections, 'duplicate-key', line, key)
      keys.add(id)
      entries.push({ key, value: content.slice(cut + 1).trim(), line })
    }
  }
  return sections
}

function refusedIn(
  sections: readonly IniSection[],
  reason: 'syntax' | 'duplicate-key',
  line: number,
  detail: string,
): StatRefusedError {
  const keyword = sections.at(-1)?.name ?? ''
  return new StatRefusedError(reason, { line, keyword, detail: detail.slice(0, 80) })
}
