// A block copied from a spreadsheet and pasted into a field of a grid fills the fields from there on. Without script the
// page has a field of its own for it; there a block lands that is larger than the grid.
for (const grid of document.querySelectorAll<HTMLElement>('[data-grid]'))
  grid.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const from = event.target
    if (!(from instanceof HTMLInputElement) || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    const rows = [...grid.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('input')])
    const rowAt = rows.findIndex((fields) => fields.includes(from))
    const columnAt = rows[rowAt]?.indexOf(from) ?? 0
    const block = text
      .replace(/\r\n?/g, '\n')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    const isInside = block.every(
      (cells, down) => rows[rowAt + down]?.[columnAt + cells.length - 1] !== undefined,
    )
    const whole = document.querySelector<HTMLTextAreaElement>('#block')
    if (!isInside && whole !== null) {
      whole.value = text
      whole.focus()
      return
    }
    for (const [down, cells] of block.entries())
      for (const [across, cell] of cells.entries()) {
        const field = rows[rowAt + down]?.[columnAt + across]
        if (field === undefined) continue
        field.value = cell.trim()
        field.classList.add('pasted')
      }
  })

export {}
