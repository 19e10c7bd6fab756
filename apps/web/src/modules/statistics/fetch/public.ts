export { openHttpSource } from './http-source.ts'
export type { FetchDoors, FetchRun } from './model-fetch.ts'
export { runFetch } from './run-fetch.ts'
export { sendDueFetches } from './send-due.ts'
