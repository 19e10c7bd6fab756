import path from 'node:path'

export interface Config {
  readonly root: string
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly baseUrl: string
  /** Proxies of one's own that every request passes: they are believed on whom they heard from. */
  readonly proxies: number
  /** Files or https addresses of boundaries (GeoJSON, TopoJSON), of municipalities and of counties. */
  readonly boundaries: readonly string[]
  /** The server that sends mail, and who it is from; without it mail waits. */
  readonly mail: { readonly server: string; readonly from: string } | null
}

/** A setting or a circumstance that stops the program, in words for the person who started it. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}

/** Reads the documented settings; anything malformed is refused by name. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const root = env.JAMVIKT_ROOT ?? process.cwd()
  const port = Number(env.PORT ?? '4000')
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new StartRefusal(`PORT must be a number from 1 to 65535, not “${env.PORT}”.`)
  const databaseUrl = env.DATABASE_URL || null
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new StartRefusal('DATABASE_URL must begin with postgres:// or postgresql://.')
  const baseUrl = env.JAMVIKT_BASE_URL || `http://localhost:${port}`
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    throw new StartRefusal(`JAMVIKT_BASE_URL must be an http or https address, not “${baseUrl}”.`)
  const proxies = Number(env.JAMVIKT_PROXIES || '0')
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9)
    throw new StartRefusal(`JAMVIKT_PROXIES must be a number from 0 to 9, not “${env.JAMVIKT_PROXIES}”.`)
  return {
    mail: mailOf(env),
    root,
    port,
    host: databaseUrl ? '0.0.0.0' : '127.0.0.1',
    dataDir: path.resolve(root, env.JAMVIKT_DATA_DIR || 'data'),
    databaseUrl,
    baseUrl: baseUrl.replace(/\/$/, ''),
    proxies,
    boundaries: (env.JAMVIKT_BOUNDARIES ?? '').split(/[\s,]+/).filter(Boolean),
  }
}

function mailOf(env: Record<string, string | undefined>): Config['mail'] {
  const server = env.JAMVIKT_SMTP_URL || null
  if (server === null) return null
  if (!URL.canParse(server) || !/^smtps?:$/.test(new URL(server).protocol))
    throw new StartRefusal('JAMVIKT_SMTP_URL must begin with smtp:// or smtps://.')
  const from = env.JAMVIKT_MAIL_FROM ?? ''
  if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(from))
    throw new StartRefusal(`JAMVIKT_MAIL_FROM must be the address that mail is from, not “${from}”.`)
  return { server, from }
}
