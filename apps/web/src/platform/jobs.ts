import { PgBoss } from 'pg-boss'
import { errorFields, log } from './log.ts'

/** The kinds of work; a job of a kind may take this long before it counts as lost. */
export const QUEUES = { inspect: 1800, import: 1800, fetch: 14_400, mail: 300 } as const
export type Queue = keyof typeof QUEUES
const NAMES = ['inspect', 'import', 'fetch', 'mail'] as const satisfies readonly Queue[]
/** A fetch mostly waits for its source: some of them may wait side by side. */
const SIDE_BY_SIDE: Readonly<Record<Queue, number>> = { inspect: 1, import: 1, fetch: 3, mail: 1 }

export interface JobData {
  readonly regionId: string
  readonly personId: string
  readonly id: string
}

/** Work that outlives a request, kept in the database: after a crash it is taken up again. */
export class Jobs {
  readonly #boss: PgBoss
  constructor(appUrl: string) {
    this.#boss = new PgBoss({
      connectionString: appUrl,
      schema: 'jobs',
      migrate: false,
      schedule: false,
      max: 4,
      // A job whose process died is taken up again within seconds of the next start.
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
    })
    this.#boss.on('error', (error) => log('warn', 'jobs', errorFields(error)))
  }

  async start(handlers: Record<Queue, (data: JobData) => Promise<void>>) {
    await this.#boss.start()
    for (const queue of NAMES)
      await this.#boss.work<JobData>(
        queue,
        { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 5, localConcurrency: SIDE_BY_SIDE[queue] },
        async ([job]) => {
          if (job) await handlers[queue](job.data)
        },
      )
  }

  async send(queue: Queue, data: JobData) {
    await this.#boss.send(queue, data, {
      retryLimit: 3,
      retryDelay: 1,
      heartbeatSeconds: 15,
      singletonKey: data.id,
    })
  }

  async stop() {
    await this.#boss.stop({ graceful: true, timeout: 20_000 })
  }
}
