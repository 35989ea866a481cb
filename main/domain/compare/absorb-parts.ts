import type { Alignment } from './align-passages'
import type { Passage } from './comparable-document'
import { joined, joinSpans } from './join-passages'
import type { Span } from './join-passages'
import type { Keyed, keyed } from './likeness'

/** How much of a passage beside a changed one must stand in what the other side has more, by weight, to be a part of it. */
const LEAST_COVERED = 0.8

/** The least weight of such a part: a lone number belongs to anything. */
const LEAST_WEIGHT = 0.5

interface Side {
  readonly passages: readonly Passage[]
  readonly used: Set<number>
}

/** One side of a changed pair as it grows. */
interface Grown {
  readonly span: Span
  readonly passage: Passage
}

/** Whether the words of `part` stand in `whole` over and above those of `own`. */
const isPartOf = (part: Keyed, whole: Keyed, own: Keyed): boolean => {
  const { weights, total } = part.measures()
  if (total < LEAST_WEIGHT) return false
  const [all, taken] = [whole.measures().weights, own.measures().weights]
  let covered = 0
  for (const [token, weight] of weights) covered += Math.min(weight, Math.max(0, (all.get(token) ?? 0) - (taken.get(token) ?? 0)))
  return covered >= LEAST_COVERED * total
}

/** Whether the whole opens with the part, as the part's own neighbour does not: "99.1" before the title of an exhibit. */
const opens = (part: string, whole: string, own: string): boolean => whole.startsWith(`${part} `) && !own.startsWith(part)
const closes = (part: string, whole: string, own: string): boolean => whole.endsWith(` ${part}`) && !own.endsWith(part)

/** A side with a free neighbour that is a part of what the other side says; null where there is none. */
const grow = ({ passages, used }: Side, { span, passage }: Grown, other: Grown, keying: typeof keyed): Grown | null => {
  for (const [at, next] of [[span.to, { from: span.from, to: span.to + 1 }], [span.from - 1, { from: span.from - 1,
    to: span.to }]] as const) {
    const neighbour = passages[at]
    if (!neighbour || used.has(at)) continue
    const [part, whole, own] = [keying(neighbour), keying(other.passage), keying(passage)]
    if (!isPartOf(part, whole, own) && !(at < span.from ? opens(part.key, whole.key, own.key) : closes(part.key, whole.key, own.key)))
      continue
    used.add(at)
    return { span: next, passage: at < span.from ? joined(neighbour, passage) : joined(passage, neighbour) }
  }
  return null
}

/**
 * Joins to changed passages the neighbours that are parts of them: the other side has the words in one passage, and some of them
 * are others. Null where there are none.
 */
export const absorbParts = (
  left: readonly Passage[],
  right: readonly Passage[],
  { ordered, moved }: Alignment,
  keying: typeof keyed
): { readonly left: readonly Passage[]; readonly right: readonly Passage[] } | null => {
  const all = [...ordered, ...moved]
  const sides = { left: { passages: left, used: new Set(all.map((match) => match.left)) },
    right: { passages: right, used: new Set(all.map((match) => match.right)) } }
  const spans: { left: Span[]; right: Span[] } = { left: [], right: [] }
  for (const match of ordered) {
    const [from, to] = [left[match.left], right[match.right]]
    if (!from || !to || keying(from).key === keying(to).key) continue
    let one: Grown = { span: { from: match.left, to: match.left + 1 }, passage: from }
    let two: Grown = { span: { from: match.right, to: match.right + 1 }, passage: to }
    for (;;) {
      const more = grow(sides.left, one, two, keying)
      const other = more ? null : grow(sides.right, two, one, keying)
      if (more) one = more
      else if (other) two = other
      else break
    }
    if (one.passage !== from) spans.left.push(one.span)
    if (two.passage !== to) spans.right.push(two.span)
  }
  if (spans.left.length + spans.right.length === 0) return null
  return { left: joinSpans(left, spans.left), right: joinSpans(right, spans.right) }
}
