/** Words that addresses beside those of datasets have; none at all is one of them. */
const RESERVED: ReadonlySet<string> = new Set([
  '',
  'new',
  'drafts',
  'indicators',
  'micro',
  'fetch',
  'inventory',
  'pages',
  'plans',
  'catalogue',
  'views',
  'embed',
])

/**
 * The address of a dataset, made of its name: letters without marks, digits and hyphens, at most 80 characters.
 * @example slugOf('Inkomst efter kön, 2018') // 'inkomst-efter-kon-2018'
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
  const slug = plain.replace(/^-+|-+$/g, '')
  return RESERVED.has(slug) ? `tabell-${slug}`.replace(/-$/, '') : slug
}
