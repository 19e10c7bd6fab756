// A table with a field in each cell becomes a treegrid (WAI-ARIA APG): arrows move between cells, Enter or F2 writes in
// one, Escape leaves it as it was. A block that is pasted goes to the server, which shows what it would change.
type Edited = HTMLInputElement

const PAGE = 10

function start(table: HTMLTableElement) {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  const form = table.closest('form')
  const live = form?.querySelector('output') ?? null
  const levelOf = (row: HTMLElement) => Number(row.dataset.level)
  const fieldOf = (cell: Element | null | undefined) =>
    cell?.querySelector<Edited>('input:not([type=checkbox])') ?? null
  const pickOf = (row: HTMLElement) => row.querySelector<Edited>('input[type=checkbox]')
  const say = (words: string | undefined, count: number) => {
    if (live) live.textContent = (words ?? '').replace('{count}', String(count))
  }

  const under = (row: HTMLTableRowElement) => {
    const from = rows.indexOf(row) + 1
    const to = rows.findIndex((each, at) => at >= from && levelOf(each) <= levelOf(row))
    return rows.slice(from, to < 0 ? undefined : to)
  }
  const parentOf = (row: HTMLTableRowElement) =>
    rows.slice(0, rows.indexOf(row)).findLast((each) => levelOf(each) < levelOf(row))

  table.setAttribute('role', 'treegrid')
  if (table.dataset.timeGrid === 'read') table.setAttribute('aria-readonly', 'true')
  const siblings = new Map<HTMLTableRowElement | undefined, HTMLTableRowElement[]>()
  for (const row of rows) {
    const parent = parentOf(row)
    siblings.set(parent, [...(siblings.get(parent) ?? []), row])
  }
  for (const all of siblings.values())
    for (const [at, row] of all.entries()) {
      row.setAttribute('aria-level', String(levelOf(row)))
      row.setAttribute('aria-posinset', String(at + 1))
      row.setAttribute('aria-setsize', String(all.length))
    }
  for (const row of rows) {
    for (const cell of row.cells) {
      cell.tabIndex = -1
      cell.setAttribute('role', cell.matches('th') ? 'rowheader' : 'gridcell')
      for (const inner of cell.querySelectorAll<HTMLElement>('input, a')) inner.tabIndex = -1
    }
    if (under(row).length === 0) continue
    row.setAttribute('aria-expanded', 'true')
    const toggle = document.createElement('button')
    toggle.type = 'button'
    toggle.className = 'time-toggle'
    toggle.tabIndex = -1
    toggle.title = table.dataset.toggleWords ?? ''
    toggle.ariaLabel = toggle.title
    toggle.addEventListener('click', () => open(row, row.getAttribute('aria-expanded') !== 'true'))
    row.querySelector('th')?.prepend(toggle)
  }

  const isShut = (row: HTMLElement) => row.getAttribute('aria-expanded') === 'false'
  const open = (row: HTMLTableRowElement, wanted: boolean) => {
    row.setAttribute('aria-expanded', String(wanted))
    let shutAt = Number.POSITIVE_INFINITY
    for (const each of rows) {
      if (levelOf(each) <= shutAt) shutAt = Number.POSITIVE_INFINITY
      each.hidden = levelOf(each) > shutAt
      if (!each.hidden && isShut(each)) shutAt = levelOf(each)
    }
    if (current.parentElement?.hidden) go(row, 0)
  }

  let current: HTMLTableCellElement = rows[0]?.cells[0] ?? document.createElement('td')
  /** One cell at a time is met by Tab, and after it the fields of its row. */
  const hold = (cell: HTMLTableCellElement) => {
    const row = current.closest('tr')
    current.tabIndex = -1
    for (const field of row?.querySelectorAll<HTMLElement>('input, a') ?? []) field.tabIndex = -1
    current = cell
    current.tabIndex = 0
    for (const field of cell.closest('tr')?.querySelectorAll<HTMLElement>('input, a') ?? [])
      field.tabIndex = 0
  }
  const go = (row: HTMLTableRowElement | undefined, column: number) => {
    const cell = row?.cells[Math.max(0, Math.min(column, row.cells.length - 1))]
    if (cell === undefined) return
    hold(cell)
    cell.focus()
  }
  const near = (by: number) => {
    const shown = rows.filter((row) => !row.hidden)
    const at = shown.indexOf(current.parentElement as HTMLTableRowElement)
    return shown[Math.max(0, Math.min(shown.length - 1, at + by))]
  }

  let before = ''
  const changed = () => {
    const count = rows.reduce(
      (sum, row) => sum + [...row.querySelectorAll<Edited>('input[type=text]')].filter(isChanged).length,
      0,
    )
    say(table.dataset.changedWords, count)
    return count
  }
  const isChanged = (field: Edited) => field.value !== field.defaultValue
  const mark = (field: Edited) => field.classList.toggle('changed', isChanged(field))
  const write = (cell: HTMLTableCellElement, text?: string) => {
    const field = fieldOf(cell)
    if (field === null) return cell.querySelector<HTMLElement>('a')?.focus()
    field.focus()
    if (text === undefined) return field.select()
    field.value = text
    mark(field)
  }
  const picked = () => say(table.dataset.pickedWords, rows.filter((row) => pickOf(row)?.checked).length)
  const pick = (row: HTMLTableRowElement, wanted: boolean) => {
    for (const each of [row, ...under(row)]) {
      const box = pickOf(each)
      if (box) box.checked = wanted
    }
    if (!wanted)
      for (let above = parentOf(row); above; above = parentOf(above)) {
        const box = pickOf(above)
        if (box && levelOf(above) === 1) box.checked = false
      }
    picked()
  }

  const keysInCell = (event: KeyboardEvent, row: HTMLTableRowElement): boolean => {
    const column = current.cellIndex
    const whole = event.ctrlKey || event.metaKey
    switch (event.key) {
      case 'ArrowDown':
        go(near(1), column)
        return true
      case 'ArrowUp':
        go(near(-1), column)
        return true
      case 'PageDown':
        go(near(PAGE), column)
        return true
      case 'PageUp':
        go(near(-PAGE), column)
        return true
      case 'ArrowRight':
        if (column === 0 && isShut(row)) open(row, true)
        else go(row, column + 1)
        return true
      case 'ArrowLeft':
        if (column > 0) go(row, column - 1)
        else if (row.getAttribute('aria-expanded') === 'true') open(row, false)
        else go(parentOf(row), 0)
        return true
      case 'Home':
        go(whole ? near(-rows.length) : row, whole ? column : 0)
        return true
      case 'End':
        go(whole ? near(rows.length) : row, whole ? column : row.cells.length - 1)
        return true
      case 'Enter':
      case 'F2':
        write(current)
        return true
      case ' ':
        if (pickOf(row) && (event.shiftKey || current.contains(pickOf(row)))) pick(row, !pickOf(row)?.checked)
        return true
    }
    if (whole || event.altKey || event.key.length !== 1 || fieldOf(current) === null) return false
    write(current, event.key)
    return true
  }
  const keysInField = (event: KeyboardEvent, field: Edited): boolean => {
    const column = current.cellIndex
    if (event.key === 'Escape') {
      field.value = before
      mark(field)
      current.focus()
    } else if (event.key === 'Enter') go(near(event.shiftKey ? -1 : 1), column)
    else if (event.key === 'F2') current.focus()
    else return false
    return true
  }

  table.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    const row = target.closest('tr')
    if (row === null || !rows.includes(row) || event.isComposing) return
    const isField = target instanceof HTMLInputElement && target.type === 'text'
    if (isField ? keysInField(event, target) : target === current && keysInCell(event, row))
      event.preventDefault()
    else if (!isField && event.key === 'Escape') current.focus()
  })
  table.addEventListener('focusin', (event) => {
    const target = event.target as HTMLElement
    const cell = target.closest<HTMLTableCellElement>('tbody td, tbody th')
    if (cell === null) return
    hold(cell)
    if (target instanceof HTMLInputElement) before = target.value
  })
  table.addEventListener('mousedown', (event) => {
    const cell = event.target as HTMLElement
    if (cell.matches('tbody td, tbody th')) cell.focus()
  })
  table.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') mark(event.target)
  })
  table.addEventListener('change', (event) => {
    const field = event.target as Edited
    const row = field.closest('tr')
    if (field.type === 'checkbox' && row) pick(row, field.checked)
    else changed()
  })
  table.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const part = <Name extends keyof HTMLElementTagNameMap>(name: string) =>
      form?.querySelector<HTMLElementTagNameMap[Name]>(name) ?? null
    const block = part<'textarea'>('#block')
    const row = part<'select'>('#from-row')
    const column = part<'select'>('#from-column')
    const inField = event.target instanceof HTMLInputElement
    if (!block || !row || !column || text.trim() === '' || (inField && !/[\t\n]/.test(text.trimEnd()))) return
    event.preventDefault()
    block.value = text
    row.value = current.parentElement?.dataset.row ?? ''
    column.value = fieldOf(current)?.name.split('.')[0] ?? 'name'
    form?.querySelector<HTMLButtonElement>('button[value=paste]')?.click()
  })

  let leaving = false
  form?.addEventListener('submit', () => (leaving = true))
  form?.addEventListener('reset', () =>
    setTimeout(() => {
      for (const field of table.querySelectorAll('input')) mark(field)
      changed()
    }),
  )
  addEventListener('pageshow', () => (leaving = false))
  addEventListener('beforeunload', (event) => {
    if (!leaving && form && (table.dataset.dirty === 'on' || changed() > 0)) event.preventDefault()
  })
  form?.querySelector('[data-time-keys]')?.removeAttribute('hidden')
  hold(current)
}

for (const table of document.querySelectorAll<HTMLTableElement>('[data-time-grid]')) start(table)

export {}
