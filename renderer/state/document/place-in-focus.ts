import { blockIndexOf } from '#model/block-index'
import { caretState } from './caret'
import { offsetOf } from './caret-moves'
import { documentState } from './document'
import { halvesState } from './halves'

/** The source offset that an act by key is about: where the selection begins, else the caret, else the first line in sight. */
export const placeInFocus = (): number => {
  const { selection, content } = documentState.store.get()
  const caret = caretState.store.get().at
  if (selection) return selection.range.start
  return caret && content ? offsetOf(blockIndexOf(content.blocks), caret) : halvesState.here().top
}
