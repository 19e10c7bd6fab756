/** Ink of a picture, as the site's light theme has it. */
export const INK = {
  dark: '#17211f',
  soft: '#46514e',
  mark: '#7a4f00',
  line: '#dedad0',
  accent: '#0b4f4a',
} as const
