import type { WordRun } from '#contract/comparison'

/** The words of one side; what is only there is underlined, what is only on the left struck through. */
export const ChangedWords = ({ words, side }: { readonly words: readonly WordRun[]; readonly side: 'left' | 'right' }) => (
  <>
    {words.map(({ op, text, left }, at) => {
      if (op === 'same') return <span key={at}>{side === 'left' ? left ?? text : text}</span>
      if (op === 'delete') return side === 'right' ? null : <del key={at}>{text}</del>
      return side === 'left' ? null : <ins key={at}>{text}</ins>
    })}
  </>
)
