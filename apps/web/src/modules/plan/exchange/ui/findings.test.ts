import { localeOf } from '@jamvikt/i18n'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../model-exchange.ts'
import { planSheets } from '../rules/write-workbook.ts'
import { Findings } from './findings.tsx'

const said = (reason: Finding['reason'], detail: string, allowed: NonNullable<Finding['allowed']>) =>
  renderToString(
    h(Findings, {
      locale: localeOf('sv'),
      id: 'faults',
      isWord: false,
      findings: [{ reason, detail, allowed, place: {}, item: '' }],
    }),
  )

describe('what is wrong with a file', () => {
  it('is said with the value and the words or numbers that are allowed', () => {
    expect(said('not-a-choice', 'påhitt', { kind: 'plan', field: 'kind' })).toContain(
      'Ordet är inte ett av dem som kan väljas. (påhitt) Skriv något av: Handlingsplan; Tillväxtprogram; Utvecklingsstrategi.',
    )
    expect(said('not-a-choice', 'delvis', { kind: 'goal', field: 'measurable' })).toContain(
      'Skriv något av: Ja; Nej, inte än.',
    )
    const national = said('not-a-choice', 'Ledning och styrning', { kind: 'national', field: 'code' })
    expect(national).toContain('och 7 till, som står i mallens blad Tillåtna ord.')
    expect(said('too-large', '9', { kind: 'risk', field: 'likelihood' })).toContain(
      'Skriv ett tal från 1 till 5.',
    )
    expect(said('not-a-number', '14 procent', { kind: 'figure', field: 'value' })).toContain(
      'Skriv bara talet, som 14. (14 procent)',
    )
  })

  it('says what a mistyped national goal comes closest to, instead of all that there are', () => {
    const html = renderToString(
      h(Findings, {
        locale: localeOf('en'),
        id: 'faults',
        isWord: false,
        findings: [
          {
            reason: 'no-such-national',
            detail: 'Jämstäld hälsa',
            nearest: 'goal-health',
            allowed: { kind: 'national', field: 'code' },
            place: { sheet: 'Nationella mål', row: 2 },
            item: '',
          },
        ],
      }),
    )
    expect(html).toContain('(Jämstäld hälsa) The nearest is: Health.')
    expect(html).not.toContain('Write one of')
  })

  it('can be looked up in the template, kinds of plans among them', () => {
    const sheets = planSheets('sv', null)
    const words = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.flat() ?? []
    expect(words('Tillåtna ord')).toContain('Tillväxtprogram')
    expect(words('Så här gör du')).toContain('Handlingsplan; Tillväxtprogram; Utvecklingsstrategi')
  })
})
