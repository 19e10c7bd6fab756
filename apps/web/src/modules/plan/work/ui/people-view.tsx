import type { Locale } from '@jamvikt/i18n'
import { EmptyState } from '@jamvikt/ui'
import { AddLink } from '../../ui/item-view.tsx'
import { choiceLabel, type Known, numberText } from '../../ui/words.tsx'
import { byDuty, type DutyGroup, type Posts, shareOf, sumOfPosts } from '../rules/people.ts'

function shareText(locale: Locale, share: Posts | null): string {
  if (share === null) return '–'
  const [from, to] = [numberText(locale, share.from), numberText(locale, share.to)]
  return from === to ? locale.text('work.share.one', { from }) : locale.text('work.share.range', { from, to })
}

/** Shares together as full posts: 150 per cent are 1.5. */
function postsText(locale: Locale, posts: Posts): string {
  const text = (share: number) => numberText(locale, Number((share / 100).toFixed(3)))
  return posts.from === posts.to ? text(posts.from) : `${text(posts.from)}–${text(posts.to)}`
}

/** The posts of some roles together, and of how many it is not known; nothing where it is known of none. */
function sumText(locale: Locale, { posts, unsaid }: Pick<DutyGroup, 'posts' | 'unsaid'>): string {
  if (posts === null) return ''
  return [
    locale.text('work.posts', { posts: postsText(locale, posts) }),
    unsaid === 0 ? '' : locale.counted('work.posts.unsaid', unsaid),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Who does what, by duty, with the posts that they make together. */
export function PeopleView(props: Known & { mayWrite: boolean }) {
  const { locale, tree, here, codes } = props
  const groups = byDuty(tree)
  const whole = sumOfPosts(tree.all('role'))
  const name = (duty: DutyGroup['duty']) =>
    duty === null ? locale.text('work.duty.none') : choiceLabel(locale, 'role', 'duty', duty)
  return (
    <section class="card" aria-labelledby="people">
      <h2 id="people">{locale.text('work.people')}</h2>
      {groups.length === 0 ? (
        <EmptyState title={locale.text('work.people.none')}>
          <p>{locale.text('work.people.none.text')}</p>
        </EmptyState>
      ) : null}
      {groups.length === 0 ? null : (
        <table class="stack duties">
          <thead>
            <tr>
              <th scope="col">{locale.text('work.role')}</th>
              <th scope="col">{locale.text('plan.field.organisation')}</th>
              <th scope="col" class="n">
                {locale.text('work.share')}
              </th>
            </tr>
          </thead>
          {groups.map(({ duty, roles, ...sum }) => (
            <tbody key={duty ?? ''}>
              <tr class="duty">
                <th scope="rowgroup" colSpan={3}>
                  {name(duty)} <span class="note">{sumText(locale, sum)}</span>
                </th>
              </tr>
              {roles.map((role) => (
                <tr key={role.id}>
                  <th scope="row">
                    <span>
                      <a href={`${here}/items/${role.id}`}>{role.fields.name}</a>
                      {role.fields.member.map((id) =>
                        codes.has(id) ? (
                          <small key={id} class="note">
                            {' '}
                            {codes.get(id)}
                          </small>
                        ) : null,
                      )}
                    </span>
                  </th>
                  <td data-label={locale.text('plan.field.organisation')}>
                    {role.fields.organisation || '–'}
                  </td>
                  <td class="n" data-label={locale.text('work.share')}>
                    {shareText(locale, shareOf(role))}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
      {groups.length > 1 && whole.posts !== null ? (
        <p>
          <strong>{locale.text('work.posts.all', { posts: postsText(locale, whole.posts) })}</strong>
        </p>
      ) : null}
      {props.mayWrite ? (
        <p class="no-print">
          <AddLink locale={locale} here={here} kind="role" parent={null} />
        </p>
      ) : null}
    </section>
  )
}
