export interface FeedEntry {
  readonly address: string
  /** Tells entries of one address apart. */
  readonly id: string
  readonly title: string
  readonly text: string
  readonly at: Date
}

export interface Feed {
  readonly address: string
  readonly title: string
  readonly author: string
  readonly language: string
}

/** Characters that XML 1.0 cannot hold, and those that mean something in it. */
const escaped = (text: string) =>
  [...text]
    .filter((character) => character >= ' ' || '\t\n\r'.includes(character))
    .join('')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/**
 * A feed of what has happened, as Atom (RFC 4287), the latest first.
 * @example feedOf({ address, title, author, language: 'sv' }, entries)
 */
export function feedOf({ address, title, author, language }: Feed, entries: readonly FeedEntry[]): string {
  const sorted = entries.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const updated = (sorted[0]?.at ?? new Date(0)).toISOString()
  const items = sorted.map(
    (entry) => `  <entry>
    <id>${escaped(`${entry.address}#${encodeURIComponent(entry.id)}`)}</id>
    <title>${escaped(entry.title)}</title>
    <updated>${entry.at.toISOString()}</updated>
    <link href="${escaped(entry.address)}"/>
    <summary>${escaped(entry.text)}</summary>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">
  <id>${escaped(address)}</id>
  <title>${escaped(title)}</title>
  <updated>${updated}</updated>
  <author><name>${escaped(author)}</name></author>
  <link rel="alternate" href="${escaped(address)}"/>
${items.join('\n')}
</feed>
`
}
