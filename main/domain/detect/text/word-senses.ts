import type { PhraseHit } from './phrases'
import type { Tokens } from './tokens'
import { pattern } from '#model/pattern'

/** What is outstanding in law and in the accounts: issued, owed or pending. */
const OWED = pattern()`
  ^(?:shares?|stocks?|securities|debts?|borrowings?|loans?|notes?|bonds?|debentures?|warrants?|options?|awards?|units?|rsus?|rights?|equity|capital
  |indebtedness|obligations?|liabilit(?:y|ies)|principal|balances?|amounts?|advances?|commercial|paper|letters?|credit|receivables?|commitments?|contracts?
  |swaps?|hedges?|derivatives?|claims?|litigation|suits?|lawsuits?|issues?|matters|items|orders?|comments?|invoices?|checks|claim|bids?|interests?|ads|adss
  |common|preferred|ordinary|voting|convertible|subordinated|senior|class|series|public|treasury|float|policies|leases?|mortgages?|tax|taxes|judgments?|purchase
  |guarantees?|deposits?|certificates?|capitali[sz]ation|issued|and|weighted|number|total|aggregate|dilutive|diluted|basic|instruments?|facility|revolver|term|forward|long)$`

/** What may be called highly, critically, clearly or extremely so without praise: a term, a duty, a danger. */
const PLAIN_AFTER: Readonly<Record<string, RegExp>> = {
  highly: pattern()`
    ^(?:liquid|leveraged|competitive|inflationary|regulated|dependent|effective|probable|compensated|rated|volatile|cyclical|seasonal|uncertain|speculative
    |subjective|sensitive|fragmented|concentrated|complex|technical|skilled|qualified|paid|toxic|judgmental|susceptible|unlikely|likely|correlated|restrictive
    |variable|illiquid|confidential|engineered|unpredictable|contested|contagious|pathogenic|active|infectious|taxed)$`,
  extremely: pattern()`
    ^(?:volatile|competitive|difficult|remote|uncertain|limited|sensitive|low|small|rare|costly|expensive|complex|unlikely|weak|slow|cold|hot|dry|wet
    |high|poor|cautious|hazardous|dangerous|tight|challenging|adverse)$`,
  critically: /^(?:ill|injured|endangered|wounded|undercapitali[sz]ed|dependent|low)$/,
  clearly: /^(?:erroneous|stated?|identif\w+|marked|defined|labell?ed|set|trivial|disclosed|indicated?|insignificant|distinguish\w*)$/,
  consistently: /^(?:applied|with|across|followed|been|used|defined|applying|throughout|from)$/,
  exceptional: /^(?:items?|circumstances?|charges?|costs?|cases?|events?|expenses?|losses|gains?)$/,
  compelling: /^(?:reasons?|need|governmental|state|public)$/,
  breakthrough: /^(?:therapy|device|designation|devices|status|bleeding|infections?|cases?|pain|cancer)$/,
  unprecedented:
    /^(?:decline|drop|losses|volatility|disruption|disruptions|uncertainty|crisis|downturn|challenges|increase in costs?|inflation|weakness)$/,
  powerful: /^(?:competitors?|interests|drug|opioids?|medicines?|storms?|hurricanes?|earthquakes?|forces)$/,
  uniquely: /^(?:identif\w+|numbered|marked)$/
}
const PLAIN_BEFORE: Readonly<Record<string, RegExp>> = {
  consistently: /^(?:applied|used|followed|not)$/,
  clearly: /^(?:not|must|should|state|stated|be)$/
}
/** How many tokens around "outstanding" are looked at for what is owed. */
const REACH = 4

const isOwed = (words: readonly string[], from: number, to: number): boolean => {
  if (words.slice(to, to + REACH).some((word) => OWED.test(word))) return true
  const before = words.slice(Math.max(0, from - REACH), from)
  if (before.some((word) =>
    /^(?:issued|remain\w*|then|currently|still|shares|stock|debt|notes|options|units|warrants|balance|principal|owed)$/.test(word)
  )) return true
  return /^(?:under|at|on|as|during|through|until|for|from|pursuant|immediately|since|prior|if|upon|against|per)$/.test(words[to] ?? '') ||
    (words[to] === 'in' && words[to + 1] === 'the')
}

/** Whether a word that usually praises says a plain thing where it stands: shares outstanding, a highly liquid investment, an exceptional item. */
export const isPlainSense = ({ words }: Tokens, { phrase, from, to }: PhraseHit): boolean => {
  if (phrase.text === 'outstanding') return isOwed(words, from, to)
  return (PLAIN_AFTER[phrase.text]?.test(words[to] ?? '') ?? false) || (PLAIN_BEFORE[phrase.text]?.test(words[from - 1] ?? '') ?? false)
}

const WENT = /^(?:is|are|was|were|be|been|went|go|goes|moved|rose|came)$/
const NUMBER = /^[\d.,]+$/

/** Whether "up", "down" or a comparative moves nothing where it stands: a down payment, up to $5 million, more than 40 stores. */
export const movesNothing = ({ words }: Tokens, { from, to }: PhraseHit): boolean => {
  if (to - from !== 1) return false
  const after = words[to] ?? ''
  const before = words[from - 1] ?? ''
  switch (words[from]) {
    case 'down':
      return /^(?:payments?|rounds?|time)$/.test(after) || /^(?:draw|drawn|drew|drawing|shut|break|broken|lock|crack)$/.test(before)
    case 'up':
      return /^(?:front|fronts|keep)$/.test(after) || (after === 'to' && !WENT.test(before) && before !== '%')
        || /^(?:start|set|follow|follows|made|make|makes|back|wind|sign|signed|round|stand|mock|line|look|clean|grossed|lock|catch)$/.test(
          before
        )
    case 'more':
    case 'less':
    case 'fewer':
    case 'greater':
      return after === 'than' && (NUMBER.test(words[to + 1] ?? '') || /^[$€£]$/.test(words[to + 1] ?? ''))
    default:
      return false
  }
}

const EXCEEDS = /^(?:exceed\w*|outpac\w*|outstrip\w*|surpass\w*)$/
const AIM = /^(?:guidance|expectations?|targets?|forecasts?|estimates?|goals?|plans?|records?|budgets?|projections?|consensus)$/

/** Whether a measure is only what something else was more than: "capacity exceeded sales" tells of the capacity. */
export const isExceeded = ({ words }: Tokens, { from, to }: PhraseHit): boolean => {
  if (words.slice(to, to + 3).some((word) => AIM.test(word))) return false
  const near = words.slice(Math.max(0, from - 3), from)
  const at = near.findIndex((word) => EXCEEDS.test(word))
  return at >= 0 && !near.slice(at + 1).some((word) => NUMBER.test(word) || word === '$' || word === 'in' || word === 'of')
}

/** Whether a measure is only what a share is of: "9% of sales", "as a percentage of revenue". */
export const isBaseOfShare = ({ words }: Tokens, { from }: PhraseHit): boolean => {
  const near = words.slice(Math.max(0, from - 5), from)
  const of = near.lastIndexOf('of')
  return of > 0 && /^(?:%|percent|percentage|cent|portion|proportion|fraction|third|half|quarter|majority)$/.test(near[of - 1] ?? '')
    && near.slice(of + 1).every((word) => /^[a-z]+$/.test(word))
}
