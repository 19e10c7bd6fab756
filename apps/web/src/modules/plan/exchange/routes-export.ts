import { writeForm } from '@jamvikt/tables'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { authorise } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { planOf } from '../plan-room.tsx'
import { planJson } from './rules/canonical.ts'
import { iatiXml } from './rules/iati.ts'
import { planSheets } from './rules/write-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A plan as files, and the template for one. */
export function addExports(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/import/template.xlsx', async (c) => {
    authorise(c, 'see-plans')
    const { language } = c.get('locale')
    const bytes = await writeForm(planSheets(language, null))
    return file(c, bytes, XLSX, language === 'sv' ? 'mall-plan.xlsx' : 'plan-template.xlsx')
  })

  app.get('/r/:slug/plans/:plan/export.json', async (c) => {
    const { opened } = await planOf(c, doors, 'see-plans')
    return file(c, planJson(opened.document), 'application/json; charset=UTF-8', `${opened.plan.slug}.json`)
  })

  app.get('/r/:slug/plans/:plan/export.xlsx', async (c) => {
    const { opened } = await planOf(c, doors, 'see-plans')
    const bytes = await writeForm(planSheets(c.get('locale').language, opened.document))
    return file(c, bytes, XLSX, `${opened.plan.slug}.xlsx`)
  })

  app.get('/r/:slug/plans/:plan/export.iati.xml', async (c) => {
    const { opened } = await planOf(c, doors, 'see-plans')
    const { regionName, slug } = c.get('membership')
    const xml = iatiXml(opened.document, {
      region: { slug, name: regionName },
      plan: opened.plan.slug,
      now: new Date(),
    })
    return file(c, xml, 'application/xml; charset=UTF-8', `${opened.plan.slug}.iati.xml`)
  })
}

function file(c: WebContext, body: string | Uint8Array, type: string, name: string) {
  const bytes = typeof body === 'string' ? body : new Uint8Array(body)
  return c.body(bytes, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
  })
}
