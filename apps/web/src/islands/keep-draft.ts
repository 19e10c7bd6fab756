// Words of a form that were not saved stay in the browser, and are offered when the form is opened again, together with
// what the writer had before them: so the server finds what others have saved since. What was saved is forgotten, as is
// everything when somebody signs out.
const PREFIX = 'jamvikt.kept.'
const DAYS_KEPT = 14
const WAIT_MS = 400

type Fields = Readonly<Record<string, readonly string[]>>
interface Kept {
  readonly fields: Fields
  /** Hidden fields that say what the form was filled in from, by name. */
  readonly seen: Readonly<Record<string, string>>
}

function entries(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
}

/** What is written in a form, by field; what it carries out of sight is left out. */
function written(form: HTMLFormElement): Fields {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name)
    if (typeof value !== 'string' || (field instanceof HTMLInputElement && field.type === 'hidden')) continue
    fields[name] = [...(fields[name] ?? []), value]
  }
  return fields
}

function seenFields(form: HTMLFormElement): NodeListOf<HTMLInputElement> {
  return form.querySelectorAll<HTMLInputElement>('input[type=hidden][data-keep-seen]')
}

function read(key: string): Kept | null {
  try {
    const { at, fields, seen = {} } = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept & { at: number }
    if (Date.now() - at < DAYS_KEPT * 86_400_000) return { fields, seen }
  } catch {}
  localStorage.removeItem(key)
  return null
}

function fill(form: HTMLFormElement, { fields: kept, seen }: Kept) {
  for (const field of seenFields(form)) field.value = seen[field.name] ?? field.value
  for (const field of form.elements) {
    const isField =
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    if (!isField || field.type === 'hidden' || field.name === '') continue
    const values = kept[field.name] ?? []
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = values.includes(field.value)
    else field.value = values[0] ?? ''
  }
}

function keep(form: HTMLFormElement) {
  const key = PREFIX + (form.dataset.keep ?? '')
  const asOpened = JSON.stringify(written(form))
  const offer = document.querySelector<HTMLElement>('[data-keep-offer]')
  const kept = read(key)
  if (kept !== null && offer !== null && JSON.stringify(kept.fields) !== asOpened) {
    offer.hidden = false
    offer.querySelector('[data-keep-take]')?.addEventListener('click', () => {
      fill(form, kept)
      offer.hidden = true
      form.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
    })
    offer.querySelector('[data-keep-throw]')?.addEventListener('click', () => {
      localStorage.removeItem(key)
      offer.hidden = true
      form.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
    })
  }
  let waiting = 0
  const store = () => {
    const fields = written(form)
    try {
      if (JSON.stringify(fields) === asOpened) localStorage.removeItem(key)
      else {
        const seen = Object.fromEntries([...seenFields(form)].map(({ name, value }) => [name, value]))
        localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields, seen }))
      }
    } catch {}
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(store, WAIT_MS)
  })
  form.addEventListener('submit', store)
}

function start() {
  for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-saved]'))
    for (const key of (dataset.saved ?? '').split(' ')) localStorage.removeItem(PREFIX + key)
  for (const key of entries()) read(key)
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keep(form)
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => {
    for (const key of entries()) localStorage.removeItem(key)
  })
}

// Where the browser keeps nothing, the forms work as they do without script.
try {
  start()
} catch {}

export {}
