import { readFileSync } from 'node:fs'
import path from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { ReportView } from '../ui/report-view.tsx'
import type { LaidReport } from './laid-out.ts'

const SHEETS = ['tokens.css', 'reporting.css']
const ALONE = `
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); }
.report { margin: 0 auto; padding: var(--s5); }
h1, h2, h3, h4 { font-family: var(--serif); font-weight: 560; line-height: 1.15; }
a { color: var(--accent); }
.lede { font-size: 18px; color: var(--ink-2); }
.note { font-size: 13.5px; color: var(--ink-3); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--ink-2); }
th, td { padding: 6px 8px; border-bottom: 1px solid var(--line); }
`
/** Nothing is fetched, sent or run from a report that has been saved. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** A report as one HTML file that stands alone: its own styles, no script, nothing fetched. */
export function htmlFile(report: LaidReport): Uint8Array<ArrayBuffer> {
  const page = renderToString(
    <html lang={report.tag}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <title>{report.title}</title>
        <style dangerouslySetInnerHTML={{ __html: styles() }} />
      </head>
      <body>
        <main>
          <ReportView report={report} />
        </main>
      </body>
    </html>,
  )
  return new TextEncoder().encode(`<!DOCTYPE html>\n${page}`)
}

let sheets: string | null = null

function styles(): string {
  const root = process.env.JAMVIKT_ROOT ?? process.cwd()
  const place = path.join(root, 'apps', 'web', 'src', 'platform', 'http', 'style')
  sheets ??= [...SHEETS.map((name) => readFileSync(path.join(place, name), 'utf8')), ALONE].join('\n')
  return sheets
}
