import type { MarkRef } from '../../state/document/document'
import type { Layer } from '../../state/window/view'
import type { Mark } from '../paint/marks'
import type { RangeIndex } from '../paint/range-index'

/**
 * What a click at `offset` opens: each suggestion or highlight once, the analyst's own before what was suggested, else the
 * shortest first. Layers in `hidden` are left out, since nobody means what is not painted.
 */
export const refsAt = (index: RangeIndex<Mark>, offset: number, hidden: readonly Layer[]): readonly MarkRef[] => {
  const refs: MarkRef[] = []
  for (const { ref, layer } of index.at(offset)) {
    if (hidden.includes(layer) || refs.some((known) => known.kind === ref.kind && known.id === ref.id)) continue
    refs.push(ref)
  }
  return refs.sort((a, b) => Number(b.kind === 'annotation') - Number(a.kind === 'annotation'))
}
