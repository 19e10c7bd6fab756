import type { StatRefusal } from '@jamvikt/tables'

/** Why a question is not answered, with the place and the cause in words for whoever wrote the program. */
export interface ApiRefusal {
  readonly ok: false
  readonly status: 400 | 403 | 404 | 405 | 413 | 429
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Asked<T> = ({ readonly ok: true } & T) | ApiRefusal

/**
 * A refusal in words.
 * @example refused(404, 'There is no table “x”.')
 */
export function refused(
  status: ApiRefusal['status'],
  detail: string,
  headers?: Readonly<Record<string, string>>,
): ApiRefusal {
  return headers === undefined ? { ok: false, status, detail } : { ok: false, status, detail, headers }
}

/** A foreign text as it may stand in a message: short, on one line. */
export function quoted(text: string): string {
  return `“${text.replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD').slice(0, 60)}”`
}

/**
 * What a selection of one variable was refused for.
 * @param variable whose values were asked for
 */
export function refusedSelection(variable: string, { reason, detail = '' }: StatRefusal): ApiRefusal {
  const what =
    reason === 'unknown-code'
      ? `has no value ${quoted(detail)}, or the expression selects nothing`
      : `cannot be asked by ${quoted(detail)}: that is not an expression`
  return refused(400, `Variable ${quoted(variable)} ${what}.`)
}
