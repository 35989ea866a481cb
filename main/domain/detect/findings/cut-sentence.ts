import type { SentenceView } from '../text/sentence-view'

/** Words that no sentence ends with. */
const OPEN_END =
  /\b(?:the|of|and|to|an?|in|for|with|by|or|at|from|its|our|their|as|on|which|than|per|into|was|were|is|are|has|have|had|be)["”’]?\s*$/i
/** An item of a list that another follows. */
const LISTED_END = /[;,:] (?:and|or)["”’]?\s*$/i
/** Words that a sentence begins with only where its head is cut off, in small letters. */
const OPEN_START = /^(?:and|or|of|which|that|than|was|were|is|are|has|have|had|been|being|respectively|thereof)\b/

/** Whether a sentence of running text was cut: it ends or begins in the midst, so that what it seems to tell may be half of what was told. */
export const isCut = (view: SentenceView): boolean => {
  if (view.block.kind !== 'paragraph' && view.block.kind !== 'quote') return false
  return OPEN_START.test(view.text) || (OPEN_END.test(view.text) && !LISTED_END.test(view.text))
}
