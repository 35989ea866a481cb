/** A run of words: in both texts, only in the older (`delete`) or only in the newer (`insert`). */
export interface ChangedRun {
  readonly op: 'same' | 'insert' | 'delete'
  readonly text: string
  /** The words as the older text sets them, where it sets the same words differently. */
  readonly left?: string
}

/** The words of one side; what is only there is underlined, what is only in the older struck through. */
export const ChangedWords = ({ words, side }: { readonly words: readonly ChangedRun[]; readonly side: 'left' | 'right' }) => (
  <>
    {words.map(({ op, text, left }, at) => {
      if (op === 'same') return <span key={at}>{side === 'left' ? left ?? text : text}</span>
      if (op === 'delete') return side === 'right' ? null : <del key={at}>{text}</del>
      return side === 'left' ? null : <ins key={at}>{text}</ins>
    })}
  </>
)
