import { documentState, type MarkRef } from '../state/document/document'
import { annotationsState } from '../state/marks/annotations'
import { commands } from '../state/commands/commands'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'

const isSame = (a: MarkRef, b: MarkRef | null): boolean => a.kind === b?.kind && a.id === b.id

/** One of the marks, named by what it is: the tag of a highlight, or the kind of a suggestion. */
const Choice = ({ mark, all, chosen }: { readonly mark: MarkRef; readonly all: readonly MarkRef[]; readonly chosen: boolean }) => {
  const tagId = useStore(annotationsState, (state) => state.annotations.find(({ id }) => id === mark.id)?.tagId ?? null)
  const tag = useStore(workspaceState, workspaceState.select.tag(tagId))
  const label = mark.kind === 'annotation' ? (tag?.name ?? 'My highlight') : mark.kind === 'finding' ? 'Finding' : 'Forward-looking'
  return <Button size="small" aria-pressed={chosen} onClick={() => documentState.activate(mark, all)}>{label}</Button>
}

/** The marks that lie over each other at the place that was clicked, to choose among. */
export const OverlapBar = () => {
  const overlap = useStore(documentState, documentState.select.overlap)
  const active = useStore(documentState, documentState.select.active)
  if (overlap.length < 2) return null
  return (
    <div className="overlap-bar" role="group" aria-label={`${String(overlap.length)} marks at this place`}>
      <span className="overlap-count">{overlap.length} marks here</span>
      {overlap.map((mark) => <Choice key={`${mark.kind} ${mark.id}`} mark={mark} all={overlap} chosen={isSame(mark, active)} />)}
      <Kbd keys={commands.keysOf('window.overlap')} />
    </div>
  )
}
