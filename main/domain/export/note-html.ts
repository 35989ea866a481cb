import { readNoteBody } from '#model/note-body'
import { formatsOf, isBranch, type NoteBranch, type NoteFormat, type NoteNode, type TextLeaf } from '#model/note-tree'
import { escapeText, html, type Markup } from './markup'

/** The element of each format. */
const FORMATS: Readonly<Record<NoteFormat, string>> = { bold: 'b', italic: 'i', struck: 's', underlined: 'u', code: 'code',
  subscript: 'sub', superscript: 'sup' }

const printRun = (leaf: TextLeaf): string =>
  formatsOf(leaf).reduce((out, format) => `<${FORMATS[format]}>${out}</${FORMATS[format]}>`, escapeText(leaf.text))

const printLeaf = (node: Exclude<NoteNode, NoteBranch>): string => {
  switch (node.type) {
    case 'text':
      return printRun(node)
    case 'tab':
      return ' '
    case 'linebreak':
      return '<br>'
    case 'divider':
      return '<hr>'
    case 'citation':
      return node.short ? '' : `<span class="citation">“${escapeText(node.quote)}”</span>`
  }
}

/** The boxes of a check list; print has no list marker for them. */
const boxOf = ({ checked }: NoteBranch): string => (checked === undefined ? '' : checked ? '☑ ' : '☐ ')

const printBranch = (node: NoteBranch): string => {
  const inner = node.children.map((child) => (isBranch(child) ? printBranch(child) : printLeaf(child))).join('')
  switch (node.type) {
    case 'root':
      return `<div>${inner}</div>`
    case 'paragraph':
      return `<p>${inner}</p>`
    case 'quote':
      return `<blockquote>${inner}</blockquote>`
    case 'heading':
      return `<h4>${inner}</h4>`
    case 'list': {
      if (node.listType === 'number') return `<ol>${inner}</ol>`
      return node.listType === 'check' ? `<ul class="checks">${inner}</ul>` : `<ul>${inner}</ul>`
    }
    case 'listitem':
      // An item that only holds a list has no line of its own, as in the window.
      return node.children.some(({ type }) => type === 'list') ? `<li class="nested">${inner}</li>` : `<li>${boxOf(node)}${inner}</li>`
    case 'link':
      // The address stands behind the words: on paper, and in a document that must not lead anywhere, it is text.
      return `<span>${inner}</span><span class="address"> (${escapeText(node.url ?? '')})</span>`
    case 'table':
      return `<table>${inner}</table>`
    case 'tablerow':
      return `<tr>${inner}</tr>`
    case 'tablecell':
      return node.header === true ? `<th>${inner}</th>` : `<td>${inner}</td>`
  }
}

/**
 * A note's words as HTML, read by the same reader as in the window, as deep as the editor nests. A note that is shown there as its
 * stored text, or cannot be read, is printed as its plain `text`.
 */
export const printNote = (body: string, text: string): Markup => {
  const read = readNoteBody(body)
  if (read.kind === 'tree') return { markup: printBranch(read.root) }
  return html`<div>${text.split(/\n+/).map((line) => html`<p>${line}</p>`)}</div>`
}
