import type { Language } from '@jamvikt/i18n'

/** Whether the house reminds of a plan by itself. */
export interface Reminding {
  readonly isOn: boolean
  /** How many days before the day that something is to be told. */
  readonly daysBefore: number
  /** The language of the letters: that of whoever set it. */
  readonly language: Language
  readonly changedAt: Date
  readonly changedBy: string
  readonly changedName: string
}

/** What the clock has sent: to how many, of what, when last. */
export interface Sending {
  readonly about: string
  readonly people: number
  readonly sentAt: Date
}
