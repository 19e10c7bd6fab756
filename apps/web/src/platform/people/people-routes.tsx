import { ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import {
  isLastAdministrator,
  type Member,
  membershipsOf,
  membersOf,
  removeMember,
  setMember,
} from '../db/members.ts'
import { remember } from '../history.ts'
import { inRegion, type Platform, type Web, type WebContext } from '../http/context.ts'
import { renderPage } from '../http/page.tsx'
import { HttpProblem } from '../http/problem.tsx'
import { isRole, may, type PolicyTable, ROLES } from '../policy.ts'

const peoplePolicy = {
  'see-people': { roles: ['administrator'], states: ['member'] },
  'change-people': { roles: ['administrator'], states: ['member'] },
} as const satisfies PolicyTable<'see-people' | 'change-people', 'member'>

function authorise(c: WebContext) {
  const actor = c.get('actor')
  if (!may(peoplePolicy, actor, 'change-people', { regionId: actor.regionId, state: 'member' }))
    throw new HttpProblem(404)
  return actor
}

async function peoplePage(
  c: WebContext,
  platform: Platform,
  options: { errors?: FieldError[]; name?: string; email?: string } = {},
) {
  const locale = c.get('locale')
  const actor = authorise(c)
  const members = await inRegion(platform, actor, (db) => membersOf(db, actor.regionId))
  const here = `/r/${c.get('membership').slug}/people`
  const { errors = [] } = options
  const roles = ROLES.map((role) => ({
    value: role,
    label: `${locale.text(`role.${role}`)} – ${locale.text(`role.${role}.help`)}`,
  }))
  return renderPage(
    c,
    { title: locale.text('people.title'), section: here },
    <>
      <h1>{locale.text('people.title')}</h1>
      <p class="lede">{locale.text('people.lede', { region: c.get('membership').regionName })}</p>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <div class="card table-card">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{locale.text('people.name')}</th>
              <th scope="col">{locale.text('people.email')}</th>
              <th scope="col">{locale.text('people.role')}</th>
              <th scope="col">{locale.text('people.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member, index) => (
              <tr key={member.personId}>
                <th scope="row">{member.name}</th>
                <td>{member.email}</td>
                <td>
                  <form method="post" action={`${here}/${member.personId}/role`} class="inline">
                    <select
                      name="role"
                      id={`role-${index}`}
                      aria-label={`${locale.text('people.role')}: ${member.name}`}
                    >
                      {ROLES.map((role) => (
                        <option key={role} value={role} selected={role === member.role}>
                          {locale.text(`role.${role}`)}
                        </option>
                      ))}
                    </select>
                    <button class="button small" type="submit">
                      {locale.text('people.change')}
                    </button>
                  </form>
                </td>
                <td>
                  <div class="inline">
                    <form method="post" action={`${here}/${member.personId}/link`}>
                      <button class="button small" type="submit">
                        {locale.text('people.link')}
                      </button>
                    </form>
                    <a class="button small" href={`${here}/${member.personId}/remove`}>
                      {locale.text('people.remove')}
                    </a>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form method="post" action={here} class="card form">
        <h2>{locale.text('people.add')}</h2>
        <Field
          id="name"
          label={locale.text('people.name')}
          value={options.name}
          required
          autocomplete="off"
          errors={errors}
        />
        <Field
          id="email"
          type="email"
          label={locale.text('people.email')}
          value={options.email}
          required
          autocomplete="off"
          errors={errors}
        />
        <Select id="role" label={locale.text('people.role')} value="reader" choices={roles} errors={errors} />
        <button class="button primary" type="submit">
          {locale.text('people.add')}
        </button>
      </form>
    </>,
    errors.length > 0 ? 422 : 200,
  )
}

/**
 * A link sets a person's password everywhere, so only the administrator of that person's only region may make one.
 */
async function linkPage(
  c: WebContext,
  platform: Platform,
  person: { id: string; name: string; email: string },
) {
  const locale = c.get('locale')
  const here = `/r/${c.get('membership').slug}/people`
  const regions = await membershipsOf(platform.db, person.id)
  if (regions.some((one) => one.regionId !== c.get('actor').regionId))
    return peoplePage(c, platform, {
      errors: [{ field: 'role', text: locale.text('people.elsewhere') }],
    })
  const token = await platform.sessions.resetToken(person.email)
  return renderPage(
    c,
    { title: locale.text('people.linkTitle', { name: person.name }), section: here },
    <>
      <h1>{locale.text('people.linkTitle', { name: person.name })}</h1>
      <Notice kind="watch">{locale.text('people.linkText')}</Notice>
      <p class="card">
        <code class="wrap">{`${platform.config.baseUrl}/reset/${token}`}</code>
      </p>
      <p>
        <a href={here}>{locale.text('back')}</a>
      </p>
    </>,
  )
}

export function addPeople(app: Web, platform: Platform) {
  const memberOf = async (c: WebContext): Promise<Member> => {
    const actor = authorise(c)
    const members = await inRegion(platform, actor, (db) => membersOf(db, actor.regionId))
    const member = members.find((one) => one.personId === c.req.param('person'))
    if (!member) throw new HttpProblem(404)
    return member
  }
  const note = (c: WebContext, personId: string, action: string, details: Record<string, unknown> = {}) => {
    const actor = c.get('actor')
    return {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'change',
      entity: 'member',
      entityId: personId,
      action,
      details,
    } as const
  }
  const lastAdministrator = (c: WebContext) =>
    peoplePage(c, platform, { errors: [{ field: 'role', text: c.get('locale').text('people.last') }] })

  app.get('/r/:slug/people', (c) => peoplePage(c, platform))

  app.post('/r/:slug/people', async (c) => {
    const actor = authorise(c)
    const locale = c.get('locale')
    const form = await c.req.formData()
    const name = String(form.get('name') ?? '').trim()
    const email = String(form.get('email') ?? '')
      .trim()
      .toLowerCase()
    const role = String(form.get('role') ?? '')
    const errors: FieldError[] = []
    if (name.length < 2 || name.length > 120)
      errors.push({ field: 'name', text: locale.text('people.invalidName') })
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      errors.push({ field: 'email', text: locale.text('people.invalidEmail') })
    if (errors.length > 0 || !isRole(role)) return peoplePage(c, platform, { errors, name, email })
    const person = await platform.sessions.personOf(email, name)
    const regions = await membershipsOf(platform.db, person.id)
    // Somebody who belongs to a region already has a password that this region's administrator must not set.
    if (regions.length > 0) {
      const here = regions.some((one) => one.regionId === actor.regionId)
      const text = locale.text(here ? 'people.already' : 'people.elsewhere')
      return peoplePage(c, platform, { errors: [{ field: 'email', text }], name, email })
    }
    await platform.sessions.forgetCredentials(person.id)
    await inRegion(platform, actor, async (db) => {
      await setMember(db, { regionId: actor.regionId, personId: person.id, role })
      await remember(db, note(c, person.id, 'added', { role }))
    })
    return linkPage(c, platform, person)
  })

  app.post('/r/:slug/people/:person/link', async (c) => {
    const member = await memberOf(c)
    await inRegion(platform, c.get('actor'), (db) =>
      remember(db, note(c, member.personId, 'reset-link-made')),
    )
    return linkPage(c, platform, { id: member.personId, ...member })
  })

  app.post('/r/:slug/people/:person/role', async (c) => {
    const member = await memberOf(c)
    const actor = c.get('actor')
    const role = String((await c.req.formData()).get('role') ?? '')
    if (!isRole(role)) throw new HttpProblem(404)
    const done = await inRegion(platform, actor, async (db) => {
      if (role !== 'administrator' && (await isLastAdministrator(db, actor.regionId, member.personId)))
        return false
      await setMember(db, { regionId: actor.regionId, personId: member.personId, role })
      await remember(db, note(c, member.personId, 'role-changed', { from: member.role, to: role }))
      return true
    })
    return done ? c.redirect(`/r/${c.get('membership').slug}/people`, 303) : lastAdministrator(c)
  })

  app.get('/r/:slug/people/:person/remove', async (c) => {
    const locale = c.get('locale')
    const member = await memberOf(c)
    const here = `/r/${c.get('membership').slug}/people`
    return renderPage(
      c,
      { title: locale.text('people.remove'), section: here },
      <>
        <h1>{locale.text('people.removeConfirm', { name: member.name })}</h1>
        <p class="lede">{locale.text('people.removeText')}</p>
        <form method="post" class="inline">
          <button class="button danger" type="submit">
            {locale.text('people.remove')}
          </button>
          <a class="button" href={here}>
            {locale.text('cancel')}
          </a>
        </form>
      </>,
    )
  })

  app.post('/r/:slug/people/:person/remove', async (c) => {
    const member = await memberOf(c)
    const actor = c.get('actor')
    const done = await inRegion(platform, actor, async (db) => {
      const result = await removeMember(db, actor.regionId, member.personId)
      if (result === 'removed') await remember(db, note(c, member.personId, 'removed', { role: member.role }))
      return result
    })
    if (done === 'last-administrator') return lastAdministrator(c)
    await platform.sessions.forgetCredentials(member.personId)
    return c.redirect(`/r/${c.get('membership').slug}/people`, 303)
  })
}
