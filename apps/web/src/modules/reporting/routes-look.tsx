import { type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { renderPage } from '../../platform/http/page.tsx'
import type { ReportDoors } from './document-room.tsx'
import { PLAIN_STYLE, type ReportStyle } from './model-style.ts'
import { authorise } from './policy.ts'
import { contrastOnWhite, LEAST_CONTRAST } from './rules/contrast.ts'
import { readPng } from './rules/read-png.ts'
import { changeLook, openLook } from './service/look.ts'
import { openTemplate } from './service/template.ts'
import { LookForm } from './ui/look-form.tsx'

const FONT = /^[\p{L}\p{N} -]{1,60}$/u

/** How the region’s own documents look. */
export function addLook(app: Web, doors: ReportDoors) {
  const page = async (
    c: WebContext,
    sent: {
      readonly style: ReportStyle
      readonly errors: readonly FieldError[]
      readonly clash: string | null
    } | null,
  ) => {
    const actor = authorise(c, 'change-look', 'draft')
    const locale = c.get('locale')
    const { look, template } = await doors.inRegion(actor, async (db) => ({
      look: await openLook(db),
      template: await openTemplate(db),
    }))
    const title = locale.text('look.title')
    return renderPage(
      c,
      { title, section: `/r/${c.get('membership').slug}/plans` },
      <>
        <h1>{title}</h1>
        <p class="lede">{locale.text('look.lede')}</p>
        {c.req.query('saved') === '1' && sent === null ? (
          <Notice kind="good">{locale.text('look.saved')}</Notice>
        ) : null}
        {sent?.clash ? <Notice kind="bad">{sent.clash}</Notice> : null}
        <LookForm
          locale={locale}
          style={sent?.style ?? look?.style ?? PLAIN_STYLE}
          revision={look?.revision ?? 0}
          errors={sent?.errors ?? []}
        />
        <section class="card">
          <h2>{locale.text('look.template')}</h2>
          <p>
            {template?.isUsed === true
              ? locale.text('look.template.used', { name: template.name })
              : locale.text('look.template.none')}
          </p>
          <p>
            <a href={`/r/${c.get('membership').slug}/look/template`}>{locale.text('look.template.open')}</a>
          </p>
        </section>
      </>,
      sent === null ? 200 : sent.clash === null ? 422 : 409,
    )
  }

  app.get('/r/:slug/look', (c) => page(c, null))

  app.post('/r/:slug/look', async (c) => {
    const actor = authorise(c, 'change-look', 'draft')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const kept = (await doors.inRegion(actor, openLook))?.style ?? PLAIN_STYLE
    const { style, faults } = await read(form, kept)
    if (faults.length > 0) {
      const contrast = locale.figure(contrastOnWhite(style.accent), 1)
      const errors = faults.map(({ field, reason }) => ({
        field,
        text:
          reason === 'contrast'
            ? locale.text('look.fault.contrast', { contrast })
            : locale.text(`look.fault.${reason}`),
      }))
      return page(c, { style, errors, clash: null })
    }
    const done = await doors.inRegion(actor, (db) =>
      changeLook(db, actor, Number(wordOf(form, 'revision', 9)) || 0, style),
    )
    if (done.ok) return c.redirect(`/r/${c.get('membership').slug}/look?saved=1`, 303)
    const { changedBy, changedAt } = done.latest
    const clash = locale.text('look.clash', { name: changedBy, time: locale.time(changedAt) })
    return page(c, { style, errors: [], clash })
  })
}

interface Fault {
  readonly field: string
  readonly reason: 'accent' | 'contrast' | 'font' | 'foot' | 'not-png' | 'damaged' | 'too-large' | 'alt'
}

/** The look that a form asks for, and what is wrong with it. */
async function read(form: FormData, kept: ReportStyle): Promise<{ style: ReportStyle; faults: Fault[] }> {
  const faults: Fault[] = []
  const accent = wordOf(form, 'accent', 20).toLowerCase()
  if (!/^#[0-9a-f]{6}$/.test(accent)) faults.push({ field: 'accent', reason: 'accent' })
  else if (contrastOnWhite(accent) < LEAST_CONTRAST) faults.push({ field: 'accent', reason: 'contrast' })
  const font = (field: 'wordHeadingFont' | 'wordBodyFont') => {
    const name = wordOf(form, field, 100)
    if (!FONT.test(name)) faults.push({ field, reason: 'font' })
    return name
  }
  const [wordHeadingFont, wordBodyFont] = [font('wordHeadingFont'), font('wordBodyFont')]
  const foot = wordOf(form, 'foot', 1000).replaceAll(/\s+/g, ' ')
  if (foot.length > 200) faults.push({ field: 'foot', reason: 'foot' })
  const pdfHeadings = form.get('pdfHeadings') === 'serif' ? 'serif' : 'sans'
  const logo = await readLogo(form, kept.logo, faults)
  return { style: { accent, wordHeadingFont, wordBodyFont, pdfHeadings, foot, logo }, faults }
}

async function readLogo(
  form: FormData,
  kept: ReportStyle['logo'],
  faults: Fault[],
): Promise<ReportStyle['logo']> {
  if (form.has('noLogo')) return null
  const alt = wordOf(form, 'alt', 200)
  const sent = form.get('logo')
  const hasFile = sent instanceof File && sent.size > 0
  if ((hasFile || kept !== null) && alt === '') faults.push({ field: 'alt', reason: 'alt' })
  if (!hasFile) return kept === null ? null : { ...kept, alt: alt || kept.alt }
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const png = readPng(bytes)
  if (png.ok)
    return {
      png: Buffer.from(bytes).toString('base64'),
      alt,
      width: png.width,
      height: png.height,
    }
  faults.push({ field: 'logo', reason: png.reason })
  return kept
}
