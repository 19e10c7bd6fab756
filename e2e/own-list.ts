// A small list of applications as a region might export it, and the steps that bring it in.

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { home, textOf } from './browser.ts'

export interface ListFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const HEAD =
  'Diarienummer;Stödmottagare;Organisationsnummer;Stödform;Sökt belopp;Beviljat belopp;Beslut;Beslutsdatum;Kommun;SNI 2007;Kön;Anteckning'
export const PERSONAL_NUMBER = '640823-3234'
const MISTYPED_NUMBER = '640823-3235'

/** Sixty sound rows of women and men; `late` tells the outcome of two cases that were open at first. */
function soundRows(prefix: string, late: string, more: number): string[] {
  return Array.from({ length: 60 + more }, (_, index) => {
    const women = index % 3 === 0
    const open = index < 2
    const outcome = open ? late : index % 2 === 0 ? 'Beviljad' : 'Avslag'
    const granted = outcome === 'Beviljad' ? '40 250,50' : ''
    const date = outcome === 'Bordlagd' ? '' : `2024-0${1 + (index % 9)}-15`
    return `${prefix}-${index};Firma ${prefix} ${index};;Mikrostöd;80 500,50;${granted};${outcome};${date};Umeå;56100;${women ? 'Kvinna' : 'Man'};Får ej spridas`
  })
}

/** A file in Latin-1 with “;”, Swedish numbers, a sole trader, and two rows that cannot be counted. */
export function ownFile(options: { prefix: string; late?: string; more?: number; name?: string }): ListFile {
  const { prefix, late = 'Bordlagd', more = 0, name = 'ärenden.csv' } = options
  const rows = [
    HEAD,
    ...soundRows(prefix, late, more),
    `${prefix}-s1;Åsa Öberg;${PERSONAL_NUMBER};Mikrostöd;80 000;${40_000 + prefix.length * 100};Beviljad;2024-03-04;Umeå;56100;Kvinna;`,
    `${prefix}-s2;Åsa Öberg;${PERSONAL_NUMBER};Mikrostöd;okänt;;Avslag;2024-03-04;Umeå;56100;Kvinna;`,
    `${prefix}-s3;Åsa Öberg;${MISTYPED_NUMBER};Mikrostöd;80 000;;Avslag;2024-03-04;Umeå;56100;Kvinna;`,
  ]
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1') }
}

/** Waits for the reader without script: the page would refresh itself, which a reload stands in for. */
export async function settle(page: Page, heading: RegExp) {
  for (let asked = 0; asked < 60; asked += 1) {
    if (heading.test(await textOf(page.getByRole('heading', { level: 1 })))) return
    await new Promise((resolve) => setTimeout(resolve, 500))
    await page.reload()
  }
  throw new Error(`still “${await textOf(page.getByRole('heading', { level: 1 }))}”`)
}

/** Sends a file as a new list and waits for the answer to it, by script or by `settle`. */
export async function sendFile(page: Page, listName: string, file: ListFile) {
  await page.goto(home('/money/new'))
  await page.getByLabel('Vad ska listan heta?').fill(listName)
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Läs filen' }).click()
}

export const MAPPING = /Vad betyder kolumnerna/
export const DONE = /^Klart: /

/** Brings the file in as a new list with what is guessed, and returns the address of the list. */
export async function bringIn(page: Page, listName: string, file: ListFile): Promise<string> {
  await sendFile(page, listName, file)
  await heading(page, MAPPING)
  await page.getByLabel('Vems kön avses?').selectOption('CEO')
  await page.getByLabel('Bordlagd').selectOption('pending')
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await heading(page, DONE)
  await page.getByRole('link', { name: 'Se vem pengarna når' }).click()
  await page.waitForURL(/\/lists\/[0-9a-f-]+$/)
  return new URL(page.url()).pathname
}

export async function heading(page: Page, text: RegExp) {
  await page.getByRole('heading', { level: 1, name: text }).waitFor()
}

/** Waits on the release page until its tables are protected and it has its form. */
export async function tablesProtected(page: Page) {
  await page.getByLabel(/^Jag har sett/).waitFor({ timeout: 60_000 })
}

/** What the report of an import says, by its words. */
export async function reportFacts(page: Page): Promise<Record<string, string>> {
  const terms = await page.locator('dl.facts dt').allInnerTexts()
  const values = await page.locator('dl.facts dd').allInnerTexts()
  expect(values).toHaveLength(terms.length)
  return Object.fromEntries(terms.map((term, index) => [term, values[index] ?? '']))
}
