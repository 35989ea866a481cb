import { useMemo } from 'react'
import { ListTree } from 'lucide-react'
import type { Section } from '#contract/filing'
import { documentState } from '../state/document'
import { outlineOf } from '../state/sections'
import { useStore } from '../state/use-store'
import { EmptyState } from '../ui/empty-state'
import { useMarks } from './use-painter'

const labelOf = ({ item, title }: Section): string => {
  const words = title.replace(/\s+/g, ' ').trim()
  return item !== null && !words.toLowerCase().startsWith('item') ? `Item ${item}. ${words}` : words
}

const Entry = ({ section, current, counts }: { readonly section: Section; readonly current: boolean; readonly counts: string }) => (
  <li className={`outline-entry outline-level-${String(Math.min(5, section.level))}`}>
    <button
      type="button" className="outline-button" aria-current={current ? 'location' : undefined}
      onClick={() => { documentState.reveal({ start: section.range.start, end: section.range.start + 1 }, { flash: false }) }}
    >
      <span className="outline-label">{labelOf(section)}</span>
      {counts === '' ? null : <span className="outline-count numeric" title={counts}>{counts.split(' ')[0]}</span>}
    </button>
  </li>
)

/** The outline of the document that is read: its sections by level, where the reader is, and how many marks each holds. */
export const Outline = () => {
  const content = useStore(documentState, documentState.select.content)
  const here = useStore(documentState, documentState.select.section)
  const marks = useMarks(content)
  const entries = useMemo(() => outlineOf(content?.sections ?? []), [content])
  if (!content) return <EmptyState icon={ListTree} title="No filing is open" text="The outline of the filing you read stands here." />
  if (entries.length === 0) return <EmptyState icon={ListTree} title="No sections" text="This document has no headings to list." />
  const countIn = ({ range }: Section): string => {
    const refs = new Set(marks.overlapping(range.start, range.end).filter(({ layer }) => layer !== 'trigger' && layer !== 'boilerplate').map(({ ref }) => `${ref.kind} ${ref.id}`))
    return refs.size === 0 ? '' : `${String(refs.size)} marks`
  }
  return (
    <nav className="outline" aria-label="Outline">
      <ol>{entries.map((section) => <Entry key={section.id} section={section} current={section.id === here} counts={countIn(section)} />)}</ol>
    </nav>
  )
}
