import type { FindingType } from '#contract/finding'
import type { SentenceView } from '../text/sentence-view'
import { pattern } from '#model/pattern'

/** What a rule may need to know of the document. */
export interface OutcomeContext {
  /** True where the document speaks of patients, trials and doses throughout. */
  readonly clinical: boolean
  /** Year of the document, or null where it names none. */
  readonly year: number | null
  readonly periodic: boolean
  /** True where the document reports on holes drilled and samples assayed. */
  readonly exploration: boolean
  /** True where the document reports figures of a period. */
  readonly reporting: boolean
  /** Sentences judged to look forward at their core, by index. */
  readonly forward: ReadonlySet<number>
}

/** One rule: the type of outcome it finds, and why it thinks a sentence states one; null where it does not. */
export interface OutcomeRule {
  readonly type: FindingType
  readonly judge: (view: SentenceView, context: OutcomeContext) => string | null
}

const AMOUNT = pattern('i')`
  [$€£¥]\s?\(?\d|\d[\d,.]*\s?(?:%|percent|million|billion|thousand|cents|basis points|per share|per diluted|bps)
  |\((?:\d+%|\d[\d,]*\.\d+%?|\d{1,3}(?:,\d{3})+|(?!(?:19|20)\d\d\))\d{3,})\)`

/** Whether the sentence holds a number that is not part of a name, a date or a list mark. */
export const hasAmount = (text: string): boolean => AMOUNT.test(text)

const ANNOUNCES_RESULTS = pattern('i')`
  \b(?:announc|report|releas|present|discuss|highlight)\w*\b([^.;]{0,110}?)\b(?:findings|results|data|presentations?
  |earnings)\b(?! of (?:its|the|their) [^.;]{0,40}\b(?:offer|vote|meeting|election|auction)\b)`
const EVENT_BEFORE = pattern('i')`
  \b(?:completion|acquisition|appointment|agreement|merger|sale|purchase|closing|pricing|resignation|restatement|approval
  |award|launch|restate)\b`

/** Whether a sentence announces that results exist, which states none of them. */
export const announcesResults = (text: string): boolean => {
  const match = ANNOUNCES_RESULTS.exec(text)
  if (/\b(?:delay|postpon|restat|reschedul)\w*/i.test(text)) return false
  return match !== null && !EVENT_BEFORE.test(match[1] ?? '')
}
