import type { HeadAnswer, HistoryFault, HistoryReport, HistoryStretch, HistoryTrouble } from '#contract/sealed-log'
import { shortHead } from './history-head'
import { dayText } from './dates'
import { countWords, numberWords } from './words'

const day = (at: string | null): string => (at === null ? 'an unknown day' : dayText(at.slice(0, 10), 'words'))

const FAULTS: Readonly<Record<HistoryFault, string>> = {
  missing: 'Its line is gone, or another was put in its place.',
  link: 'Its line is not the one that the next was sealed upon.',
  event: 'What it says is not what was sealed.',
  unknown: 'It is told of and was never sealed.',
  gone: 'What it says is gone.',
  order: 'It stands behind a later one.',
  unsealed: 'A change stands before it that was never sealed.',
  undone: 'Whether it was undone is not as the log tells.'
}

const MEMORIES: Readonly<Record<'journal' | 'backup', string>> = { journal: 'the journal', backup: 'the backup' }

const REMEDY =
  'Something other than Redwell changed the library, or the disk is failing. Compare with a backup or with an exported file that shows an'
  + ' earlier head.'

const troubleWords = (trouble: HistoryTrouble): readonly string[] => {
  const n = numberWords(trouble.n)
  switch (trouble.kind) {
    case 'broken':
      return [`The history is broken at change ${n} of ${day(trouble.at)}.`, FAULTS[trouble.fault], REMEDY]
    case 'rewritten':
      return [`The history was rewritten: change ${n} is not the one that ${MEMORIES[trouble.by]} remembers of ${day(trouble.at)}.`, REMEDY]
    case 'cut':
      return [`The history was cut short: it ends before change ${n}, which ${MEMORIES[trouble.by]} remembers of ${day(trouble.at)}.`,
        REMEDY]
  }
}

const leftWords = ({ from, most }: HistoryStretch): string =>
  most <= (from?.n ?? 0)
    ? 'Nothing sealed was left behind.'
    : `Changes ${numberWords((from?.n ?? 0) + 1)} to ${numberWords(most)} as they were until then were left behind.`

const stretchWords = (stretch: HistoryStretch): string => {
  const { kind, n, at, changes, from } = stretch
  switch (kind) {
    case 'begin':
      return `History before ${day(at)} sealed as found: ${countWords(changes, 'change')}.`
    case 'restored':
      return `On ${day(at)} (line ${numberWords(n)}) the library was begun from a backup${
        from ? ` whose history stood at ${shortHead(from)}` : ' without a sealed history'
      }. ${leftWords(stretch)}`
    case 'rebuilt':
      return `On ${day(at)} (line ${
        numberWords(n)
      }) the library was made anew from the journal and the kept files, with a history of its own. ${leftWords(stretch)}`
    case 'unfinished':
      return `On ${day(at)} (line ${numberWords(n)}) an act was found that the program had not finished; nothing of it was called saved.`
  }
}

const answerWords = ({ head, answer, at }: HeadAnswer): string => {
  const short = shortHead(head)
  switch (answer) {
    case 'held':
      return `The head ${short} is part of this history: nothing up to it, of ${day(at)}, was changed since it was noted.`
    case 'left':
      return `The head ${short} is of what was left behind when the library was begun from a backup or made anew.`
    case 'other':
      return `History rewritten: this history has another line ${numberWords(head.n)} than the head ${short} says.`
    case 'beyond':
      return `This history ends before the head ${short}: it was cut short, or the head is of another library or a later time.`
  }
}

/** What a check of the history found, in words: the first line says whether it is whole. `whole` is false where a given head is not held, too. */
export const historyWords = (report: HistoryReport): { readonly whole: boolean; readonly lines: readonly string[] } => {
  const { head, at, trouble, stretches, given } = report
  const first = trouble
    ? troubleWords(trouble)
    : head === null
    ? ['Nothing was changed yet, so there is no history to check.']
    : [`The history is whole: ${countWords(head.n, 'line')}, the last of ${day(at)}.`]
  return { whole: trouble === null && (given === null || given.answer === 'held'),
    lines: [...first, ...given ? [answerWords(given)] : [], ...stretches.map(stretchWords)] }
}
