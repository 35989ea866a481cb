import type { Block, Sentence } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { toShown, toSource } from '#model/text-map'
import { MATCHER } from '../lexicon'
import type { Passage } from './passage'
import type { ListName } from '../lexicon'
import { isNameOnly } from './measure-names'
import type { PhraseHit } from './phrases'
import { tokenise } from './tokens'
import type { Tokens } from './tokens'
import { isBaseOfShare, isExceeded, isPlainSense, movesNothing } from './word-senses'

/** Where a sentence stands, as far as the rules care. */
export type Zone = 'lede' | 'body' | 'finding' | 'about' | 'safe-harbor' | 'risk-factors' | 'conference-call' | 'outlook' | 'statements'
  | 'legal' | 'non-gaap' | 'references'

/** A sentence read once: its tokens, the phrases of all word lists in it, and where it stands. */
export interface SentenceView {
  readonly sentence: Sentence
  readonly block: Block
  /** Position among the document's sentences. */
  readonly index: number
  readonly text: string
  readonly tokens: Tokens
  readonly zone: Zone
  /** Ordinal of the headed finding it stands under, else null. */
  readonly underFinding: number | null
  /** The passage it belongs to, where that leaves no room for news or plans; null for the most. */
  readonly passage: Passage | null
  /** Hits of one word list, in order. */
  hits(list: ListName): readonly PhraseHit[]
  /** Whether a word list hits. */
  has(list: ListName, tag?: string): boolean
  /** The source range of a stretch of `text`, UTF-16 units, end-exclusive. */
  at(from: number, to: number): TextRange
  /** The source range of the tokens `from` to `to` (end-exclusive). */
  atTokens(from: number, to: number): TextRange
  /** The words of the tokens `from` to `to` as the text shows them. */
  words(from: number, to: number): string
}

/** Whether a phrase says nothing of what its list is for where it stands. */
const isOtherSense = (tokens: Tokens, hit: PhraseHit): boolean => {
  switch (hit.phrase.list) {
    case 'measure':
      return isNameOnly(tokens, hit) || isExceeded(tokens, hit)
    case 'booster':
      return isPlainSense(tokens, hit)
    case 'up':
    case 'down':
      return movesNothing(tokens, hit)
    default:
      return false
  }
}

const NONE: readonly PhraseHit[] = []

class View implements SentenceView {
  readonly text: string
  readonly tokens: Tokens
  passage: Passage | null = null
  readonly #hits: readonly PhraseHit[]
  /** Which word lists hit, a bit for each: rules ask about dozens of lists that do not. */
  #low = 0
  #high = 0
  #shown = -1

  constructor(
    readonly sentence: Sentence,
    readonly block: Block,
    readonly index: number,
    readonly zone: Zone,
    readonly underFinding: number | null
  ) {
    this.text = sentence.text
    this.tokens = tokenise(sentence.text)
    this.#hits = MATCHER.match(this.text, this.tokens).filter((hit) => !isOtherSense(this.tokens, hit))
    for (const { phrase } of this.#hits) {
      const number = MATCHER.numberOf(phrase.list)
      if (number < 32) this.#low |= 1 << number
      else this.#high |= 1 << (number - 32)
    }
  }

  #hasList(list: ListName): boolean {
    const number = MATCHER.numberOf(list)
    return number < 32 ? (this.#low & (1 << number)) !== 0 : (this.#high & (1 << (number - 32))) !== 0
  }

  hits(list: ListName): readonly PhraseHit[] {
    return this.#hasList(list) ? this.#hits.filter((hit) => hit.phrase.list === list) : NONE
  }

  has(list: ListName, tag?: string): boolean {
    return this.#hasList(list) && (tag === undefined || this.#hits.some((hit) => hit.phrase.list === list && hit.phrase.tag === tag))
  }

  at(from: number, to: number): TextRange {
    if (this.#shown < 0) this.#shown = toShown(this.block.map, this.sentence.start)
    const pieces = toSource(this.block.map, this.#shown + from, this.#shown + to)
    const first = pieces[0]
    const last = pieces[pieces.length - 1]
    return first && last ? { start: first.start, end: last.end } : { start: this.sentence.start, end: this.sentence.start }
  }

  atTokens(from: number, to: number): TextRange {
    return this.at(this.tokens.starts[from] ?? 0, this.tokens.ends[to - 1] ?? 0)
  }

  words(from: number, to: number): string {
    return this.text.slice(this.tokens.starts[from] ?? 0, this.tokens.ends[to - 1] ?? 0)
  }
}

/** Reads one sentence. */
export const viewSentence = (sentence: Sentence, block: Block, index: number, zone: Zone, underFinding: number | null): SentenceView =>
  new View(sentence, block, index, zone, underFinding)

/** Reads a text that is no sentence of the document, such as a title or a caption; its places mean nothing without a block. */
export const viewText = (text: string, block?: Block): SentenceView => {
  const own: Block = block ?? { id: '', kind: 'paragraph', ranges: [], text, map: [0, text.length, 0, text.length], why: '' }
  const start = own.ranges[0]?.start ?? 0
  return new View({ id: '', block: own.id, start, end: start + text.length, text, section: null, speaker: null }, own, -1, 'body', null)
}

/** The measure a sentence tells first: one that stands for itself, else the one that a share is of. */
export const firstMeasure = (view: SentenceView): PhraseHit | undefined => {
  const measures = view.hits('measure')
  return measures.find((hit) => !isBaseOfShare(view.tokens, hit)) ?? measures[0]
}

/** Sets the passage of a sentence, which is decided once all sentences of its document are read. */
export const setPassage = (view: SentenceView, passage: Passage | null): void => {
  if (view instanceof View) view.passage = passage
}
