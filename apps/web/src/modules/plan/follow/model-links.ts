/** How long a link of a reminder opens its form. */
export const LINK_DAYS = 14

/** What a link opens. */
export interface OpenedLink {
  readonly id: string
  readonly planId: string
  readonly periodId: string
  readonly activityId: string
  readonly personId: string
}
