// Shows what a form will look like while it is written. Without script the page shows it when the form is saved.
const WAIT_MS = 500

function watch(form: HTMLFormElement) {
  const name = form.dataset.preview ?? ''
  const place = document.querySelector<HTMLElement>(`[data-preview-in="${name}"]`)
  const news = document.querySelector<HTMLElement>('[data-preview-news]')
  if (place === null || news === null) return
  let waiting = 0
  let asking: AbortController | null = null
  const say = (which: 'fresh' | 'stale') => {
    for (const each of ['fresh', 'stale'])
      news.querySelector(`[data-preview-${each}]`)?.toggleAttribute('hidden', each !== which)
  }
  const show = async () => {
    asking?.abort()
    const own = new AbortController()
    asking = own
    try {
      const address = `${location.pathname.replace(/\/$/, '')}/${name}`
      const answer = await fetch(address, { method: 'POST', body: new FormData(form), signal: own.signal })
      if (!answer.ok) throw new Error(String(answer.status))
      place.innerHTML = await answer.text()
      say('fresh')
    } catch {
      if (!own.signal.aborted) say('stale')
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => void show(), WAIT_MS)
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-preview]')) watch(form)

export {}
