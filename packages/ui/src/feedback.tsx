import type { ComponentChildren } from 'preact'

/** A message that follows from what just happened, or a standing caution. */
export function Notice(props: { kind: 'info' | 'good' | 'watch' | 'bad'; children: ComponentChildren }) {
  return (
    <div
      class={`notice notice-${props.kind}`}
      role={props.kind === 'good' || props.kind === 'bad' ? 'status' : undefined}
    >
      {props.children}
    </div>
  )
}

/** What was just removed, and a way to bring it back: sends `act=bring-back` with what was removed of which revision. */
export function UndoRemove(props: { said: string; bringBack: string; revision: number; block: string }) {
  return (
    <Notice kind="good">
      <form method="post" class="inline">
        <input type="hidden" name="revision" value={props.revision} />
        <input type="hidden" name="block" value={props.block} />
        <span>{props.said}</span>
        <button class="button small" type="submit" name="act" value="bring-back">
          {props.bringBack}
        </button>
      </form>
    </Notice>
  )
}

/** Nothing here yet: says what would be here and how to get it. */
export function EmptyState(props: { title: string; children: ComponentChildren }) {
  return (
    <section class="empty">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** Progress of long work; `source` is the address that an island asks for news. */
export function ProgressBar(props: { id: string; label: string; share: number; source: string }) {
  return (
    <div class="progress" data-progress={props.source}>
      <label for={props.id}>{props.label}</label>
      <progress id={props.id} max={1} value={props.share} />
      <output for={props.id} aria-live="polite">{`${Math.round(props.share * 100)} %`}</output>
    </div>
  )
}

export type VerdictKind = 'bad' | 'neutral' | 'few' | 'good'
const SIGNS: Record<VerdictKind, string> = { bad: '▲', neutral: '○', few: '?', good: '✓' }

/** A state in words with a sign; colour comes third. */
export function Tag(props: { kind: VerdictKind; children: ComponentChildren }) {
  return (
    <span class={`tag tag-${props.kind}`}>
      <span aria-hidden="true">{SIGNS[props.kind]}</span>
      {props.children}
    </span>
  )
}
