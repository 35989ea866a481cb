import { Link2, X } from 'lucide-react'
import { useStore } from '../state/use-store'
import { versionsState } from '../state/versions'
import { Button, IconButton } from '../ui/button'

/** A quiet line above the text where another filing of the library looks like another version of this one. */
export const VersionOffer = () => {
  const offer = useStore(versionsState, versionsState.select.offer)
  const linking = useStore(versionsState, versionsState.select.linking)
  if (!offer) return null
  const { filing, why, relation } = offer
  return (
    <section className="version-offer" aria-label="Versions">
      <p className="truncate" title={why}>
        {relation === 'older' ? <>This looks like a later version of <strong>{filing.title}</strong></> : <><strong>{filing.title}</strong> looks like a later version of this</>}
        {' '}({filing.filedAt ?? `imported ${filing.importedAt.slice(0, 10)}`})
      </p>
      <Button size="small" tone="plain" icon={Link2} disabled={linking} onClick={() => { void versionsState.accept(offer) }}>{linking ? 'Linking…' : 'Link and carry notes'}</Button>
      <IconButton size="small" icon={X} label="Not a version of it" onClick={() => { versionsState.decline(offer) }} />
    </section>
  )
}
