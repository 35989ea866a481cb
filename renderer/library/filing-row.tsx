import { ArchiveRestore, Ellipsis, FileText, GitCompareArrows, Trash2 } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { FilingSummary } from '#contract/library'
import { compareState } from '../state/compare'
import { documentState } from '../state/document'
import { libraryState } from '../state/library'
import { IconButton } from '../ui/button'
import { DateText } from '../ui/date-text'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { formWords, sizeWords } from './filing-table'

const Count = ({ value, what }: { readonly value: number; readonly what: string }) => (
  <td className="numeric count" data-none={value === 0} title={`${String(value)} ${what}`}>{value === 0 ? '–' : value}</td>
)

const RowMenu = ({ filing }: { readonly filing: FilingSummary }) => (
  <Menu label="Filing" align="end" trigger={<IconButton icon={Ellipsis} size="small" label={`More for ${filing.title}`} />}>
    <MenuItem icon={FileText} onSelect={() => { void documentState.openFiling(filing.id) }}>Open</MenuItem>
    {filing.trashedAt === null ? <MenuItem icon={GitCompareArrows} onSelect={() => { void compareState.begin(filing.id) }}>Compare with…</MenuItem> : null}
    <MenuItem onSelect={() => { void documentState.copy(filing.sha256, 'SHA-256 copied.') }}>Copy SHA-256</MenuItem>
    {filing.accession === null ? null : <MenuItem onSelect={() => { void documentState.copy(filing.accession ?? '', 'Accession number copied.') }}>Copy accession number</MenuItem>}
    <MenuSeparator />
    {filing.trashedAt === null
      ? <MenuItem icon={Trash2} danger onSelect={() => { void libraryState.trash(filing.id) }}>Move to the trash</MenuItem>
      : <MenuItem icon={ArchiveRestore} onSelect={() => { void libraryState.restore(filing.id) }}>Restore</MenuItem>}
  </Menu>
)

/** How far the suggestions of a filing were reviewed, as a thin bar under its title. */
const Review = ({ filing }: { readonly filing: FilingSummary }) => (
  filing.suggestions === 0 ? null : <span className="review-bar" title={`${String(filing.decided)} of ${String(filing.suggestions)} suggestions reviewed`}>{filing.decided}/{filing.suggestions} reviewed</span>
)

/** One filing of the library. The title opens it; so does a double click on the row. */
export const FilingRow = ({ filing }: { readonly filing: FilingSummary }) => {
  const trashed = filing.trashedAt !== null
  const open = (): void => { if (!trashed) void documentState.openFiling(filing.id) }
  const click = (event: MouseEvent): void => { if (event.target instanceof Element && event.target.closest('button') === null) open() }
  return (
    <tr className="filing-row" data-trashed={trashed} onDoubleClick={click}>
      <td className="row-cell">
        <button type="button" className="row-title truncate" disabled={trashed} onClick={open} title={filing.title}>{filing.title}</button>
        <span className="row-file" title={`${filing.fileName} · SHA-256 ${filing.sha256}`}>
          <span className="truncate">{filing.fileName}</span>
          <span className="nowrap">· {sizeWords(filing.bytes)}{filing.documents > 1 ? ` · ${String(filing.documents)} documents` : ''}<Review filing={filing} /></span>
        </span>
      </td>
      <td className="truncate" title={filing.company ?? undefined}>{filing.company ?? '–'}</td>
      <td className="nowrap">{formWords(filing) || '–'}</td>
      <td className="nowrap numeric">{filing.filedAt === null ? '–' : <DateText iso={filing.filedAt} />}</td>
      <td className="nowrap numeric"><DateText iso={filing.importedAt} label="Added" /></td>
      <Count value={filing.annotations} what="highlights" />
      <Count value={filing.notes} what="notes" />
      <Count value={filing.openQuestions} what="open questions" />
      <td className="row-acts">
        {trashed ? <IconButton icon={ArchiveRestore} size="small" label="Restore" onClick={() => { void libraryState.restore(filing.id) }} /> : null}
        <RowMenu filing={filing} />
      </td>
    </tr>
  )
}
