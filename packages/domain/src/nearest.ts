/**
 * The candidates most like a text by Levenshtein's edit distance, upper and lower case alike, for "did you mean".
 * Candidates further away than half their length are left out; ties keep the order given.
 * @param text what somebody wrote; only its first 80 characters are compared
 * @param candidates what could have been meant
 * @param count how many at most
 * @returns zero to `count` candidates, nearest first
 * @example nearest('Falum', ['Falun', 'Borlänge']) // ['Falun']
 */
export function nearest(text: string, candidates: readonly string[], count = 3): string[] {
  const wanted = text.trim().toLocaleLowerCase('sv').slice(0, 80)
  if (wanted === '') return []
  return candidates
    .map((candidate, order) => {
      const other = candidate.toLocaleLowerCase('sv').slice(0, 80)
      return { candidate, order, distance: editDistance(wanted, other), reach: Math.ceil(other.length / 2) }
    })
    .filter((entry) => entry.distance <= entry.reach)
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, count)
    .map((entry) => entry.candidate)
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? a.length
}
