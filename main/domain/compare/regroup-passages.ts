import type { Passage } from './comparable-document'
import { gapsOf } from './align-passages'
import type { Gap } from './align-passages'
import { joinSpans } from './join-passages'
import type { Span } from './join-passages'
import type { Keyed, keyed } from './likeness'

/** Passages of both sides that read the same when they are joined, though each side parts them elsewhere. */
interface Group {
  readonly left: Span
  readonly right: Span
}

/** Passages that begin alike are set against each other; as many characters tell most of them apart. */
const HEAD = 12

/** The most passages that one is parted into. */
const MOST_PARTS = 24

/** The signs of a passage, without the white space between them: a word may be parted at the end of a line. */
const squeeze = ({ key }: Keyed): string => key.replaceAll(' ', '')

/** The group that begins with one passage of each side; null where they part ways. */
const groupAt = (left: readonly string[], right: readonly string[], i: number, j: number): Group | null => {
  let [a, b, ahead] = [i, j, 0]
  let rest = ''
  // `rest` is what one side is ahead by: the left where `ahead` is 1, the right where it is -1.
  while (a - i < MOST_PARTS && b - j < MOST_PARTS) {
    const next = ahead <= 0 ? left[a++] : right[b++]
    if (next === undefined) return null
    if (ahead === 0) [rest, ahead] = [next, 1]
    else {
      const [short, long] = rest.length <= next.length ? [rest, next] : [next, rest]
      if (!long.startsWith(short)) return null
      if (next.length > rest.length) ahead = -ahead
      rest = long.slice(short.length)
      if (rest === '') return { left: { from: i, to: a }, right: { from: j, to: b } }
    }
  }
  return null
}

const places = (keys: readonly string[]): ReadonlyMap<string, number[]> => {
  const index = new Map<string, number[]>()
  keys.forEach((key, at) => {
    const head = key.slice(0, HEAD)
    const known = index.get(head)
    if (known) known.push(at)
    else index.set(head, [at])
  })
  return index
}

/** The groups of one stretch, in order. */
const groupsIn = (left: readonly Keyed[], right: readonly Keyed[], { leftFrom, leftTo, rightFrom, rightTo }: Gap): Group[] => {
  const [before, after] = [left.slice(leftFrom, leftTo).map(squeeze), right.slice(rightFrom, rightTo).map(squeeze)]
  const heads = places(after)
  const lengths = [...new Set(after.filter(({ length }) => length < HEAD).map(({ length }) => length))]
  const groups: Group[] = []
  let j = 0
  for (let i = 0; i < before.length; i += 1) {
    const text = before[i] ?? ''
    if (text === '') continue
    // A part that is shorter than a head is found by all it has.
    const likely = [...heads.get(text.slice(0, HEAD)) ?? [], ...lengths.filter((length) =>
      length < text.length
    ).flatMap((length) => heads.get(text.slice(0, length)) ?? [])]
    const short = text.length < HEAD ? after.flatMap((other, at) => other.length >= HEAD && other.startsWith(text) ? [at] : []) : []
    const found = [...new Set([...likely, ...short])].filter((at) => at >= j).sort((a, b) => a - b).map((at) =>
      groupAt(before, after, i, at)
    ).find((group) => group !== null)
    if (!found) continue
    const shift = (span: Span, by: number): Span => ({ from: span.from + by, to: span.to + by })
    groups.push({ left: shift(found.left, leftFrom), right: shift(found.right, rightFrom) })
    i = found.left.to - 1
    j = found.right.to
  }
  return groups
}

/**
 * Joins passages that say the same in both documents and are only parted elsewhere: a sentence that the turn of a page or a table
 * of layout cuts in two, a label that is wrapped, a heading that runs on.
 */
export const regroupPassages = (left: readonly Passage[], right: readonly Passage[],
  keying: typeof keyed): { readonly left: readonly Passage[]; readonly right: readonly Passage[] } => {
  const keys = { left: left.map(keying), right: right.map(keying) }
  const gaps = gapsOf(keys.left, keys.right).filter((gap) => gap.leftFrom < gap.leftTo && gap.rightFrom < gap.rightTo)
  const groups = gaps.sort((a, b) => a.leftFrom - b.leftFrom).flatMap((gap) => groupsIn(keys.left, keys.right, gap))
    .filter((group) => group.left.to - group.left.from > 1 || group.right.to - group.right.from > 1)
  if (groups.length === 0) return { left, right }
  return { left: joinSpans(left, groups.map((group) => group.left)), right: joinSpans(right, groups.map((group) => group.right)) }
}
