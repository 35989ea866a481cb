import { ChevronDown, Files } from 'lucide-react'
import type { DocumentSummary } from '#contract/library'
import { documentState } from '../state/document'
import { Button } from '../ui/button'
import { Menu, MenuChoice } from '../ui/menu'

const nameOf = ({ type, filename, sequence }: DocumentSummary): string => type ?? filename ?? `Document ${String(sequence)}`

const sizeOf = ({ range }: DocumentSummary): string => {
  const units = range.end - range.start
  return units < 1000 ? String(units) : units < 1_000_000 ? `${String(Math.round(units / 1000))}k` : `${(units / 1_000_000).toFixed(1)}M`
}

/** The documents of a submission, with type, description and size in characters; choosing one shows it. */
export const ExhibitSwitcher = ({ documents, current }: { readonly documents: readonly DocumentSummary[]; readonly current: number | null }) => {
  const shown = documents.find(({ sequence }) => sequence === current)
  if (documents.length < 2) return null
  return (
    <Menu
      label="Documents of this submission"
      trigger={(
        <Button tone="plain" size="small" icon={Files} aria-label={`Document ${shown ? nameOf(shown) : ''}, ${String(documents.length)} in this submission`}>
          {shown ? nameOf(shown) : 'Documents'}
          <span className="numeric exhibit-count">{documents.length}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      )}
    >
      {documents.map((document) => (
        <MenuChoice
          key={document.sequence} checked={document.sequence === current}
          hint={<span className="numeric">{sizeOf(document)}</span>} onSelect={() => { void documentState.showDocument(document.sequence) }}
        >
          <span className="exhibit-name">{nameOf(document)}</span>
          <span className="exhibit-about truncate">{document.description ?? document.filename ?? ''}</span>
        </MenuChoice>
      ))}
    </Menu>
  )
}
