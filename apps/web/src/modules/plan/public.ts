export type { PlanDoors } from './doors.ts'
