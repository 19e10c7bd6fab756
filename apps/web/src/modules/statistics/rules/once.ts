/**
 * The same work, done once for each object that it is asked of. For tables and their dimensions, which never change and
 * are kept in memory: every view of one asks the same of them again.
 */
export function once<Subject extends object, Answer>(work: (subject: Subject) => Answer) {
  const known = new WeakMap<Subject, { readonly answer: Answer }>()
  return (subject: Subject): Answer => {
    const kept = known.get(subject) ?? { answer: work(subject) }
    known.set(subject, kept)
    return kept.answer
  }
}
