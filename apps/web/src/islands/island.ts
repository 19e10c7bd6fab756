import './keep-draft.ts'

import './paste-grid.ts'

import './preview.ts'

// Progress of long work: asks for news and goes on to the next page when it is done. Without script the page refreshes.
let leaving = false
for (const event of ['submit', 'pagehide']) addEventListener(event, () => (leaving = true))

for (const box of document.querySelectorAll<HTMLElement>('[data-progress]')) void follow(box)

async function follow(box: HTMLElement) {
  const bar = box.querySelector('progress')
  const text = box.querySelector('output')
  const source = box.dataset.progress ?? ''
  for (let waited = 300; ; waited = Math.min(2000, waited * 1.2)) {
    await new Promise((resolve) => setTimeout(resolve, waited))
    const news = await fetch(source, { headers: { accept: 'application/json' } }).catch(() => null)
    if (!news?.ok) continue
    const { done, share } = (await news.json()) as { done: boolean; share: number }
    if (bar) bar.value = share
    if (text) text.textContent = `${Math.round(share * 100)} %`
    // Whoever presses a button meanwhile is going elsewhere.
    if (leaving) return
    if (done) return location.reload()
  }
}
