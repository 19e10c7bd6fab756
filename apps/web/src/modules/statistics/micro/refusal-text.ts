import type { Locale } from '@jamvikt/i18n'

/** A refusal in words, with the row and column that it is about. */
export function refusalText(
  locale: Locale,
  refusal: { readonly reason: string; readonly row?: number; readonly column?: string },
): string {
  const { reason, row = '', column = '' } = refusal
  const params = { row, column, detail: column }
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
