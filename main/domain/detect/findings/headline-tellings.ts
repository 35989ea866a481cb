import type { Block } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { viewSentence } from '../text/sentence-view'
import type { Draft } from './draft'
import { judgeOutcome } from './judge-outcome'
import type { OutcomeContext } from './outcome-rule'
import { polarityOf } from './polarity'
import { tellingOf, tellsSameOutcome } from './told-again'
import type { Telling } from './told-again'

/** Longest heading that may tell an outcome, in UTF-16 units. */
const HEADLINE = 240

interface Headline {
  readonly range: TextRange
  readonly telling: Telling
}

const readHeadline = (block: Block, context: OutcomeContext): Headline | null => {
  const start = block.ranges[0]?.start ?? 0
  const end = block.ranges[block.ranges.length - 1]?.end ?? start
  const sentence = { id: '', block: block.id, start, end, text: block.text, section: null, speaker: null }
  const view = viewSentence(sentence, block, -1, 'body', null)
  const type = judgeOutcome(view, context)?.type ?? (context.clinical ? 'effect' : 'financial-result')
  const telling = tellingOf(view, type, polarityOf(view, type, context.clinical))
  return telling.levels.length > 0 || type === 'primary-endpoint' ? { range: { start, end }, telling } : null
}

/**
 * Finds the titles and headings that tell what a finding tells: they hold no sentence, so they are no evidence, but one outcome is one card. Gives the
 * ranges for each draft; an outcome of which a title says nothing has none.
 */
export const headlineTellings = (drafts: readonly Draft[], blocks: readonly Block[],
  context: OutcomeContext): ReadonlyMap<Draft, readonly TextRange[]> => {
  if (context.periodic) return new Map()
  const headlines = blocks.filter(({ kind, text }) =>
    (kind === 'title' || kind === 'heading') && text.length <= HEADLINE &&
    (/\d/.test(text) || /\bend ?-?point/i.test(text))
  ).flatMap((block) => readHeadline(block, context) ?? [])
  if (headlines.length === 0) return new Map()
  return new Map(drafts.map((draft) => {
    const tellings = draft.evidence.filter(({ role }) => role === 'result' || role === 'restatement')
      .map(({ view, polarity }) => tellingOf(view, draft.explicit ? 'effect' : draft.type, polarity))
    return [draft, headlines.filter(({ telling }) => tellings.some((told) => tellsSameOutcome(told, telling))).map(({ range }) => range)]
  }))
}
