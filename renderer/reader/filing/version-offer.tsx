import { Link2, X } from 'lucide-react'
import { documentState } from '../../state/document/document'
import { useStore } from '../../state/window/use-store'
import { versionsState } from '../../state/compare/versions'
import { Button, IconButton } from '../../ui/button'
import { useDateWords } from '../../ui/date-text'

/** A quiet line above the text where another filing of the library looks like another version of this one. */
export const VersionOffer = () => {
  const offer = useStore(versionsState, versionsState.select.offer)
  const title = useStore(documentState, (state) => state.open?.filing.title)
  const linking = useStore(versionsState, versionsState.select.linking)
  const { short } = useDateWords()
  if (!offer) return null
  const { filing, why, relation } = offer
  // Two versions mostly have one title; the file's name then tells which is meant.
  const name = filing.title === title ? filing.fileName : filing.title
  return (
    <section className="version-offer" aria-label="Versions">
      <p className="truncate" title={why}>
        {relation === 'older'
          ? (
            <>
              This looks like a later version of <strong>{name}</strong>
            </>
          )
          : (
            <>
              <strong>{name}</strong> looks like a later version of this
            </>
          )} ({filing.filedAt === null ? `imported ${short(filing.importedAt)}` : short(filing.filedAt)})
      </p>
      <Button size="small" tone="plain" icon={Link2} disabled={linking} onClick={() => void versionsState.accept(offer)}>
        {linking ? 'Linking…' : 'Link and carry notes'}
      </Button>
      <IconButton size="small" icon={X} label="Not a version of it" onClick={() => versionsState.decline(offer)} />
    </section>
  )
}
