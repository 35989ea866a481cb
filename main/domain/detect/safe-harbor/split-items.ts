import type { Stretch } from './trigger-words'
import { pattern } from '#model/pattern'

const STARTER = pattern('i')`
  ^(?:the|our|its|their|his|any|a|an|all|whether|that|changes?|general|local|regional|national|international|global|domestic
  |risks?|risk|uncertaint\w+|competit\w+|fluctuations?|failure|inability|ability|delays?|loss|dependence|reliance|availability
  |adverse|economic|market|regulatory|legal|political|plans?|future|expected|anticipated|expectations?|timing|statements?
  |possible|potential|unanticipated|unexpected|unforeseen|difficult\w+|increas\w+|decreas\w+|demand|product|pricing|costs?
  |other|such|those|technolog\w+|government\w*|environmental|interest|inflation|currency|foreign|labor|litigation|variations?
  |volatility|world|natural|success|effects?|impact|management|business|industry|customer\w*|\(?[ivx]{1,4}\)|\(?[a-z0-9]\))\b`
const CONTINUES = pattern('i')`
  ^(?:including|such as|which|who|whom|where|particularly|especially|among|as well as|if|unless|in particular|for example|e\.g
  |i\.e|some of|many of|most of|each of|but not limited|without limitation|in light of|as a result|based on|due to
  |with respect|respectively|when|while|because|resulting|etc)\b`
const MARKER = /^\s*(?:\(?(?:[ivxlc]{1,6}|[a-z]|\d{1,2})\)|\d{1,2}\.|[•·*▪–—-])\s*/i
const FIXED_PAIR = pattern('i')`
  \b(?:research and development|terms and conditions|products and services|supply and demand|laws and regulations
  |safety and efficacy|sales and marketing|general and administrative|attract and retain|mergers and acquisitions
  |rules and regulations|business and|plants? and|storage and|time and|state and|federal and|and\/or)\b`

/** An adjective before "and" shares the noun that follows: "technological or market changes". */
const SHARED_ADJECTIVE = /(?:[a-z]{3,}(?:ical|al|ory|ic|ive|ary|ous)|state|federal|product|foreign)$/i

interface Cut extends Stretch {
  readonly and: boolean
}

const trimmed = (text: string, start: number, end: number): Stretch => {
  let from = start
  let to = end
  while (from < to && /[\s,;:]/.test(text[from] ?? '')) from += 1
  while (to > from && /[\s,;:.]/.test(text[to - 1] ?? '')) to -= 1
  const joint = /[;,]\s*(?:and\/or|and|or)$/i.exec(text.slice(from, to))
  return { start: from, end: joint ? from + joint.index : to }
}

/** Cuts at a mark outside round brackets. */
const cutAt = (text: string, start: number, end: number, mark: string): Stretch[] => {
  const out: Stretch[] = []
  let depth = 0
  let from = start
  for (let at = start; at < end; at += 1) {
    const unit = text[at]
    if (unit === '(') depth += 1
    else if (unit === ')') depth = Math.max(0, depth - 1)
    else if (unit === mark && depth === 0 && !(mark === ',' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''))) {
      out.push({ start: from, end: at })
      from = at + 1
    }
  }
  out.push({ start: from, end })
  return out
}

/** Drops a leading "and"/"or" and a list marker from an item. */
const bare = (text: string, item: Stretch): Cut => {
  let { start } = trimmed(text, item.start, item.end)
  const { end } = trimmed(text, item.start, item.end)
  const joint = /^(?:and\/or|and|or|as well as|(?:and )?among other(?:s| things)|together with)\s+/i.exec(text.slice(start, end))
  if (joint) start += joint[0].length
  const marker = MARKER.exec(text.slice(start, end))
  if (marker && marker[0].length < end - start) start += marker[0].length
  return { start, end, and: joint !== null }
}

/** Where the last "and" of a comma list stands that joins two items rather than two words of one item; -1 for none. */
const lastJoint = (text: string, item: Stretch, simple: boolean): number => {
  const body = text.slice(item.start, item.end)
  let found = -1
  for (const match of body.matchAll(/\s(?:and|or)\s+/gi)) {
    const rest = body.slice(match.index + match[0].length)
    const around = body.slice(Math.max(0, match.index - 24), match.index + match[0].length + 14)
    if (FIXED_PAIR.test(around) || SHARED_ADJECTIVE.test(body.slice(0, match.index))) continue
    if (STARTER.test(rest) || (simple && found < 0)) found = item.start + match.index
    if (found >= 0 && STARTER.test(rest)) break
  }
  return found
}

const DETERMINED = /^(?:the|our|its|any|changes|general|risks?|competition)\b/i

