import type { Locale } from '@jamvikt/i18n'

/** A refusal in words, with the row and column that it is about. */
export function refusalText(
  locale: Locale,
  refusal: {
    readonly reason: string
    readonly row?: number
    readonly column?: string
    readonly seconds?: number
    readonly rows?: number
    readonly least?: number
    readonly list?: string
  },
): string {
  const { reason, row = '', column = '', seconds = '', rows = '', least = '', list = '' } = refusal
  const params = { row, column, detail: column, seconds, rows, least, list }
  return locale.dynamic(
    `micro.error.${reason}`,
    locale.dynamic(
      `intake.file.${reason}`,
      locale.dynamic(`intake.worker.${reason}`, reason, params),
      params,
    ),
    params,
  )
}
