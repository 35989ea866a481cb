import { ChevronDown, Files, Paperclip } from 'lucide-react'
import type { DocumentSummary } from '#contract/library'
import { documentState } from '../../state/document/document'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Menu, MenuChoice, MenuLabel, MenuSeparator } from '../../ui/menu'

const nameOf = ({ type, filename, sequence }: DocumentSummary): string => type ?? filename ?? `Document ${String(sequence)}`

const sizeOf = ({ range }: DocumentSummary): string => {
  const units = range.end - range.start
  return units < 1000 ? String(units) : units < 1_000_000 ? `${String(Math.round(units / 1000))}k` : `${(units / 1_000_000).toFixed(1)}M`
}

/** Whether a document is an attachment: a picture, a PDF or another file that was encoded into the submission. */
const isAttachment = ({ format }: DocumentSummary): boolean => format === 'binary'

const About = ({ document }: { readonly document: DocumentSummary }) => (
  <>
    <span className="exhibit-name">{nameOf(document)}</span>
    <span className="exhibit-about truncate">{document.description ?? document.filename ?? ''}</span>
  </>
)

const Attachment = ({ document }: { readonly document: DocumentSummary }) => (
  <span className="attachment-card">
    <Icon of={Paperclip} size={14} />
    <span className="attachment-words">
      <About document={document} />
    </span>
  </span>
)

/** The documents of a submission, with type, description and size in characters, its attachments as cards below them; choosing one shows it. */
export const ExhibitSwitcher = (
  { documents, current }: { readonly documents: readonly DocumentSummary[]; readonly current: number | null }
) => {
  const shown = documents.find(({ sequence }) => sequence === current)
  if (documents.length < 2) return null
  const attachments = documents.filter(isAttachment)
  const choice = (document: DocumentSummary) => (
    <MenuChoice
      key={document.sequence}
      checked={document.sequence === current}
      hint={<span className="numeric">{sizeOf(document)}</span>}
      onSelect={() => void documentState.showDocument(document.sequence)}
    >
      {isAttachment(document) ? <Attachment document={document} /> : <About document={document} />}
    </MenuChoice>
  )
  return (
    <Menu
      label="Documents of this submission"
      trigger={
        <Button tone="plain" size="small" icon={Files}
          aria-label={`Document ${shown ? nameOf(shown) : ''}, ${String(documents.length)} in this submission`}
        >
          {shown ? nameOf(shown) : 'Documents'}
          <span className="numeric exhibit-count">{documents.length}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      {documents.filter((document) => !isAttachment(document)).map(choice)}
      {attachments.length === 0 ? null : (
        <>
          <MenuSeparator />
          <MenuLabel>Attachments</MenuLabel>
          {attachments.map(choice)}
        </>
      )}
    </Menu>
  )
}
