export { CubeProcess } from './cube-process.ts'
export type { MicroDoors } from './doors.ts'
export { MicroFiles } from './micro-files.ts'
export { sweepMicro } from './service/sweep-micro.ts'
