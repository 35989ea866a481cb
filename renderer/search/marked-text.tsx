import type { TextRange } from '#contract/range'
import { markSnippet } from './mark-snippet'

/** A text with the words that were searched for marked. */
export const MarkedText = ({ text, marks }: { readonly text: string; readonly marks: readonly TextRange[] }) =>
  markSnippet(text, marks).map((run, index) => (run.marked ? <mark key={index}>{run.text}</mark> : run.text))
