import { Eye, FileText, FolderClosed, FolderInput, Highlighter, Link2, ListChecks, MessageSquare, Pencil, Rows3, Tag } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

/** What the history calls its things, in the reader's words, and how they are drawn. */
const WORDS: Readonly<Record<string, readonly [string, LucideIcon]>> = {
  'annotation': ['Highlight', Highlighter],
  'note': ['Note', MessageSquare],
  'decision': ['Decision', ListChecks],
  'filing': ['Filing', FileText],
  'filing-details': ['Details', Pencil],
  'folder': ['Folder', FolderClosed],
  'folder-filing': ['Filing in a folder', FolderInput],
  'section-review': ['Section', Rows3],
  'tag': ['Tag', Tag],
  'risk': ['Risk tag', Tag],
  'template': ['Template', MessageSquare],
  'filing-link': ['Linked filings', Link2],
  'placement': ['Highlight in another version', Eye]
}

/** The word for a kind of thing in the history. */
export const entityWords = (entity: string): string =>
  WORDS[entity]?.[0] ?? entity.charAt(0).toUpperCase() + entity.slice(1).replace(/[-_]/g, ' ')

/** The drawing of a kind of thing in the history. */
export const entityIcon = (entity: string): LucideIcon => WORDS[entity]?.[1] ?? FileText
