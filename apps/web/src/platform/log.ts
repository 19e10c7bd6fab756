type Level = 'info' | 'warn' | 'error'
type Field = string | number | boolean | null | undefined

/** One JSON line an event. Fields are listed by the caller: no request bodies, no names, no queries. */
export function log(level: Level, event: string, fields: Record<string, Field> = {}) {
  const line = `${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`
  if (level === 'info') process.stdout.write(line)
  else process.stderr.write(line)
}

/** What of an error may stand in a log: its kind and where it arose, never its message with values. */
export function errorFields(error: unknown): Record<string, Field> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' | ')
  return { error: error.name, code, where }
}
