import type { ServerType, serve as serveType } from '@hono/node-server'
import { type Config, StartRefusal } from '../config.ts'
import type { Web } from './context.ts'

/** Serves until closed; closing lets running requests end and takes no new ones. */
export function listen(
  serve: typeof serveType,
  app: Web,
  config: Config,
): Promise<{ close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () =>
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeIdleConnections' in server) server.closeIdleConnections()
          }),
      }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken
          ? new StartRefusal(
              `Port ${config.port} is taken by another program. Stop it, or set PORT to another number.`,
              { cause: error },
            )
          : error,
      )
    })
  })
}
