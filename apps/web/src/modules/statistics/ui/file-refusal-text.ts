import type { Locale } from '@jamvikt/i18n'

/** Why a file is refused in words, with the line, keyword and text that it is about. */
export function fileRefusalText(
  locale: Locale,
  refusal: {
    readonly reason: string
    readonly line?: number
    readonly firstLine?: number
    readonly keyword?: string
    readonly detail?: string
  },
): string {
  const { reason, line, firstLine, keyword = '', detail = '' } = refusal
  const params = { row: line ?? '', column: keyword, value: detail, detail }
  const text = ['stat.file', 'intake.file', 'intake.worker'].reduceRight(
    (fallback, group) => locale.dynamic(`${group}.${reason}`, fallback, params),
    reason,
  )
  const place = [
    ...(line === undefined
      ? []
      : [
          firstLine === undefined || firstLine === line
            ? locale.text('stat.file.line', { line })
            : locale.text('stat.file.lines', { first: firstLine, line }),
        ]),
    ...(keyword === '' ? [] : [keyword]),
    ...(detail === '' ? [] : [`”${detail}”`]),
  ]
  return place.length === 0 ? text : `${text.replace(/\.$/, '')} (${place.join(', ')}).`
}
