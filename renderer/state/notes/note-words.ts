/** Words of a note made outside its editor: templates and summaries are built of these blocks and stored as the editor would. */
import type { NoteWords } from '#contract/note'
import { type Citation, MAX_QUOTE } from '#model/note-citation'

/** A run of words: plain, bold, or a chip that points to a passage. */
export type Run = string | { readonly bold: string } | { readonly chip: Citation }

/** One block of a note. An item of a checklist is open. */
export type NoteBlock =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph' | 'quote'; readonly runs: readonly Run[] }
  | { readonly kind: 'bullets' | 'checks'; readonly items: readonly (readonly Run[])[] }

const ELEMENT = { direction: null, format: '', indent: 0, version: 1 }

const textNode = (text: string, format: number): object => ({ detail: 0, format, mode: 'normal', style: '', text, type: 'text',
  version: 1 })

const runNode = (run: Run): object => {
  if (typeof run === 'string') return textNode(run, 0)
  if ('bold' in run) return textNode(run.bold, 1)
  const { kind, filing, ref, quote, short, ...place } = run.chip
  return {
    ...place,
    quote: quote.slice(0, MAX_QUOTE),
    ...(kind === 'words' ? {} : { kind }),
    ...(filing === null ? {} : { filing }),
    ...(ref === null ? {} : { ref }),
    ...(short ? { short } : {}),
    type: 'citation',
    version: 1
  }
}

const isEmpty = (run: Run): boolean => run === '' || (typeof run === 'object' && 'bold' in run && run.bold === '')

const inline = (runs: readonly Run[]): readonly object[] => runs.filter((run) => !isEmpty(run)).map(runNode)

const blockNode = (block: NoteBlock): object => {
  switch (block.kind) {
    case 'paragraph':
      return { children: inline(block.runs), ...ELEMENT, textFormat: 0, textStyle: '', type: 'paragraph' }
    case 'quote':
      return { children: inline(block.runs), ...ELEMENT, type: 'quote' }
    case 'heading':
    case 'subheading':
      return { children: inline(block.runs), ...ELEMENT, tag: block.kind === 'heading' ? 'h2' : 'h3', type: 'heading' }
    case 'bullets':
    case 'checks': {
      const checks = block.kind === 'checks'
      const items = block.items.map((runs, at) => ({ children: inline(runs), ...ELEMENT, ...(checks ? { checked: false } : {}),
        type: 'listitem', value: at + 1 })
      )
      return { children: items, ...ELEMENT, listType: checks ? 'check' : 'bullet', start: 1, tag: 'ul', type: 'list' }
    }
  }
}

const runText = (
  run: Run
): string => (typeof run === 'string' ? run : 'bold' in run ? run.bold : run.chip.short ? '' : `“${run.chip.quote.slice(0, MAX_QUOTE)}”`)

const blockText = (block: NoteBlock): string =>
  ('items' in block ? block.items : [block.runs]).map((runs) => runs.map(runText).join('')).join('\n')

/** The blocks as the editor stores them, one by one. */
export const nodesOf = (blocks: readonly NoteBlock[]): readonly object[] => blocks.map(blockNode)

/** A note's words of blocks: the editor state as JSON and its plain text. */
export const wordsOfBlocks = (blocks: readonly NoteBlock[]): NoteWords => ({
  body: JSON.stringify({ root: { children: nodesOf(blocks), ...ELEMENT, type: 'root' } }),
  text: blocks.map(blockText).join('\n').trim()
})
