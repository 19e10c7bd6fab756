export { openHttpSource } from './http-source.ts'
export { runFetch } from './run-fetch.ts'
export { sendDueFetches } from './send-due.ts'
