// The browser of the journeys: one Chromium a test file, a fresh context a visitor, and what every page must pass.
import path from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, expect, inject } from 'vitest'
import type { DemoRole } from './running-server.ts'

export const DESKTOP = { width: 1280, height: 900 } as const
export const PHONE = { width: 390, height: 844 } as const
const OUTPUT = path.join(import.meta.dirname, '.output')

let browser: Browser | null = null
const contexts: BrowserContext[] = []
const troubles = new WeakMap<Page, string[]>()

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})
afterAll(async () => {
  await browser?.close()
  browser = null
})

async function openBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env.JAMVIKT_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--no-first-run',
    ],
  })
  return browser
}

export interface Visitor {
  readonly language?: 'sv' | 'en'
  readonly width?: number
  readonly dark?: boolean
  readonly javaScript?: boolean
}

/** A page of its own context, signed in as `role` when one is given, at the address `at`. */
export async function visit(role: DemoRole | null, at: string, visitor: Visitor = {}): Promise<Page> {
  const address = inject('address')
  const open = await openBrowser()
  const context = await open.newContext({
    baseURL: address,
    viewport: visitor.width === PHONE.width ? PHONE : DESKTOP,
    locale: visitor.language === 'en' ? 'en-GB' : 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    colorScheme: visitor.dark ? 'dark' : 'light',
    javaScriptEnabled: visitor.javaScript ?? true,
    acceptDownloads: true,
  })
  contexts.push(context)
  context.setDefaultTimeout(15_000)
  if (role) {
    const { name, value } = inject('sessions')[role]
    await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }])
  }
  const page = await context.newPage()
  const heard: string[] = []
  troubles.set(page, heard)
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    // The browser also reports a page that was answered 404, 409 or 422, which is what some journeys ask for.
    if (message.type() === 'error' && !/status of 4(04|09|22)/.test(message.text()))
      heard.push(message.text())
  })
  await page.goto(at)
  return page
}

export function home(rest = ''): string {
  return `/r/${inject('slug')}${rest}`
}

/** An address of the demo agency. */
export function agencyHome(rest = ''): string {
  return `/r/${inject('agencySlug')}${rest}`
}

/** What a page must pass at both widths: WCAG 2.1 A and AA by axe, no sideways scrolling, a quiet console. */
export async function expectSound(page: Page) {
  const before = page.viewportSize() ?? DESKTOP
  await page.evaluate(() => {
    for (const box of document.querySelectorAll('details')) box.open = true
  })
  await page.evaluate(axe.source)
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    const { overflow, violations } = await page.evaluate(async () => {
      const { axe: run } = window as unknown as { axe: typeof axe }
      const result = await run.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
        resultTypes: ['violations'],
      })
      return {
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        violations: result.violations.flatMap((one) =>
          one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
        ),
      }
    })
    expect({ at: page.url(), width: size.width, overflow, violations }).toEqual({
      at: page.url(),
      width: size.width,
      overflow: 0,
      violations: [],
    })
  }
  await page.setViewportSize(before)
  expect(troubles.get(page) ?? []).toEqual([])
}

/** The figures of a table of the page: a record a row, by column heading. */
export async function readTable(page: Page, caption: string): Promise<Record<string, string>[]> {
  return page.evaluate((wanted) => {
    const text = (cell: Element) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
    const table = [...document.querySelectorAll('table')].find(
      (one) =>
        (one.caption && text(one.caption) === wanted) ||
        one.parentElement?.getAttribute('aria-label') === wanted,
    )
    if (!table) throw new Error(`no table “${wanted}”`)
    const heads = [...table.querySelectorAll('thead th')].map((cell) => text(cell).replace(/ [↑↓]$/, ''))
    return [...table.querySelectorAll('tbody tr')].map((row) =>
      Object.fromEntries([...row.children].map((cell, index) => [heads[index] ?? '', text(cell)])),
    )
  }, caption)
}

/** The text of the first such element as it is seen, once it is there. */
export async function textOf(locator: Locator): Promise<string> {
  const first = locator.first()
  await first.waitFor()
  const [text = ''] = await first.allInnerTexts()
  return text
}

/** Saves a picture for the eye below e2e/.output; never compared by a program. */
export async function picture(page: Page, name: string, fullPage = true) {
  await page.screenshot({ path: path.join(OUTPUT, `${name}.png`), fullPage })
}

/** Pictures for the README, made only when asked for, so that ordinary runs leave the tree untouched. */
export async function readmePicture(page: Page, name: string, from = 'body') {
  if (process.env.JAMVIKT_SCREENSHOTS !== '1') return
  await page.locator(from).evaluate((place) => place.scrollIntoView())
  const folder = path.resolve(import.meta.dirname, '..', 'docs', 'screenshots')
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}
