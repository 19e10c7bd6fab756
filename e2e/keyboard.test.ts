import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound, home, textOf, visit } from './browser.ts'
import { tablesProtected } from './own-list.ts'

/** What has the focus: its name, and whether the focus can be seen. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement)) return { name: '', seen: false }
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : null
    const style = getComputedStyle(at)
    const box = at.getBoundingClientRect()
    return {
      name: (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').trim(),
      seen:
        style.outlineStyle !== 'none' &&
        Number.parseFloat(style.outlineWidth) >= 2 &&
        box.width > 0 &&
        box.right > 0 &&
        box.bottom > 0 &&
        box.top < window.innerHeight,
    }
  })
}

/** Presses Tab, or goes back, until what has the focus is called `name`; every stop on the way must be seen. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const passed: string[] = []
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press(key)
    const at = await focused(page)
    passed.push(at.name)
    expect(at, `the focus on “${at.name}” is seen`).toMatchObject({ seen: true })
    if (name.test(at.name)) return
  }
  throw new Error(`no way by keyboard to ${name}: ${passed.join(' · ')}`)
}

async function follow(page: Page, name: RegExp) {
  await tabTo(page, name)
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
}

test('a release by keyboard alone', async () => {
  const page = await visit('analyst', home('/money'))
  // The first stop leads past the menu.
  await tabTo(page, /^Hoppa till innehållet$/)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  await follow(page, /^Företagsstöd 2020–2025$/)
  await follow(page, /^Frisläpp$/)
  await tablesProtected(page)

  // Of the periods offered only 2024 is kept.
  const offered = await page.getByRole('checkbox', { name: /^Frisläpp \d/ }).count()
  expect(offered).toBeGreaterThan(0)
  const choose = async (key: 'Tab' | 'Shift+Tab') => {
    for (let at = 0; at < offered; at += 1) {
      await tabTo(page, /^Frisläpp \d/, key)
      const { name } = await focused(page)
      const wanted = name.endsWith('2024')
      const chosen = await page.getByRole('checkbox', { name, exact: true }).isChecked()
      if (chosen !== wanted) await page.keyboard.press('Space')
    }
  }
  await choose('Tab')
  await follow(page, /^Frisläpp valda perioder$/)
  await tabTo(page, /^Bekräfta att du frisläpper/)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('confirm')
  expect((await focused(page)).seen).toBe(true)
  // From the field in error back to the periods, and forth again.
  await choose('Shift+Tab')
  await tabTo(page, /^Jag har sett/)
  await page.keyboard.press('Space')
  await follow(page, /^Frisläpp valda perioder$/)
  expect(page.url()).toMatch(/\/releases\//)
  expect(await textOf(page.locator('main'))).toContain('2024')

  // Crossing, a table's order and a closed table are reached the same way.
  await follow(page, /^× Bransch$/)
  await follow(page, /^Sökande/)
  await tabTo(page, /^Pengar, Kön × Bransch$/)
  await page.keyboard.press('Enter')
  await page.getByRole('columnheader', { name: 'Median' }).waitFor()
  await expectSound(page)
})
