/** A field of a form as text without blanks around it, cut at `most` characters; empty where it is missing or a file. */
export function wordOf(form: FormData, name: string, most: number): string {
  const sent = form.get(name)
  return typeof sent === 'string' ? sent.trim().slice(0, most) : ''
}
