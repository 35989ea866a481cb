import type { PhraseHit } from './phrases'
import type { Tokens } from './tokens'

/** What makes a word of the accounts part of a longer name, by the word: what stands behind it, what stands before it. */
const BEHIND: Readonly<Record<string, RegExp>> = {
  cash: /^(?:collateral|(?:flows? )?hedg\w*|balance (?:plans?|interest|pension))\b/,
  'cash flow': /^hedg/,
  'cash flows': /^hedg/,
  'cash balance': /^(?:plans?|pension|interest)\b/,
  income: /^tax(?:es)?\b/,
  loss: /^carry ?(?:forward|back|over)s?\b/,
  losses: /^carry ?(?:forward|back|over)s?\b/,
  'operating loss': /^carry ?(?:forward|back|over)s?\b/,
  'net operating loss': /^carry/,
  revenue: /^(?:service|code|procedure|ruling)\b/,
  dividend: /^received deduction\b/
}
const BEFORE: Readonly<Record<string, RegExp>> = { revenue: /\binternal$/, assets: /\bline items?(?: \w+){0,3}$/ }

/** How many tokens around a hit are looked at. */
const REACH = 4

/**
 * Whether a word of the accounts measures nothing where it stands: part of a longer name ("Internal Revenue Service", "cash flow
 * hedges"), or the other case in brackets ("income (loss)").
 */
export const isNameOnly = ({ words }: Tokens, { phrase, from, to }: PhraseHit): boolean => {
  if (words[from - 1] === '(' && words[to] === ')' && from > 1 && /^[a-z]/.test(words[from - 2] ?? '')) return true
  const behind = BEHIND[phrase.text]
  if (behind?.test(words.slice(to, to + REACH).join(' '))) return true
  return BEFORE[phrase.text]?.test(words.slice(Math.max(0, from - REACH), from).join(' ')) ?? false
}
