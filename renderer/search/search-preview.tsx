import { CornerDownLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { PassageBlock } from '#contract/search'
import { searchState } from '../state/search/search'
import { useShallow, useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { MarkedText } from './marked-text'

const Block = ({ block }: { readonly block: PassageBlock }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (block.here) (place.current?.querySelector('mark') ?? place.current)?.scrollIntoView({ block: 'center' })
  }, [block])
  return (
    <div ref={place} className="passage-block" data-kind={block.kind} data-here={block.here}>
      <MarkedText text={block.text} marks={block.marks} />
    </div>
  )
}

/** The passage of the hit in focus, with what stands around it. */
export const SearchPreview = () => {
  const passage = useStore(searchState, searchState.select.passage)
  const place = useShallow(searchState, searchState.select.place)
  const title = useStore(searchState, (state) =>
    (state.similarTo
      ? state.similar.find(({ filingId }) => filingId === place?.filingId)?.title
      : state.groups.find(({ filing }) => filing.id === place?.filingId)?.filing.title) ?? '')
  if (!passage || !place) return null
  return (
    <section className="passage" aria-label="Passage">
      <header className="passage-head">
        <div className="passage-where">
          <strong className="truncate">{title}</strong>
          <span className="truncate">{passage.sectionPath.join(' › ')}</span>
        </div>
        <Button tone="plain" size="small" icon={CornerDownLeft} onClick={() => void searchState.openActive()}>
          Open here <Kbd keys="Enter" />
        </Button>
      </header>
      <div className="passage-scroll" tabIndex={0} aria-label="The words around the hit" role="group">
        {passage.note
          ? (
            <div className="passage-note">
              <h3>Note</h3>
              <MarkedText text={passage.note.text} marks={passage.note.marks} />
            </div>
          )
          : null}
        {passage.blocks.map((block, index) => <Block key={index} block={block} />)}
      </div>
    </section>
  )
}
