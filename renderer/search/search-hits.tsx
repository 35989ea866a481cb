import { FileText, MessageSquareText, Quote, TextSearch, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { SearchGroup, SearchHit } from '#contract/library'
import type { SimilarSentence } from '#contract/search'
import { documentState } from '../state/document/document'
import { formWords } from '../state/library/library-list'
import { searchState } from '../state/search/search'
import { useStore } from '../state/window/use-store'
import { useDateWords } from '../ui/date-text'
import { FactsLine } from '../ui/facts-line'
import { Icon } from '../ui/icon'
import { MarkedText } from './marked-text'
import { countWords } from '#model/words'

const SOURCES: Readonly<Record<SearchHit['source'], { readonly word: string; readonly icon: LucideIcon }>> = {
  text: { word: 'In the filing', icon: TextSearch },
  quote: { word: 'In a highlight', icon: Quote },
  note: { word: 'In a note', icon: MessageSquareText },
  filing: { word: 'The filing itself', icon: FileText }
}

/** One row that can be stepped to: a click shows it beside the list, a second one opens it. */
const Row = ({ index, onOpen, children }: { readonly index: number; readonly onOpen: () => void; readonly children: ReactNode }) => {
  const row = useRef<HTMLButtonElement>(null)
  const active = useStore(searchState, (state) => state.active === index)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <li>
      <button
        type="button"
        ref={row}
        id={`hit-${String(index)}`}
        className="hit"
        data-active={active}
        aria-current={active ? 'true' : undefined}
        tabIndex={-1}
        onClick={() => {
          if (active) onOpen()
          else searchState.point(index)
        }}
      >
        {children}
      </button>
    </li>
  )
}

const Hit = ({ hit, index }: { readonly hit: SearchHit; readonly index: number }) => {
  const { word, icon } = SOURCES[hit.source]
  return (
    <Row index={index} onOpen={() => void searchState.open(hit)}>
      <span className="hit-source" title={word}>
        <Icon of={icon} size={14} />
        <span className="visually-hidden">{word}</span>
      </span>
      <span className="hit-words">
        <MarkedText text={hit.snippet} marks={hit.marks} />
      </span>
    </Row>
  )
}

const Group = ({ group, first }: { readonly group: SearchGroup; readonly first: number }) => {
  const { filing, hits, total } = group
  const { short } = useDateWords()
  return (
    <section className="hit-group" aria-label={filing.title}>
      <h2>
        <button type="button" className="hit-filing truncate" onClick={() => void documentState.openFiling(filing.id)}>
          {filing.title}
        </button>
        <FactsLine className="hit-facts" who={filing.company} otherwise=""
          rest={[formWords(filing), filing.filedAt === null ? null : short(filing.filedAt)]} />
        <span className="badge" title={`${countWords(total, 'hit')} in this filing`}>
          {total.toLocaleString('en')}
        </span>
      </h2>
      <ul>
        {hits.map((hit, index) => (
          <Hit key={`${hit.source}:${String(hit.sequence)}:${String(hit.range?.start ?? '')}:${hit.noteId ?? ''}:${String(index)}`}
            hit={hit} index={first + index} />
        ))}
      </ul>
      {total > hits.length
        ? (
          <button type="button" className="hit-more" onClick={() => void searchState.showAll(filing.id)}>
            {(total - hits.length).toLocaleString('en')} more in this filing
          </button>
        )
        : null}
    </section>
  )
}

/** The index of the first hit of each group, counted over all groups. */
const firstsOf = (groups: readonly SearchGroup[]): readonly number[] => {
  let first = 0
  return groups.map(({ hits }) => {
    first += hits.length
    return first - hits.length
  })
}

/** The hits of a search by filing, best first. */
export const SearchHits = ({ groups }: { readonly groups: readonly SearchGroup[] }) => {
  const filings = useStore(searchState, searchState.select.filings)
  const phase = useStore(searchState, searchState.select.phase)
  const stale = useStore(searchState, (state) => state.problem !== null || (state.phase === 'searching' && state.answered !== state.query))
  const firsts = firstsOf(groups)
  return (
    <div className="hits" data-stale={stale}>
      {groups.map((group, index) => <Group key={group.filing.id} group={group} first={firsts[index] ?? 0} />)}
      {phase === 'done' && filings > groups.length
        ? (
          <button type="button" className="hit-more" onClick={searchState.more}>
            Show more of the {filings.toLocaleString('en')} filings
          </button>
        )
        : null}
    </div>
  )
}

/** How alike two sentences are, in a word or a number. */
const likenessWords = (likeness: number): string => (likeness === 1 ? 'Same words' : `${String(Math.round(likeness * 100))} %`)

/** The sentences like another one, most alike first. */
export const SimilarHits = ({ sentences }: { readonly sentences: readonly SimilarSentence[] }) => {
  const { short } = useDateWords()
  return (
    <ul className="hits similar">
      {sentences.map((sentence, index) => (
        <Row key={`${sentence.filingId}:${String(sentence.range.start)}`} index={index} onOpen={() => void searchState.openActive()}>
          <span className="hit-likeness numeric" data-same={sentence.likeness === 1}>{likenessWords(sentence.likeness)}</span>
          <span className="hit-words">
            {sentence.text}
            <span className="hit-facts">
              {[sentence.title, sentence.filedAt && short(sentence.filedAt)].filter((part) =>
                part !== null
              ).join(' · ')}
            </span>
          </span>
        </Row>
      ))}
    </ul>
  )
}
