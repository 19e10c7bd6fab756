import type { Tone } from '../documents/laid-out.ts'

/** Ink of documents: the site’s light theme. */
export const INK = {
  dark: '#17211f',
  soft: '#46514e',
  line: '#b9b3a4',
  sunk: '#f3f1ec',
  mark: '#7a4f00',
} as const
export const TONE_INK: Record<Tone, string> = {
  note: '#46514e',
  good: '#1f6f43',
  watch: '#7a4f00',
  bad: '#a3271b',
}
export const TONE_PAPER: Record<Tone, string> = {
  note: '#f3f1ec',
  good: '#e1f0e6',
  watch: '#faefd6',
  bad: '#f8e2de',
}
