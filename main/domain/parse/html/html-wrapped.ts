import { joinTexts } from './html-leaves'
import type { Draft } from './html-draft'
import { endsOpen } from '../text/text-classes'
import { pattern } from '#model/pattern'

/** A line that a typist ended by hand is no longer than this, in code units. */
const longestLine = 140

/** A page of text is no narrower than this, in code units: shorter lines are a list. */
const narrowest = 56

/** How many such lines in a row make it likely that they were wrapped by hand. */
const fewestLines = 3

const isLine = (draft: Draft | undefined): boolean =>
  draft !== undefined && draft.kind === 'paragraph' && draft.leaf.kind === 'text' && draft.leaf.text.length <= longestLine &&
  draft.leaf.place.heading === 0 && draft.leaf.place.item === 0 && draft.leaf.marker === undefined && draft.leaf.align !== 'center' &&
  draft.leaf.align !== 'right'

/** Words that end no sentence and no heading, so that what follows goes on also with a capital or a number. */
const goesOn = pattern('u')`
  (?:,|\b(?:the|an?|of|and|or|to|in|by|for|with|from|at|on|as|its|their|his|her|not|is|was|are|be|has|have|had|that|which|who
  |may|will|shall|Mr\.|Ms\.|Dr\.))$`

/** Whether a line is filled: the first word of the next one would not have stood on it. */
const isFull = (line: string, next: string, measure: number): boolean =>
  line.length + 1 + (next.split(' ', 1)[0]?.length ?? 0) >= measure * 0.92

const continues = (line: string, next: string, measure: number): boolean => {
  if (!isFull(line, next, measure) || /^(?:\(?(?:[a-z]|[ivx]{1,4})[.)]|\d{1,2}[.)]\s)/u.test(next)) return false
  if (/^\p{Ll}/u.test(next)) return endsOpen(line)
  return goesOn.test(line) && !/^[^.:]{0,40}:/u.test(next) && /^[\p{Lu}\d$€£“"(]/u.test(next)
}

/**
 * Joins lines that were wrapped by hand, each in an element of its own: three or more short lines in a row, of which one
 * that fills the measure and ends open goes on in the next. Lines that end as a sentence does stay apart.
 */
export const joinWrapped = (drafts: readonly Draft[]): Draft[] => {
  const out: Draft[] = []
  let at = 0
  while (at < drafts.length) {
    let end = at
    let measure = 0
    for (; isLine(drafts[end]); end += 1) measure = Math.max(measure, drafts[end]?.leaf.text.length ?? 0)
    if (end - at < fewestLines || measure < narrowest) {
      // A run that is too short or too narrow is so from each of its lines on: none of them is looked at again.
      const to = Math.max(end, at + 1)
      for (const draft of drafts.slice(at, to)) out.push(draft)
      at = to
      continue
    }
    for (const draft of joinRun(drafts.slice(at, end), measure)) out.push(draft)
    at = end
  }
  return out
}

const joinRun = (run: readonly Draft[], measure: number): Draft[] => {
  const groups: Draft[][] = []
  for (const draft of run) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && continues(last.leaf.text, draft.leaf.text, measure)) group.push(draft)
    else groups.push([draft])
  }
  return groups.flatMap((group) => {
    const [first] = group
    if (first === undefined || group.length === 1) return group
    return [{ ...first, leaf: joinTexts(group.map(({ leaf }) => leaf)).leaf, why: 'Lines wrapped by hand, each in an element of its own.' }]
  })
}
