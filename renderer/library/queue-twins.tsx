import { CopyCheck, Trash2 } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { QueuedFile } from '#contract/import-queue'
import { type ImportTwin, importTwinsState, twinsOf } from '../state/library/import-twins'
import { libraryActs } from '../state/library/library-acts'
import { libraryState } from '../state/library/library'
import { documentState } from '../state/document/document'
import { useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { nameOf } from './file-name'

const WORDS: Readonly<Record<ImportTwin['same'], string>> = {
  bytes: 'The same file is already in the library, so nothing was added',
  text: 'The same text in other bytes',
  document: 'The same document lies inside a submission'
}

/** The duplicates among the files of the queue, once those inside submissions were looked for. */
export const useImportTwins = (files: readonly QueuedFile[], wanted: boolean): readonly ImportTwin[] => {
  const inside = useStore(importTwinsState, importTwinsState.select.inside)
  const kept = useStore(importTwinsState, importTwinsState.select.kept)
  const filings = useStore(libraryState, libraryState.select.filings)
  // A filing may come into the list after its file has left the queue.
  useEffect(() => {
    if (wanted) void importTwinsState.look()
  }, [wanted, files, filings])
  return useMemo(() => twinsOf(files, { inside, kept }), [files, inside, kept])
}

const openTwin = ({ twin, sequence }: ImportTwin): void => {
  void documentState.openFiling(twin, sequence === null ? null : { sequence, range: null })
}

const Twin = ({ twin }: { readonly twin: ImportTwin }) => {
  const there = useStore(libraryState, ({ filings }) => filings.find(({ id }) => id === twin.twin))
  const own = useStore(libraryState, ({ filings }) => filings.some(({ id }) => id === twin.filingId))
  const name = nameOf(twin.path)
  return (
    <li className="queue-twin">
      <Icon of={CopyCheck} size={14} />
      <div>
        <p className="truncate" title={twin.path}>{name}</p>
        <p className="queue-twin-why">
          {WORDS[twin.same]}:{' '}
          <button type="button" className="queue-twin-there" onClick={() => openTwin(twin)}>
            {there?.title ?? 'a filing in the trash'}
          </button>
        </p>
        <div className="queue-twin-acts">
          <Button size="small" onClick={() => openTwin(twin)}>Open the one there</Button>
          {twin.same === 'bytes' || !own ? null : (
            <>
              <Button size="small" onClick={() => void documentState.openFiling(twin.filingId)}>Open this one</Button>
              <Button size="small" icon={Trash2} onClick={() => void libraryActs.setTrashed([twin.filingId], true)}>
                Move this one to the trash
              </Button>
            </>
          )}
          <Button size="small" onClick={() => importTwinsState.keepBoth(twin.job)}>
            {twin.same === 'bytes' ? 'Put away' : 'Keep both'}
          </Button>
        </div>
      </div>
    </li>
  )
}

/** The files of the queue that the library has twice, each with the way to its twin and what can be done. */
export const QueueTwins = ({ twins }: { readonly twins: readonly ImportTwin[] }) => {
  const looking = useStore(importTwinsState, importTwinsState.select.looking)
  return (
    <div className="queue-scroll" tabIndex={0} role="region" aria-label="Duplicates among the imports">
      {looking ? <p role="status" className="queue-none">Looking for exhibits that lie inside a submission…</p> : null}
      {!looking && twins.length === 0 ? <p className="queue-none">No file in the queue is in the library twice.</p> : null}
      <ul className="queue-twins">{twins.map((twin) => <Twin key={twin.job} twin={twin} />)}</ul>
    </div>
  )
}
