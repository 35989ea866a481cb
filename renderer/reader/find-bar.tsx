import { type KeyboardEvent, useEffect, useRef } from 'react'
import { CaseSensitive, ChevronDown, ChevronUp, Highlighter, ListChecks, WholeWord, X } from 'lucide-react'
import { commands } from '../state/commands/commands'
import { findState } from '../state/document/find'
import { useStore } from '../state/window/use-store'
import { IconButton } from '../ui/button'
import { TextField } from '../ui/fields'

const countOf = (query: string, hits: number, current: number, capped: boolean): string => {
  if (query.trim() === '') return ''
  if (hits === 0) return 'No hits'
  const all = `${hits.toLocaleString('en')}${capped ? '+' : ''}`
  return current < 0 ? `${all} ${hits === 1 ? 'hit' : 'hits'}` : `${(current + 1).toLocaleString('en')} of ${all}`
}

/** The bar of find in filing. Enter goes to the next hit, Shift+Enter to the one before, Ctrl+H makes the hit a highlight. */
export const FindBar = () => {
  const field = useRef<HTMLInputElement>(null)
  const asked = useStore(findState, findState.select.asked)
  const query = useStore(findState, findState.select.query)
  const hits = useStore(findState, findState.select.hits)
  const capped = useStore(findState, findState.select.capped)
  const current = useStore(findState, findState.select.current)
  const matchCase = useStore(findState, findState.select.matchCase)
  const wholeWord = useStore(findState, findState.select.wholeWord)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') findState.step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') findState.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="find-bar" role="search" aria-label="Find in filing" onKeyDown={press}>
      <TextField ref={field} className="find-field" label="Find in filing" placeholder="Find in filing" value={query} onChange={(event) => {
        findState.setQuery(event.target.value)
      }} />
      <span className={`find-count numeric${hits.length === 0 && query.trim() !== '' ? ' is-none' : ''}`}>
        {countOf(query, hits.length, current, capped)}
      </span>
      <IconButton size="small" icon={CaseSensitive} label="Match case" aria-pressed={matchCase}
        onClick={() => findState.setMatchCase(!matchCase)} />
      <IconButton size="small" icon={WholeWord} label="Whole words" aria-pressed={wholeWord}
        onClick={() => findState.setWholeWord(!wholeWord)} />
      <IconButton size="small" icon={ChevronUp} label="Previous hit" keys="Shift+Enter" disabled={hits.length === 0}
        onClick={() => findState.step(-1)} />
      <IconButton size="small" icon={ChevronDown} label="Next hit" keys="Enter" disabled={hits.length === 0}
        onClick={() => findState.step(1)} />
      <IconButton size="small" icon={Highlighter} label="Highlight this hit" keys="Ctrl+H" disabled={current < 0}
        onClick={() => commands.run('highlight')} />
      <IconButton size="small" icon={ListChecks} label="Highlight all hits…" keys={commands.keysOf('window.mark-all')}
        disabled={hits.length === 0} onClick={() => commands.run('window.mark-all')} />
      <IconButton size="small" icon={X} label="Close" keys="Esc" onClick={findState.close} />
    </div>
  )
}
