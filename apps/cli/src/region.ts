import { parseArgs } from 'node:util'
import { readConfig, StartRefusal } from '../../web/src/platform/config.ts'
import { openRegion } from '../../web/src/platform/people/open-region.ts'
import type { Texts } from './messages.ts'
import type { Problems } from './options.ts'

const NEEDED = ['slug', 'name', 'admin-email', 'admin-name'] as const

/** `jamvikt region add`: opens a region, or the agency, in one's own database and gives its administrator's first address. */
export async function addRegion(
  args: readonly string[],
  texts: Texts,
): Promise<{ ok: true; address: string } | Problems> {
  const options = Object.fromEntries(NEEDED.map((name) => [name, { type: 'string' as const }]))
  try {
    const isAgency = args.includes('--agency')
    const named = args.filter((arg) => arg !== '--agency')
    const { values } = parseArgs({ args: named, options, allowPositionals: false })
    const missing = NEEDED.filter((name) => !values[name])
    if (missing.length > 0)
      return {
        ok: false,
        problems: missing.map((name) => texts.text('regionNeeds', { option: `--${name}` })),
      }
    const {
      slug = '',
      name = '',
      'admin-email': adminEmail = '',
      'admin-name': adminName = '',
    } = values as Record<string, string>
    return {
      ok: true,
      address: await openRegion(readConfig(process.env), {
        slug,
        name,
        adminEmail,
        adminName,
        kind: isAgency ? 'agency' : 'region',
      }),
    }
  } catch (error) {
    const known = error instanceof StartRefusal || (error instanceof TypeError && 'code' in error)
    if (known) return { ok: false, problems: [error.message] }
    throw error
  }
}
