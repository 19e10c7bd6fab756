// Dark mode, paper and contrast: what a program can tell of them, and pictures for the eye below e2e/.output.
import { expect, test } from 'vitest'
import { expectSound, home, PHONE, picture, readmePicture, visit } from './browser.ts'
import { bringIn, ownFile, tablesProtected } from './own-list.ts'

test.each([
  ['desktop', 1280],
  ['phone', PHONE.width],
] as const)('dark mode on a %s', async (name, width) => {
  const page = await visit('analyst', home('/money'), { dark: true, width })
  await picture(page, `lists-${name}-dark`)
  await expectSound(page)
  await page.getByRole('link', { name: 'Företagsstöd 2020–2025' }).first().click()
  await page.getByRole('heading', { level: 1, name: /^Av tio/ }).waitFor()
  await picture(page, `working-${name}-dark`)
  await expectSound(page)
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(paper).toBe('rgb(18, 24, 22)')
})

test.each(['light', 'dark'] as const)('released figures on paper, from a %s screen', async (scheme) => {
  const page = await visit('analyst', home('/money'), { dark: scheme === 'dark' })
  const list = await bringIn(
    page,
    `Till skrivaren ${scheme}`,
    ownFile({ prefix: `print-${scheme}`, more: 300 }),
  )
  await page.goto(`${list}/release`)
  await tablesProtected(page)
  await picture(page, `release-desktop-${scheme}`)
  for (const box of await page.getByRole('checkbox', { name: /^Frisläpp \d/ }).all()) await box.check()
  await page.getByLabel(/^Jag har sett/).check()
  await page.getByRole('button', { name: 'Frisläpp valda perioder' }).click()
  await page.waitForURL(/\/releases\//)
  await page.emulateMedia({ media: 'print', colorScheme: scheme })
  await picture(page, `print-${scheme}`)
  const seen = await page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0).length
    return {
      menus: shown('nav, .tools, .foot'),
      tables: shown('main table'),
      ink: getComputedStyle(document.body).color,
      paper: getComputedStyle(document.body).backgroundColor,
      verdict: getComputedStyle(document.querySelector('.tag') ?? document.body).color,
    }
  })
  expect(seen).toMatchObject({ menus: 0, ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' })
  expect(seen.tables).toBeGreaterThan(0)
})

test('the pages a visitor meets first', async () => {
  for (const [name, width] of [
    ['desktop', 1280],
    ['phone', PHONE.width],
  ] as const) {
    const page = await visit(null, '/sign-in', { width })
    await picture(page, `sign-in-${name}-light`)
    await expectSound(page)
    const analyst = await visit('analyst', home(), { width })
    await picture(analyst, `overview-${name}-light`)
    await analyst.goto(home('/money'))
    await picture(analyst, `lists-${name}-light`)
    await analyst.goto(home('/bases'))
    await picture(analyst, `bases-${name}-light`)
    await analyst.goto('/method')
    await picture(analyst, `method-${name}-light`)
    const people = await visit('administrator', home('/people'), { width })
    await picture(people, `people-${name}-light`)
    await analyst.goto(home('/money'))
    await analyst.getByRole('link', { name: 'Företagsstöd 2020–2025' }).first().click()
    await analyst.goto(`${new URL(analyst.url()).pathname}?cross=background&cross=industry`)
    await analyst.locator('#groups').evaluate((box) => box.scrollIntoView())
    await picture(analyst, `groups-${name}-light`, false)
    if (name === 'desktop') await readmePicture(analyst, 'groups', '#groups')
  }
})

test.each(['sv', 'en'] as const)('the pages where tables come in from are sound in %s', async (language) => {
  const page = await visit('analyst', home('/statistics/new'), { language })
  await expectSound(page)
  for (const source of ['address', 'kolada', 'pxweb']) {
    await page.goto(home(`/statistics/new/${source}`))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectSound(page)
  }
})
