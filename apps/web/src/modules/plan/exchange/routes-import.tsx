import { Checkbox, ErrorSummary, Field, type FieldError, FileForm } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { authorise } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { homeOf, showPage } from '../plan-room.tsx'
import { addressOf, isAddress } from '../rules/plan-address.ts'
import { draftGone, importOf, showImport } from './import-room.tsx'
import { becameOf, bringDraftIn, type Draft, discardDraft, openDraft } from './service/drafts.ts'
import { receivePlanFile } from './service/receive-plan-file.ts'
import { slugOfPlan } from './service/word-reading.ts'
import { DraftPreview } from './ui/draft-preview.tsx'
import { Findings } from './ui/findings.tsx'

/** A file with a plan: handed in, looked over as a draft, brought in or thrown away. */
export function addImport(app: Web, doors: PlanDoors) {
  const uploadPage = (c: WebContext, errors: readonly FieldError[]) => {
    authorise(c, 'write-plan')
    const locale = c.get('locale')
    return showPage(
      c,
      locale.text('plan.x.import.title'),
      <>
        <p class="crumb">
          <a href={homeOf(c)}>{locale.text('plan.title')}</a>
        </p>
        <h1>{locale.text('plan.x.import.title')}</h1>
        <p class="lede">{locale.text('plan.x.import.lede')}</p>
        <FileForm
          summary={locale.text('error.summary')}
          label={locale.text('plan.x.import.file')}
          hint={locale.text('plan.x.import.fileHint')}
          accept=".xlsx,.json,.docx"
          send={locale.text('plan.x.import.read')}
          errors={errors}
        />
        <section class="card">
          <p>{locale.text('plan.x.import.template.text')}</p>
          <p>
            <a href={`${importOf(c)}/template.xlsx`}>{locale.text('plan.x.import.template')}</a>
          </p>
        </section>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/import', (c) => uploadPage(c, []))

  app.post('/r/:slug/plans/import', async (c) => {
    const actor = authorise(c, 'write-plan')
    const file = (await c.req.formData()).get('file')
    if (!(file instanceof File) || file.size === 0)
      return uploadPage(c, [{ field: 'file', text: c.get('locale').text('plan.x.import.noFile') }])
    const id = await receivePlanFile(doors, actor, file)
    return c.redirect(`${importOf(c)}/${id}`, 303)
  })

  const draftPage = (c: WebContext, draft: Draft, errors: readonly FieldError[], typed?: string) => {
    const locale = c.get('locale')
    const { read } = draft
    if (read === null) return c.redirect(`${importOf(c)}/${draft.id}/table`, 303)
    const { document, faults, remarks } = read
    const isWord = draft.tables !== null
    const title = locale.text('plan.x.draft.title')
    const back = isWord ? `${importOf(c)}/${draft.id}/table` : importOf(c)
    return showImport(
      c,
      title,
      <>
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <p class="lede">
          {locale.text('plan.x.draft.from')} {draft.fileName}. {locale.text('plan.x.draft.lede')}
        </p>
        {faults.length === 0 ? null : (
          <section class="card" aria-labelledby="faults">
            <h2 id="faults">{locale.counted('plan.x.draft.faults', draft.faults)}</h2>
            <p>{locale.text('plan.x.draft.faults.text')}</p>
            <Findings locale={locale} id="faults" findings={faults} isWord={isWord} />
            {draft.faults > faults.length ? (
              <p>{locale.counted('plan.x.draft.faults.more', draft.faults - faults.length)}</p>
            ) : null}
            <p>
              <a href={back}>{locale.text(isWord ? 'plan.x.word-page.title' : 'plan.x.import.back')}</a>
            </p>
          </section>
        )}
        {remarks.length === 0 ? null : (
          <section class="card" aria-labelledby="remarks">
            <h2 id="remarks">{locale.text('plan.x.draft.remarks')}</h2>
            <p>{locale.text('plan.x.draft.remarks.text')}</p>
            <Findings locale={locale} id="remarks" findings={remarks} isWord={isWord} />
            {draft.remarks > remarks.length ? (
              <p>{locale.counted('plan.x.draft.remarks.more', draft.remarks - remarks.length)}</p>
            ) : null}
          </section>
        )}
        {document === null ? null : <DraftPreview locale={locale} document={document} />}
        <form method="post" class="card form">
          {document === null ? null : (
            <>
              {draft.choice?.into.kind === 'plan' ? null : (
                <Field
                  id="address"
                  label={locale.text('plan.x.draft.address')}
                  hint={locale.text('plan.x.draft.addressHint')}
                  value={typed ?? addressOf(document.facts.name)}
                  required
                  errors={errors}
                />
              )}
              {remarks.length === 0 ? null : <Checkbox id="seen" label={locale.text('plan.x.draft.seen')} />}
              <button class="button primary" type="submit" name="act" value="keep">
                {locale.text(draft.choice?.into.kind === 'plan' ? 'plan.x.draft.add' : 'plan.x.draft.keep')}
              </button>
            </>
          )}
          <button class="button" type="submit" name="act" value="discard" formNoValidate>
            {locale.text('plan.x.draft.discard')}
          </button>
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  /** A draft that is not there: the plan that it became, or that it is gone. */
  const goneOrBecome = async (c: WebContext, id: string) => {
    const actor = authorise(c, 'write-plan')
    const slug = await doors.inRegion(actor, async (db) => {
      const planId = await becameOf(db, actor, id)
      return planId === null ? '' : slugOfPlan(db, planId)
    })
    return slug === '' ? draftGone(c) : c.redirect(`${homeOf(c)}/${slug}`, 303)
  }

  app.get('/r/:slug/plans/import/:draft', async (c) => {
    const actor = authorise(c, 'write-plan')
    const draft = await doors.inRegion(actor, (db) => openDraft(db, actor, c.req.param('draft')))
    return draft === null ? goneOrBecome(c, c.req.param('draft')) : draftPage(c, draft, [])
  })

  app.post('/r/:slug/plans/import/:draft', async (c) => {
    const actor = authorise(c, 'write-plan')
    const locale = c.get('locale')
    const id = c.req.param('draft')
    const form = await c.req.formData()
    if (form.get('act') === 'discard') {
      await doors.inRegion(actor, (db) => discardDraft(db, actor, id))
      return c.redirect(importOf(c), 303)
    }
    const draft = await doors.inRegion(actor, (db) => openDraft(db, actor, id))
    const document = draft?.read?.document ?? null
    if (draft === null) return goneOrBecome(c, id)
    if (document === null || draft.read === null) return draftPage(c, draft, [])
    const address = wordOf(form, 'address', 100)
    const refuse = (field: string, text: string) => draftPage(c, draft, [{ field, text }], address)
    if (draft.read.remarks.length > 0 && form.get('seen') === null)
      return refuse('seen', locale.text('plan.x.draft.error.seen'))
    const into = draft.choice?.into
    if (into?.kind !== 'plan' && !isAddress(address))
      return refuse('address', locale.text('plan.x.draft.error.slug'))
    const kept = await doors.inRegion(actor, async (db) => {
      const brought = await bringDraftIn(db, actor, draft, document, address)
      return brought.ok ? { ok: true as const, slug: await slugOfPlan(db, brought.planId) } : brought
    })
    if (kept.ok) return c.redirect(`${homeOf(c)}/${kept.slug}`, 303)
    if (kept.reason === 'address-taken') return refuse('address', locale.text('plan.x.draft.error.taken'))
    return refuse('content', locale.text(`plan.x.draft.error.${kept.reason}`))
  })
}
