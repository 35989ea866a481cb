import { useState } from 'react'
import { markAllState, type MarkAllPreview } from '../state/marks/mark-all'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Select } from '../ui/fields'
import { countWords } from '#model/words'

/** How much of the words around a hit is shown, in code units. */
const AROUND = 40

/** The words before a hit, cut where a word begins. */
const lead = (prefix: string): string => (prefix.length <= AROUND ? prefix : `…${prefix.slice(-AROUND).replace(/^\S+\s/, '')}`)

/** The words behind a hit, cut where a word ends. */
const tail = (suffix: string): string => (suffix.length <= AROUND ? suffix : `${suffix.slice(0, AROUND).replace(/\s\S*$/, '')}…`)

const hitsWords = (count: number): string => countWords(count, 'hit')

const Preview = ({ preview }: { readonly preview: MarkAllPreview }) => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const [tagId, setTagId] = useState('')
  const { words, already, beyond } = preview
  return (
    <Dialog
      open
      onClose={markAllState.cancel}
      title={`Highlight ${hitsWords(words.length)}?`}
      width="wide"
      description={beyond > 0
        ? `The first of them; ${hitsWords(beyond)} more than can be highlighted at once are left out.`
        : 'One Undo takes all of it back.'}
      foot={
        <>
          <Select label="Tag" value={tagId} onChange={setTagId}
            options={[{ value: '', label: 'No tag' }, ...tags.map(({ id, name }) => ({ value: id, label: name }))]} />
          <span className="grow" />
          <Button onClick={markAllState.cancel}>Cancel</Button>
          <Button tone="primary" disabled={words.length === 0} onClick={() => void markAllState.mark(tagId === '' ? null : tagId)}>
            Highlight {words.length}
          </Button>
        </>
      }
    >
      {already > 0
        ? (
          <p className="bulk-says">
            {already === 1
              ? 'One hit is highlighted already and stays as it is.'
              : `${hitsWords(already)} are highlighted already and stay as they are.`}
          </p>
        )
        : null}
      <ol className="bulk-list" tabIndex={0} aria-label="Hits">
        {words.map(({ range, quote, sectionPath }) => (
          <li key={range.start}>
            {sectionPath.length > 0 ? <span className="bulk-kind">{sectionPath.at(-1)}</span> : null}
            {lead(quote.prefix)}
            <mark>{quote.exact}</mark>
            {tail(quote.suffix)}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

/** Shows every hit that would be highlighted before any is. */
export const MarkAllDialog = () => {
  const preview = useStore(markAllState, markAllState.select.preview)
  return preview ? <Preview preview={preview} /> : null
}
