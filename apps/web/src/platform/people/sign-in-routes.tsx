import { ErrorSummary, Field, type FieldError, Notice } from '@jamvikt/ui'
import type { Platform, Web, WebContext } from '../http/context.ts'
import { ownAddress } from '../http/own-address.ts'
import { renderPage } from '../http/page.tsx'
import { PASSWORD_LENGTH } from '../session.ts'

function signInPage(
  c: WebContext,
  platform: Platform,
  options: { errors?: FieldError[]; email?: string; back: string; done?: boolean },
) {
  const locale = c.get('locale')
  const { errors = [] } = options
  return renderPage(
    c,
    { title: locale.text('signIn.title'), narrow: true },
    <>
      <h1>{locale.text('signIn.title')}</h1>
      <p class="lede">{locale.text('signIn.lede')}</p>
      {options.done ? <Notice kind="good">{locale.text('reset.done')}</Notice> : null}
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <form method="post" action="/sign-in" class="card form">
        <input type="hidden" name="back" value={options.back} />
        <Field
          id="email"
          type="email"
          label={locale.text('signIn.email')}
          value={options.email}
          required
          autocomplete="username"
          errors={errors}
        />
        <Field
          id="password"
          type="password"
          label={locale.text('signIn.password')}
          required
          autocomplete="current-password"
          errors={errors}
        />
        <button class="button primary" type="submit">
          {locale.text('signIn.submit')}
        </button>
      </form>
      <p class="note">{locale.text('signIn.forgot')}</p>
      {platform.demo ? <p class="note">{locale.text('signIn.demo')}</p> : null}
    </>,
    errors.length > 0 ? 422 : 200,
  )
}

function resetPage(c: WebContext, errors: FieldError[]) {
  const locale = c.get('locale')
  return renderPage(
    c,
    { title: locale.text('reset.title'), narrow: true },
    <>
      <h1>{locale.text('reset.title')}</h1>
      <p class="lede">{locale.text('reset.lede')}</p>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <form method="post" class="card form">
        <Field
          id="password"
          type="password"
          label={locale.text('reset.password')}
          required
          autocomplete="new-password"
          errors={errors}
        />
        <Field
          id="repeat"
          type="password"
          label={locale.text('reset.repeat')}
          required
          autocomplete="new-password"
          errors={errors}
        />
        <button class="button primary" type="submit">
          {locale.text('reset.submit')}
        </button>
      </form>
    </>,
    errors.length > 0 ? 422 : 200,
  )
}

export function addSignIn(app: Web, platform: Platform) {
  app.get('/sign-in', (c) =>
    signInPage(c, platform, { back: ownAddress(c.req.query('back')), done: c.req.query('done') === '1' }),
  )

  app.post('/sign-in', async (c) => {
    const form = await c.req.formData()
    const email = String(form.get('email') ?? '').trim()
    const back = ownAddress(String(form.get('back') ?? '/'))
    const result = await platform.sessions.signIn(
      email,
      String(form.get('password') ?? ''),
      c.req.raw.headers,
      c.get('peer'),
    )
    if (!result.ok) {
      const text = c.get('locale').text(result.reason === 'too-many' ? 'signIn.tooMany' : 'signIn.wrong')
      return signInPage(c, platform, { errors: [{ field: 'email', text }], email, back })
    }
    for (const cookie of result.cookies) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect(back, 303)
  })

  app.post('/sign-out', async (c) => {
    for (const cookie of await platform.sessions.signOut(c.req.raw.headers, c.get('peer')))
      c.header('Set-Cookie', cookie, { append: true })
    return c.redirect('/sign-in', 303)
  })

  app.get('/reset/:token', (c) => resetPage(c, []))

  app.post('/reset/:token', async (c) => {
    const locale = c.get('locale')
    const form = await c.req.formData()
    const password = String(form.get('password') ?? '')
    const errors: FieldError[] = []
    if (password.length < PASSWORD_LENGTH.min)
      errors.push({ field: 'password', text: locale.text('reset.short') })
    if (password.length > PASSWORD_LENGTH.max)
      errors.push({ field: 'password', text: locale.text('reset.long') })
    if (password !== String(form.get('repeat') ?? ''))
      errors.push({ field: 'repeat', text: locale.text('reset.differ') })
    if (errors.length > 0) return resetPage(c, errors)
    const done = await platform.sessions.resetPassword(c.req.param('token'), password, c.get('peer'))
    if (done === 'ok') return c.redirect('/sign-in?done=1', 303)
    return resetPage(c, [
      { field: 'password', text: locale.text(done === 'stale' ? 'reset.stale' : 'signIn.tooMany') },
    ])
  })
}
