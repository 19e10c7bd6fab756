export const ROLES = ['administrator', 'analyst', 'strategist', 'officer', 'reader'] as const
export type Role = (typeof ROLES)[number]

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

/** Who signs the request: a person in one region, in one role. */
export interface Actor {
  readonly personId: string
  readonly personName: string
  readonly regionId: string
  readonly role: Role
}

/** One line a permitted act: which roles, and in which state of the thing acted on. */
interface Permission<State extends string> {
  readonly roles: readonly Role[]
  readonly states: readonly State[]
}

export type PolicyTable<Act extends string, State extends string> = Readonly<Record<Act, Permission<State>>>

/** May this person do this to a thing of this region in this state? The region comes first. */
export function may<Act extends string, State extends string>(
  table: PolicyTable<Act, State>,
  actor: Actor,
  act: Act,
  thing: { readonly regionId: string; readonly state: State },
): boolean {
  const permission = table[act]
  return (
    thing.regionId === actor.regionId &&
    permission.roles.includes(actor.role) &&
    permission.states.includes(thing.state)
  )
}
