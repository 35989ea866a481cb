import { Search } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { QueryProblem } from '#contract/search'
import { documentState } from '../state/document/document'
import { foldersState } from '../state/library/folders'
import { libraryState } from '../state/library/library'
import { complete, completionAt, type Completion, type CompletionOption, type CompletionValues } from '../state/search/query-completion'
import { searchState } from '../state/search/search'
import { useShallow, useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { workspaceState } from '../state/window/workspace'
import { Icon } from '../ui/icon'

const distinct = (values: readonly (string | null)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== null && value !== ''))] as readonly string[]

/** What the library offers as values of query words. */
const useValues = (): CompletionValues => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const tags = useStore(workspaceState, (state) => state.tags)
  const risks = useStore(workspaceState, (state) => state.risks)
  const folders = useShallow(foldersState, (state) => state.folders.map(({ name }) => name))
  const years = distinct(filings.map(({ filedAt }) => filedAt?.slice(0, 4) ?? null)).toSorted().toReversed()
  return {
    tag: tags.map(({ name }) => name),
    risk: risks.map(({ label }) => label),
    folder: distinct(folders),
    company: distinct(filings.map(({ company }) => company)).toSorted(),
    form: distinct(filings.flatMap(({ form, exhibit }) => [form, exhibit])).toSorted(),
    before: years,
    after: years
  }
}

/** The query again, unseen, behind the box: what is wrong in it is underlined there. */
const Underline = (
  { query, problem, box }: { readonly query: string; readonly problem: QueryProblem; readonly box: RefObject<HTMLInputElement | null> }
) => {
  const mirror = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const input = box.current
    const follow = (): void => {
      if (mirror.current && input) mirror.current.scrollLeft = input.scrollLeft
    }
    follow()
    input?.addEventListener('scroll', follow)
    return () => input?.removeEventListener('scroll', follow)
  }, [box, query])
  const { start, end } = problem.range
  return (
    <div ref={mirror} className="query-mirror" aria-hidden="true">
      {query.slice(0, start)}
      <span className="query-wrong">{query.slice(start, end)}</span>
      {query.slice(end)}
    </div>
  )
}

const Options = (
  { completion, active, onTake }: { readonly completion: Completion; readonly active: number;
    readonly onTake: (option: CompletionOption) => void }
) => (
  <ul className="query-options" id="query-options" role="listbox" aria-label="Completions">
    {completion.options.map((option, index) => (
      <li
        key={option.label}
        id={`query-option-${String(index)}`}
        role="option"
        aria-selected={index === active}
        onPointerDown={(event) => {
          event.preventDefault()
          onTake(option)
        }}
      >
        <span className="query-option-label">{option.label}</span>
        {option.hint === '' ? null : <span className="query-option-hint">{option.hint}</span>}
      </li>
    ))}
  </ul>
)

/** Leaves the search: for the list of like sentences, the words; else the screen before. */
const leave = (): void => {
  const { similarTo, query } = searchState.store.get()
  if (similarTo) searchState.leaveSimilar()
  else if (query !== '') searchState.setQuery('')
  else viewState.show(documentState.store.get().open === null ? 'library' : 'reader')
}

/** Moves through the hits, or opens the one in focus. */
const moveThroughHits = (event: KeyboardEvent): boolean => {
  if (event.key === 'ArrowDown') searchState.step(1)
  else if (event.key === 'ArrowUp') searchState.step(-1)
  else if (event.key === 'Enter') void searchState.openActive()
  else if (event.key === 'Escape') leave()
  else return false
  return true
}

/** The box of the search: it offers query words and their values, underlines what is wrong, and steps through the hits. */
export const QueryBox = () => {
  const box = useRef<HTMLInputElement>(null)
  const caretWanted = useRef<number | null>(null)
  const query = useStore(searchState, searchState.select.query)
  const problem = useStore(searchState, searchState.select.problem)
  const focus = useStore(searchState, searchState.select.focus)
  const active = useStore(searchState, searchState.select.active)
  const count = useStore(searchState, searchState.select.count)
  const values = useValues()
  const [caret, setCaret] = useState(query.length)
  const [option, setOption] = useState(0)
  const [closed, setClosed] = useState(true)
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [focus])
  useLayoutEffect(() => {
    if (caretWanted.current !== null) box.current?.setSelectionRange(caretWanted.current, caretWanted.current)
    caretWanted.current = null
  }, [query])
  const completion = closed ? null : completionAt(query, caret, values)
  const type = (next: string, at: number): void => {
    setCaret(at)
    setOption(0)
    setClosed(false)
    searchState.setQuery(next)
  }
  const take = (chosen: CompletionOption): void => {
    if (!completion) return
    const done = complete(query, completion, chosen)
    caretWanted.current = done.caret
    type(done.query, done.caret)
  }
  const chooseOption = (event: KeyboardEvent): boolean => {
    if (!completion) return false
    const { options, isValue } = completion
    const chosen = options[option]
    if (event.key === 'Tab' && !event.shiftKey && chosen) take(chosen)
    else if (event.key === 'Escape') setClosed(true)
    else if (isValue && event.key === 'Enter' && chosen) take(chosen)
    else if (isValue && event.key === 'ArrowDown') setOption(Math.min(options.length - 1, option + 1))
    else if (isValue && event.key === 'ArrowUp') setOption(Math.max(0, option - 1))
    else return false
    return true
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(chooseOption(event) || moveThroughHits(event))) return
    event.preventDefault()
    event.stopPropagation()
  }
  const pointsTo = completion ? `query-option-${String(option)}` : count > 0 ? `hit-${String(active)}` : undefined
  return (
    <span className="field-box search-box">
      <Icon of={Search} size={16} />
      {problem ? <Underline query={query} problem={problem} box={box} /> : null}
      <input
        ref={box}
        type="text"
        role="combobox"
        className="field"
        placeholder="Search filings, highlights and notes"
        aria-label="Search the library"
        value={query}
        spellCheck={false}
        autoComplete="off"
        aria-expanded={completion !== null}
        aria-autocomplete="list"
        aria-controls={completion ? 'query-options' : 'hits'}
        aria-activedescendant={pointsTo}
        aria-invalid={problem !== null}
        {...(problem ? { 'aria-describedby': 'query-problem' } : {})}
        onChange={(event) => type(event.target.value, event.target.selectionStart ?? event.target.value.length)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? query.length)}
        onKeyDown={press}
        onBlur={() => setClosed(true)}
      />
      {completion ? <Options completion={completion} active={option} onTake={take} /> : null}
    </span>
  )
}
