import type { SentenceView } from '../text/sentence-view'
import { pattern } from '#model/pattern'

/** When a statement is to come true, as the sentence words it. */
export interface Horizon {
  /** The words as the source has them. */
  readonly words: string
  /** True where they can only mean a time after the document. */
  readonly future: boolean
}

const FUTURE_FIRST: ReadonlySet<string> = new Set(['next', 'coming', 'upcoming', 'later', 'subsequent', 'tomorrow', 'shortly', 'soon',
  'foreseeable', 'over', 'within', 'as', 'course', 'quickly'])
const FUTURE_PHRASE = pattern()`
  \b(?:next|coming|upcoming|later this|subsequent|in the future|near future|soon|shortly|remainder|balance of|rest of
  |foreseeable|course forward|become available|going forward|due course|quickly|end of (?:the|this) (?:year|quarter))\b`
const YEAR_LEAD: ReadonlySet<string> = new Set(['by', 'in', 'for', 'during', 'through', 'until', 'before', 'of', 'fiscal', 'year', 'late',
  'early', 'mid', 'to', 'q1', 'q2', 'q3', 'q4', 'quarter', 'half', 'and', 'after', 'beyond', 'from', 'end', ','])
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

const yearHorizon = (view: SentenceView, year: number): Horizon | null => {
  const { words } = view.tokens
  for (let at = 1; at < words.length; at += 1) {
    const token = words[at] ?? ''
    if (!/^20\d\d$/.test(token) && !/^199\d$/.test(token)) continue
    const before = words[at - 1] ?? ''
    if (Number(token) <= year || !(YEAR_LEAD.has(before) || MONTH.test(before))) continue
    let from = at - 1
    while (from > 0 && at - from < 6 &&
      (YEAR_LEAD.has(words[from - 1] ?? '') || /^(?:the|first|second|third|fourth|half|end|quarter|full)$/.test(words[from - 1] ?? '')))
      from -= 1
    return { words: view.words(from, at + 1), future: true }
  }
  return null
}

/** The horizon of a sentence: a year after the document's, else a phrase such as "later this year"; null where it gives none. */
export const horizonOf = (view: SentenceView, year: number | null): Horizon | null => {
  const dated = year === null ? null : yearHorizon(view, year)
  if (dated) return dated
  const hits = [...view.hits('horizon')].sort((a, b) => (b.to - b.from) - (a.to - a.from))
  const best = hits.find((hit) => FUTURE_PHRASE.test(hit.phrase.text)) ?? hits[0]
  if (!best) return null
  const future = FUTURE_PHRASE.test(best.phrase.text) || FUTURE_FIRST.has(best.phrase.text)
  return { words: view.words(best.from, best.to), future }
}
