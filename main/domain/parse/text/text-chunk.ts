import { endsInAbbreviation, endsSentence, hasContactSign, isContactLabel } from './text-classes'
import { lineRight, type Line } from './text-lines'
import { takeCensus, type WordCensus } from '../map/word-census'

/** How many code units of a chunk are looked at for its nature. */
const SAMPLE = 1200

/** What the shape and the first words of a chunk (lines without a blank one between) say of it. */
export interface ChunkFacts extends WordCensus {
  readonly count: number
  /** Gives the first words, white space collapsed, at most 1200 code units of source. */
  readonly head: () => string
  readonly tail: string
  readonly isCentred: boolean
  /** The mean column that the lines reach, all but the last, as a share of the measure. */
  readonly fill: number
  readonly longest: number
  readonly endsSentence: boolean
}

/** Whether a line stands in the middle of the text or of the page: indented by five or more, margins alike within six columns. */
export const isCentredLine = (line: Line, measure: number, page: number): boolean =>
  line.indent >= 5 && (Math.abs(line.indent - (measure - lineRight(line))) <= 6 || Math.abs(line.indent - (page - lineRight(line))) <= 6)

/** Looks at the lines `from` to `to`; linear in the number of lines, constant in their length. */
export const readChunkFacts = (raw: string, lines: readonly Line[], from: number, to: number, measure: number,
  page: number): ChunkFacts => {
  const first = lines[from]
  const last = lines[to - 1]
  let centred = 0
  let reach = 0
  let longest = 0
  for (let at = from; at < to; at += 1) {
    const line = lines[at]
    if (!line) continue
    const right = lineRight(line)
    if (isCentredLine(line, measure, page)) centred += 1
    if (at < to - 1 || to - from === 1) reach += Math.min(right, measure * 1.5)
    longest = Math.max(longest, line.last - line.first)
  }
  const start = first?.first ?? 0
  const end = last?.last ?? start
  const tail = raw.slice(Math.max(start, end - 24), end)
  const census = takeCensus(raw, start, Math.min(end, start + SAMPLE))
  const count = to - from
  return {
    count,
    head: () => raw.slice(start, Math.min(end, start + SAMPLE)).replace(/\s+/g, ' '),
    tail,
    ...census,
    isCentred: centred > count / 2 && (count > 1 || centred === 1),
    fill: reach / Math.max(1, count === 1 ? 1 : count - 1) / measure,
    longest,
    endsSentence: endsSentence(tail) && !(census.words <= 14 && endsInAbbreviation(tail))
  }
}

/** Whether a chunk is running text, to be un-wrapped and segmented; `isTop` above the first of it. */
export const isProse = (facts: ChunkFacts, isTop = false): boolean => {
  const { count, words, lowerWords } = facts
  if (words === 0) return false
  // Above the text a long line without a full stop is a title or subtitle that was never wrapped.
  if (isTop && count === 1 && words <= 60 && !facts.endsSentence && facts.longest < 400 && !/[a-z]{2}\. \p{Lu}/u.test(facts.head()) &&
    !/[-\u2013\u2014]{1,2} \p{Lu}/u.test(facts.head().slice(0, 120))) return false
  if (count === 1) {
    if (facts.longest > 160) return words >= 12
    if (facts.isCentred && !facts.endsSentence) return false
    if (facts.endsSentence) return (words >= 6 && lowerWords >= 3) || (words >= 4 && lowerWords >= 2 && !facts.isCentred)
    return words >= 9 && lowerWords >= words * 0.45 && facts.fill >= 0.7
  }
  if (facts.isCentred && (count <= 4 || !facts.endsSentence) && facts.fill < 0.9) return false
  if (facts.fill < 0.56) return facts.endsSentence && words >= 8 && lowerWords >= words * 0.5 && !hasContactSign(facts.head())
  if (lowerWords >= words * 0.38) return true
  return words >= 12 && (facts.endsSentence || count >= 4) && (facts.capitals > 0.7 ? facts.endsSentence : lowerWords >= words * 0.25)
}

/** Whether a chunk that is no prose names people to call: a number, an address or the word itself. */
export const isContact = (facts: ChunkFacts): boolean =>
  facts.count <= 30 && facts.words <= 160 && (hasContactSign(facts.head()) || isContactLabel(facts.head()))

/** Whether a chunk is short and unpunctuated enough to head what follows; above the text a long title in small letters may too. */
export const isHeadingLike = (facts: ChunkFacts, isTop = false): boolean =>
  facts.count <= 5 && facts.words > 0 && facts.words <= (isTop || facts.isCentred || facts.capitals > 0.85 ? 45 : 16)
  && (!/[.?!]["\u201d)]?$/.test(facts.tail) || endsInAbbreviation(facts.tail) ||
    /^(?:item|note|part|article|section)\s+[\dIVX]/i.test(facts.head()))
  && !(/:$/.test(facts.tail) && facts.lowerWords >= 4) && /\p{L}/u.test(facts.head())
