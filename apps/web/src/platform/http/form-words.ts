/**
 * A field of a form as text without blanks around it, cut at `most` characters; empty where it is missing or a file. A
 * break of line counts once, as the browser counts it: what fits the field’s `maxlength` is never cut.
 */
export function wordOf(form: FormData, name: string, most: number): string {
  const sent = form.get(name)
  return typeof sent === 'string' ? sent.replaceAll(/\r\n?/g, '\n').trim().slice(0, most) : ''
}
