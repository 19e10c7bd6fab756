import { type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import type { ReportDoors } from './document-room.tsx'
import type { TemplateReason } from './model-template.ts'
import { authorise } from './policy.ts'
import { attachment } from './rules/file-name.ts'
import { openTemplate, receiveTemplate, takeTemplate, useTemplate } from './service/template.ts'
import { TemplateForm } from './ui/template-form.tsx'
import { TemplateFound } from './ui/template-found.tsx'
import { writtenWord } from './ui/template-words.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const DONE = ['saved', 'removed', 'back'] as const

/** The region’s own Word template: what was found in it, another one, away with it and back again. */
export function addTemplate(app: Web, doors: ReportDoors) {
  const page = async (
    c: WebContext,
    errors: readonly FieldError[] = [],
    clash: string | null = null,
    status: 200 | 409 | 422 = 200,
  ) => {
    const actor = authorise(c, 'change-look', 'draft')
    const locale = c.get('locale')
    const { slug } = c.get('membership')
    const chosen = await doors.inRegion(actor, openTemplate)
    const used = chosen?.isUsed === true ? chosen : null
    const done = DONE.find((each) => status === 200 && c.req.query('done') === each)
    const title = locale.text('look.template')
    const revision = chosen?.revision ?? 0
    const act = (name: 'remove' | 'bring-back', look: string) => (
      <form method="post" class="inline" action={`/r/${slug}/look/template`} encType="multipart/form-data">
        <input type="hidden" name="revision" value={revision} />
        <button class={look} type="submit" name="act" value={name}>
          {locale.text(`look.template.${name}`)}
        </button>
      </form>
    )
    const body = (
      <>
        <nav class="crumb no-print" aria-label={locale.text('back')}>
          <a href={`/r/${slug}/look`}>{locale.text('look.title')}</a>
        </nav>
        <h1>{title}</h1>
        <p class="lede">{locale.text('look.template.lede')}</p>
        {clash === null ? null : <Notice kind="bad">{clash}</Notice>}
        {done === undefined ? null : (
          <Notice kind="good">
            {locale.text(`look.template.${done}`)}{' '}
            {done === 'removed' && used === null ? act('bring-back', 'button small') : null}
          </Notice>
        )}
        <section class="card">
          <h2>{locale.text('look.template.now')}</h2>
          {used === null ? (
            <p>{locale.text('look.template.empty')}</p>
          ) : (
            <>
              <p>
                <strong>{used.name}</strong>{' '}
                {locale.text('look.template.chosen', {
                  name: used.changedBy,
                  time: locale.time(used.changedAt),
                })}
              </p>
              {used.facts === null ? null : <TemplateFound locale={locale} facts={used.facts} />}
              <p>
                <a href={`/r/${slug}/look/template/file`}>{locale.text('look.template.take')}</a>
              </p>
              {act('remove', 'button')}
            </>
          )}
        </section>
        <TemplateForm locale={locale} isFirst={used === null} revision={revision} errors={errors} />
      </>
    )
    return renderPage(c, { title, section: `/r/${slug}/plans` }, body, status)
  }

  app.get('/r/:slug/look/template', (c) => page(c))

  app.get('/r/:slug/look/template/file', async (c) => {
    const actor = authorise(c, 'change-look', 'draft')
    const taken = await doors.inRegion(actor, takeTemplate)
    if (taken === null) throw new HttpProblem(404)
    const kind = /\.dotx$/i.test(taken.name) ? 'template' : 'document'
    return c.body(taken.bytes, 200, {
      'Content-Type': `${WORD}${kind}`,
      'Content-Disposition': attachment(taken.name.replaceAll(/[\\/\p{Cc}\p{Cf}]/gu, ' ')),
    })
  })

  app.post('/r/:slug/look/template', async (c) => {
    const actor = authorise(c, 'change-look', 'draft')
    const locale = c.get('locale')
    const here = `/r/${c.get('membership').slug}/look/template`
    const form = await c.req.formData()
    const seen = Number(wordOf(form, 'revision', 9)) || 0
    const act = wordOf(form, 'act', 20)
    const clashed = (latest: { readonly changedBy: string; readonly changedAt: Date }) =>
      page(
        c,
        [],
        locale.text('look.template.clash', { name: latest.changedBy, time: locale.time(latest.changedAt) }),
        409,
      )
    if (act === 'remove' || act === 'bring-back') {
      const isUsed = act === 'bring-back'
      const done = await doors.inRegion(actor, (db) => useTemplate(db, actor, seen, isUsed))
      if (done.ok) return c.redirect(`${here}?done=${isUsed ? 'back' : 'removed'}`, 303)
      if (done.reason === 'gone') throw new HttpProblem(404)
      return clashed(done.latest)
    }
    const sent = form.get('file')
    const file = sent instanceof File ? sent : new File([], '')
    const done = await receiveTemplate(doors, actor, file, seen)
    if (done.ok) return c.redirect(`${here}?done=saved`, 303)
    if (done.reason === 'clash') return clashed(done.latest)
    return page(c, [{ field: 'file', text: faultText(c, done.reason, done.detail) }], null, 422)
  })
}

function faultText(c: WebContext, reason: TemplateReason, detail: string): string {
  const locale = c.get('locale')
  return locale.text(`look.template.fault.${reason}`, { place: writtenWord(locale, 'report'), detail })
}
