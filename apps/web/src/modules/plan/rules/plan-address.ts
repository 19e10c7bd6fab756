/** Words that stand for pages in the place of a plan’s address. */
const RESERVED: ReadonlySet<string> = new Set(['new', 'import'])
const ADDRESS = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/

/** Whether a text can be a plan’s address. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && !RESERVED.has(text)
}

/**
 * The address of a plan, made of its name.
 * @example addressOf('Handlingsplan för jämställd tillväxt') // 'handlingsplan-for-jamstalld-tillvaxt'
 */
export function addressOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return isAddress(plain) ? plain : `plan-${plain}`.replace(/-$/, '')
}
