/** What the history calls its things, in the reader's words. */
const WORDS: Readonly<Record<string, string>> = {
  annotation: 'Highlight', note: 'Note', decision: 'Decision', filing: 'Filing', folder: 'Folder', 'section-review': 'Section', tag: 'Tag', risk: 'Risk tag', 'filing-link': 'Link of filings', 'saved-search': 'Saved search'
}

/** The word for a kind of thing in the history. */
export const entityWords = (entity: string): string => WORDS[entity] ?? entity.charAt(0).toUpperCase() + entity.slice(1).replace(/[-_]/g, ' ')
