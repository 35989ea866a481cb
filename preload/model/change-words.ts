import type { ChangeKind } from '#contract/comparison'

/** What each kind of change is called, in the window and in print. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  'same': 'Same',
  'number-changed': 'Number changed',
  'polarity-changed': 'Polarity changed',
  'reworded': 'Reworded',
  'moved': 'Moved',
  'added': 'Added',
  'removed': 'Removed'
}

/** What each kind of change means. */
export const CHANGE_MEANS: Readonly<Record<ChangeKind, string>> = {
  'same': 'The same words on both sides',
  'number-changed': 'A number, date or count is another',
  'polarity-changed': 'A word of direction, denial or certainty is another',
  'reworded': 'Other words, with the same numbers, direction and certainty',
  'moved': 'Stands at another place',
  'added': 'Only on the right',
  'removed': 'Only on the left'
}

/** The kinds of change in the order in which they are offered: the gravest first. */
export const CHANGE_KINDS: readonly ChangeKind[] = ['number-changed', 'polarity-changed', 'reworded', 'moved', 'added', 'removed']
