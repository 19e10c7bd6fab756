import { z } from 'zod'

/** How activities go; `untold` where nothing has been told of one. */
export const GOING = ['on-track', 'done', 'not-begun', 'late', 'stopped', 'untold'] as const
export type Going = (typeof GOING)[number]

/** How a goal goes by its latest figure; `unknown` where figures do not say. */
export const COURSES = ['reached', 'on-way', 'behind', 'unknown'] as const
export type Course = (typeof COURSES)[number]

const line = z.string().max(1000)
const year = z.number().int().min(1990).max(2100)
const day = z.iso.date()
/** Öre as digits, since JSON has no whole numbers of this size; `null` where it is not known. */
const ore = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .nullable()
const point = z.object({ year, value: z.number() }).nullable()
const count = z.number().int().min(0)

/** Figures of a report, for comparing regions. Strict: what is not named here does not leave the region. */
export const figuresSchema = z.strictObject({
  version: z.literal(1),
  synthetic: z.boolean(),
  /** Of each year of the plan: budget, booked, what is expected to be used, what may go unused. */
  money: z
    .array(z.strictObject({ year, plannedOre: ore, usedOre: ore, expectedOre: ore, atRiskOre: ore }))
    .max(30),
  /** The day up to which the ledger tells; `null` where none has been brought in. */
  usedUntil: day.nullable(),
  activities: z.strictObject({
    'on-track': count,
    done: count,
    'not-begun': count,
    late: count,
    stopped: count,
    untold: count,
  }),
  goals: z
    .array(
      z.strictObject({
        goal: line,
        measure: line,
        unit: line,
        sex: z.enum(['all', 'women', 'men']),
        baseline: point,
        target: point,
        actual: point,
        course: z.enum(COURSES),
      }),
    )
    .max(2000),
  /** Codes of national lists that the plan’s priorities serve. */
  national: z.array(z.string().max(60)).max(100),
  groups: z.array(line).max(500),
  /** Codes of methods that activities are marked with; of older reports it is not known. */
  methods: z.array(z.string().max(60)).max(100).optional(),
  flagships: z.array(line).max(500),
  /** The periods that the plan is to report. */
  periods: z.array(z.strictObject({ id: z.uuid(), startsOn: day, endsOn: day, dueOn: day })).max(100),
})
export type Figures = z.output<typeof figuresSchema>
export type GoalFigure = Figures['goals'][number]

/** Digits of an amount as an amount. */
export function oreOf(digits: string | null): bigint | null {
  return digits === null ? null : BigInt(digits)
}
