import { readFileSync } from 'node:fs'
import path from 'node:path'

const SHEETS = ['tokens.css', 'chart.css', 'map.css']
/** What of a style sheet has a meaning within a drawing. */
const DRAWN = /^(fill|stroke|font|paint-order|vector-effect)/
const FONT = '"Inter Variable", Inter, system-ui, sans-serif'

/**
 * The site's own styles as a picture that stands alone carries them: light, with every colour written out, and only what
 * draws. Rules that depend on the reader's screen are left out.
 */
export function pictureStyle(): string {
  style ??= flattened(SHEETS.map(sheetOf).join('\n'))
  return style
}

let style: string | null = null

function sheetOf(name: string): string {
  const root = process.env.JAMVIKT_ROOT ?? process.cwd()
  return readFileSync(path.join(root, 'apps', 'web', 'src', 'platform', 'http', 'style', name), 'utf8')
}

function flattened(sheet: string): string {
  const plain = withoutAtRules(sheet.replaceAll(/\/\*[\s\S]*?\*\//g, ''))
  const rules = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => ({
    selectors: selectors.trim(),
    declarations: body.split(';').flatMap((one) => {
      const [name = '', ...value] = one.split(':')
      return name.trim() === '' ? [] : [[name.trim(), value.join(':').trim()] as const]
    }),
  }))
  const variables = new Map(
    rules.filter(({ selectors }) => selectors === ':root').flatMap((one) => one.declarations),
  )
  variables.set('--sans', FONT)
  const written = (value: string) =>
    value.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => variables.get(name) ?? 'currentColor')
  return rules
    .flatMap(({ selectors, declarations }) => {
      const drawn = declarations.filter(([name]) => DRAWN.test(name))
      const named = selectors.split(',').filter((one) => !one.includes(':'))
      if (drawn.length === 0 || named.length === 0) return []
      return [
        `${named.map((one) => one.trim()).join(',')}{${drawn.map(([name, value]) => `${name}:${written(value)}`).join(';')}}`,
      ]
    })
    .join('\n')
}

/** A sheet without `@import`, `@media` and the like, whole blocks included. */
function withoutAtRules(sheet: string): string {
  let kept = ''
  let at = 0
  while (at < sheet.length) {
    if (sheet[at] !== '@') {
      kept += sheet[at]
      at += 1
      continue
    }
    let depth = 0
    for (; at < sheet.length; at += 1) {
      if (sheet[at] === '{') depth += 1
      if (sheet[at] === '}') depth -= 1
      if (depth === 0 && (sheet[at] === '}' || sheet[at] === ';')) break
    }
    at += 1
  }
  return kept
}
