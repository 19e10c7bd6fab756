import { PgBoss } from 'pg-boss'
import { errorFields, log } from './log.ts'

export type Queue = 'inspect' | 'import'
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
    for (const queue of ['inspect', 'import'] as const)
      await this.#boss.work<JobData>(
        queue,
        { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 5 },
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
