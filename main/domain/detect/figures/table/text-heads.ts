import type { Block, TableCell } from '#contract/filing'
import { toShown, toSource } from '#model/text-map'

/** Where a cell stands in its line of a table that is set in columns of a typewriter, in characters from the left, end-exclusive. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** The place of each cell of a text table in its line; null for a table that has no lines. */
export const placesOf = (block: Block): ((cell: TableCell) => Place | null) | null => {
  const { verbatim, map } = block
  if (!verbatim || !block.table) return null
  return ({ start, end }) => {
    const pieces = toSource(map, start, end)
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (!first || !last) return null
    const at = toShown(verbatim.map, first.start)
    const line = verbatim.text.lastIndexOf('\n', at - 1) + 1
    return { from: at - line, to: Math.max(at + 1, toShown(verbatim.map, last.end)) - line }
  }
}

/** A head over some columns of a text table. */
export interface TextHead extends Place {
  readonly text: string
  /** Whether a rule under it tells how far it reaches. */
  readonly ruled: boolean
}

/** A cell of a line of heads. */
export interface PlacedText {
  readonly text: string
  readonly place: Place
}

/** A rule of dashes, as typewriters set it. */
export const isRule = (text: string): boolean => /^[-=_–—\s]+$/.test(text)

const overlap = (a: Place, b: Place): number => Math.min(a.to, b.to) - Math.max(a.from, b.from)

/** The parts of a cell of a line of heads: each of its rules by itself, and the words between them. */
const parts = ({ text, place }: PlacedText): readonly PlacedText[] =>
  [...text.matchAll(/[-=_–—]{3,}|[^\s\-=_–—](?:(?![-=_–—]{3,}).)*/g)].map(({ 0: part, index }) => {
    const words = part.trimEnd()
    return { text: words, place: { from: place.from + index, to: place.from + index + words.length } }
  })

/** Parts words that stand over several rules, where each part names a time by itself: "June 30, 1999 Dec. 31, 1998". */
const apart = (one: PlacedText, rules: readonly PlacedText[], namesTime: (text: string) => boolean): readonly PlacedText[] => {
  const under = rules.filter((rule) => overlap(rule.place, one.place) > 0)
  if (under.length < 2) return [one]
  const words = [...one.text.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text,
    place: { from: one.place.from + index, to: one.place.from + index + text.length } })
  )
  const heads = under.flatMap((rule) => {
    const own = words.filter(({ place }) =>
      under.every((other) => other === rule || overlap(rule.place, place) > overlap(other.place, place))
    )
    const [first, last] = [own[0], own.at(-1)]
    return first && last
      ? [{ text: own.map(({ text }) => text).join(' '), place: { from: first.place.from, to: last.place.to } }]
      : []
  })
  const whole = heads.length === under.length && heads.every(({ text }) => namesTime(text) && /\d/.test(text)) &&
    heads.reduce((sum, { text }) => sum + text.split(' ').length, 0) === words.length
  return whole ? heads : [one]
}

/** The heads of each line, as wide as the rule under each that is its own. `namesTime` tells words of periods. */
export const textHeads = (lines: readonly (readonly PlacedText[])[], namesTime: (text: string) => boolean): TextHead[][] => {
  const parted = lines.map((line) => line.flatMap(parts))
  return parted.flatMap((line, at) => {
    const rules = (parted[at + 1] ?? []).filter(({ text }) => isRule(text))
    const words = line.filter(({ text }) => !isRule(text)).flatMap((one) => apart(one, rules, namesTime))
    if (words.length === 0) return []
    const heads = words.map(({ text, place }): TextHead => {
      const rule = rules.find((one) =>
        overlap(one.place, place) > 0 && words.filter((other) => overlap(one.place, other.place) > 0).length === 1
      )
      return rule
        ? { text, ruled: true, from: Math.min(place.from, rule.place.from), to: Math.max(place.to, rule.place.to) }
        : { text, ruled: false, ...place }
    })
    const [only] = heads
    // A title over the whole table is the head of no column.
    return heads.length === 1 && only && !only.ruled && !namesTime(only.text) ? [] : [heads]
  })
}

/** How many characters beside its numbers a head may stand. */
const BESIDE = 8
const BESIDE_RULE = 2

/** The heads over a number, from the top down. */
export const headsOver = (heads: readonly (readonly TextHead[])[], number: Place): readonly string[] =>
  heads.flatMap((line) => {
    const nearest = [...line].sort((a, b) => overlap(b, number) - overlap(a, number))[0]
    const isSpanning = line.length === 1 && nearest?.ruled === false
    // A short rule stands in the middle of the columns it is over.
    const reach = nearest?.ruled && line.length > 1 ? Math.max(BESIDE_RULE, (nearest.to - nearest.from) / 2) : BESIDE
    return nearest && (isSpanning || overlap(nearest, number) > -reach) ? [nearest.text] : []
  })