/** Whether `next` only continues the item before: a relative clause, a shared complement, a list of verbs. */
const continuesItem = (before: string, next: Cut, text: string, last: boolean): boolean => {
  const shown = text.slice(next.start, next.end)
  if (CONTINUES.test(shown)) return true
  const words = shown.split(' ').length
  if (SHARED_ADJECTIVE.test(before) && words <= 5 && !DETERMINED.test(shown)) return true
  if (!STARTER.test(shown) && words <= 4 && /\b(?:of|in|for)\s+(?:\w+\s+)?\w+$/i.test(before) &&
    /^(?:\w+)(?:\s+(?:and|or)\s+(?:other\s+)?\w+)?$/i.test(shown)) return true
  if (!STARTER.test(shown) && words <= 3 && / (?:and|or) /.test(shown) &&
    /^(?:failure|inability|the ability|our ability|the inability|the failure)\b/i.test(before)) return true
  if (/(?:ability|inability|failure|efforts?|plans?) to \w+$/i.test(before) && !/^(?:the|our|its|any|changes|general)\b/i.test(shown))
    return true
  if (/^(?:the|our|its)\s+(?:\w+\s+){0,1}\w+$/i.test(before) && /^(?:\w+\s+){0,2}\w+$/.test(shown) && !last && !STARTER.test(shown))
    return true
  if (/^(?:the|our|its)\s+\w+(?:,\s*\w+)*$/i.test(before) && !/^(?:the|our|its|any|a|risks?|changes?|general)\b/i.test(shown)
    && /^(?:\w+\s+){0,2}\w+\s+(?:of|for|in|to)\b/i.test(shown)) return true
  return false
}

/** Joins pieces that belong to one item. */
const joinPieces = (text: string, pieces: readonly Cut[]): Cut[] => {
  const out: Cut[] = []
  pieces.forEach((piece, index) => {
    const before = out[out.length - 1]
    if (before && continuesItem(text.slice(before.start, before.end), piece, text, index === pieces.length - 1)) {
      out[out.length - 1] = { start: before.start, end: piece.end, and: before.and }
    } else out.push(piece)
  })
  return out
}

/** The phrase that opens items in parallel ("the risk that …, the risk that …"); null where items open freely. */
const parallelOpening = (text: string, pieces: readonly Cut[]): RegExp | null => {
  for (const shape of [/^(?:the )?(?:risks?|possibility)\b/i, /^(?:that|whether)\b/i, /^statements?\b/i]) {
    const first = pieces[0]
    if (first && shape.test(text.slice(first.start, first.end)) &&
      pieces.filter((piece) => shape.test(text.slice(piece.start, piece.end))).length >= 2) return shape
  }
  return null
}

const splitByMarkers = (text: string, start: number, end: number): Stretch[] => {
  const found = [...text.slice(start, end).matchAll(/(?:^|[\s,;])\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})\)\s/gi)].map((match) =>
    start + match.index
  )
  if (found.length < 2) return []
  return found.map((from, index) => ({ start: from, end: found[index + 1] ?? end }))
}

const commaItems = (text: string, start: number, end: number): Stretch[] => {
  const pieces = cutAt(text, start, end, ',').map((piece) => bare(text, piece)).filter((piece) => piece.end > piece.start)
  const shape = parallelOpening(text, pieces)
  if (shape) {
    const out: Cut[] = []
    for (const piece of pieces) {
      const before = out[out.length - 1]
      if (before && !shape.test(text.slice(piece.start, piece.end))) out[out.length - 1] = { ...before, end: piece.end }
      else out.push(piece)
    }
    return out
  }
  const joined = joinPieces(text, pieces)
  const last = joined[joined.length - 1]
  if (!last) return []
  const oxford = joined.length > 1 && last.and
  const joint = lastJoint(text, last, !oxford && joined.length > 2)
  const body = text.slice(last.start, last.end)
  if (joint < 0 || (oxford && !STARTER.test(body.slice(joint - last.start).replace(/^\s(?:and|or)\s+/i, '')))) return joined
  return [...joined.slice(0, -1), { start: last.start, end: joint }, bare(text, { start: joint, end: last.end })]
}

/**
 * Splits an enumeration that runs through a sentence into its items: by numbering where there is any, else at semicolons,
 * else at commas that separate items rather than the words of one. Offsets are those of `text`.
 */
export const splitItems = (text: string, start: number, end: number): Stretch[] => {
  const numbered = splitByMarkers(text, start, end)
  const semicolons = cutAt(text, start, end, ';')
  const raw = numbered.length > 0 ? numbered : semicolons.length > 1 ? semicolons : commaItems(text, start, end)
  return raw.map((item) => bare(text, item)).map((item) => trimmed(text, item.start, item.end)).filter((item) => item.end - item.start > 3)
}
