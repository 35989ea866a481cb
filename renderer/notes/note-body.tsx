import { type MouseEvent, type ReactNode, useMemo, useState } from 'react'
import { CitationChip } from './citation-chip'
import { LinkBubble, type ClickedLink } from './link-bubble'
import { formatsOf, isBranch, plainText, type NoteBranch, type NoteFormat, type NoteNode, type TextLeaf } from '#model/note-tree'
import { readNoteBody, salvageText } from '#model/note-body'

const CLASSES: Readonly<Record<NoteFormat, string>> = { bold: 'note-b', italic: 'note-i', struck: 'note-s', underlined: 'note-u',
  code: 'note-code', subscript: 'note-sub', superscript: 'note-sup' }

const TextRun = ({ leaf }: { readonly leaf: TextLeaf }) => {
  const classes = formatsOf(leaf).map((format) => CLASSES[format])
  return classes.length === 0 ? leaf.text : <span className={classes.join(' ')}>{leaf.text}</span>
}

const branchClass = (node: NoteBranch): string => {
  switch (node.type) {
    case 'quote':
      return 'note-quote'
    case 'heading':
      return node.level === 3 ? 'note-h note-h3' : 'note-h'
    case 'listitem':
      return node.checked === undefined
        ? node.children.some(({ type }) => type === 'list') ? 'note-li-nested' : 'note-li'
        : node.checked
        ? 'note-li-done'
        : 'note-li-open'
    case 'list':
      return node.listType === 'number' ? 'note-ol' : node.listType === 'check' ? 'note-ul note-check' : 'note-ul'
    default:
      return 'note-p'
  }
}

const Branch = ({ node, onLink }: { readonly node: NoteBranch; readonly onLink: (link: ClickedLink) => void }) => {
  const children = node.children.map((child, index) => <Node key={index} node={child} onLink={onLink} />)
  const className = branchClass(node)
  switch (node.type) {
    case 'root':
      return <>{children}</>
    case 'quote':
      return <blockquote className={className}>{children}</blockquote>
    case 'list':
      return node.listType === 'number' ? <ol className={className}>{children}</ol> : <ul className={className}>{children}</ul>
    case 'listitem':
      return <li className={className}>{children}</li>
    case 'link': {
      const url = node.url ?? ''
      const show = (event: MouseEvent): void => {
        event.stopPropagation()
        onLink({ url, x: event.clientX, y: event.clientY })
      }
      return <button type="button" className="note-link" title={url} onClick={show}>{children}</button>
    }
    case 'table':
      return (
        <div className="note-table-box" tabIndex={0} role="group" aria-label="Table">
          <table className="note-table">
            <tbody>{children}</tbody>
          </table>
        </div>
      )
    case 'tablerow':
      return <tr>{children}</tr>
    case 'tablecell':
      if (node.header !== true) return <td>{children}</td>
      return plainText(node) === '' ? <td className="note-th">{children}</td> : <th scope="col" className="note-th">{children}</th>
    case 'heading':
      return <p className={className} role="heading" aria-level={node.level === 3 ? 5 : 4}>{children}</p>
    case 'paragraph':
      return <p className={className}>{children.length === 0 ? <br /> : children}</p>
  }
}

const Node = ({ node, onLink }: { readonly node: NoteNode; readonly onLink: (link: ClickedLink) => void }): ReactNode => {
  if (isBranch(node)) return <Branch node={node} onLink={onLink} />
  switch (node.type) {
    case 'text':
    case 'tab':
      return <TextRun leaf={node} />
    case 'linebreak':
      return <br />
    case 'citation':
      return <CitationChip citation={node} />
    case 'divider':
      return <hr className="note-divider" />
  }
}

/** The words of a note, drawn from its checked tree. A body that fails the check is shown as stored text with the reason. */
export const NoteBody = ({ body }: { readonly body: string }) => {
  const read = useMemo(() => readNoteBody(body), [body])
  const [link, setLink] = useState<ClickedLink | null>(null)
  if (read.kind === 'empty') return <p className="note-empty">Empty note. Click to write.</p>
  if (read.kind === 'unreadable') {
    return (
      <div className="note-unreadable">
        <p>
          This note was stored in a form that Redwell does not load. It is shown as stored, can be copied, and is never changed.{' '}
          {read.reason}
        </p>
        <pre>{salvageText(body)}</pre>
      </div>
    )
  }
  return (
    <>
      <Branch node={read.root} onLink={setLink} />
      {link ? <LinkBubble link={link} onClose={() => setLink(null)} /> : null}
    </>
  )
}
