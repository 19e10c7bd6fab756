import { z } from 'zod'

/** How activities go; `untold` where nothing has been told of one. */
export const GOING = ['on-track', 'done', 'not-begun', 'late', 'stopped', 'untold'] as const
export type Going = (typeof GOING)[number]

/** How a goal goes by its latest figure; `unknown` where figures do not say. */
export const COURSES = ['reached', 'on-way', 'behind', 'unknown'] as const
export type Course = (typeof COURSES)[number]

/** Letters of a code, and codes of national lists, that go with a report. */
export const MOST_CODE = 60
export const MOST_NATIONAL = 100
/** As many of each as a plan can hold: none is left out. */
const MOST_OF_A_KIND = 20_000

const line = z.string().max(1000)
const year = z.number().int().min(1990).max(2100)
/** A plan’s days are of these centuries. */
const planYear = z.number().int().min(1900).max(2199)
const day = z.iso.date()
/** Öre as digits, since JSON has no whole numbers of this size; `null` where it is not known. */
const ore = z
  .string()
  .regex(/^-?\d{1,30}$/)
  .nullable()
const point = z.object({ year, value: z.number() }).nullable()
const count = z.number().int().min(0)

/** Figures of a report, for comparing regions. Strict: what is not named here does not leave the region. */
export const figuresSchema = z.strictObject({
  version: z.literal(1),
  synthetic: z.boolean(),
  /** Of each year of the plan: budget, booked, what is expected to be used, what may go unused. */
  money: z
    .array(
      z.strictObject({ year: planYear, plannedOre: ore, usedOre: ore, expectedOre: ore, atRiskOre: ore }),
    )
    .max(300),
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
    // Women and men apart.
    .max(2 * MOST_OF_A_KIND),
  /** Codes of national lists that the plan’s priorities serve. */
  national: z.array(z.string().max(MOST_CODE)).max(MOST_NATIONAL),
  groups: z.array(line).max(MOST_OF_A_KIND),
  /** Codes of methods that activities are marked with; of older reports it is not known. */
  methods: z.array(z.string().max(MOST_CODE)).max(100).optional(),
  flagships: z.array(line).max(MOST_OF_A_KIND),
  /** The periods that the plan is to report. */
  periods: z.array(z.strictObject({ id: z.uuid(), startsOn: day, endsOn: day, dueOn: day })).max(100),
})
export type Figures = z.output<typeof figuresSchema>
export type GoalFigure = Figures['goals'][number]

/** Digits of an amount as an amount. */
export function oreOf(digits: string | null): bigint | null {
  return digits === null ? null : BigInt(digits)
}
