import type { Citation } from '#model/note-citation'
import type { NoteBlock, Run } from './note-words'

/** What a template is filled with: the passage it is about, or null, and the day, `YYYY-MM-DD`. */
export interface TemplateFill {
  readonly passage: Citation | null
  readonly day: string
}

/** A template that Redwell brings along. `words` are what it is found by beside its name. */
export interface BuiltInTemplate {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly words: string
  readonly blocks: (fill: TemplateFill) => readonly NoteBlock[]
}

const field = (name: string, ...runs: readonly Run[]): NoteBlock => ({ kind: 'paragraph', runs: [{ bold: `${name}:` }, ' ', ...runs] })

/** The exact words as a quotation with the chip that leads to them; a line to fill in where there are none. */
const excerpt = ({ passage }: TemplateFill): readonly NoteBlock[] =>
  passage === null
    ? [field('Exact excerpt')]
    : [{ kind: 'paragraph', runs: [{ bold: 'Exact excerpt:' }] }, { kind: 'quote',
      runs: [`${passage.quote} `, { chip: { ...passage, short: true } }] }]

const CHECK = (items: readonly string[]): NoteBlock => ({ kind: 'checks', items: items.map((item) => [item]) })

/** The templates that come with Redwell; the six fields of the claim note are what a checklist of filing research asks of every claim. */
export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [
  {
    id: 'claim',
    name: 'Claim note',
    hint: 'Claim, source, excerpt, why it matters, confidence, unknowns',
    words: 'evidence six fields',
    blocks: (fill) => [
      field('Claim'),
      field('Source type'),
      ...excerpt(fill),
      field('Why it matters'),
      field('Confidence'),
      field('What is unknown')
    ]
  },
  {
    id: 'question',
    name: 'Management question',
    hint: 'What to ask, why, and what would answer it',
    words: 'ask management',
    blocks: (fill) => [field('Question'), ...excerpt(fill), field('Why we ask'), field('What would settle it'), field('Answer')]
  },
  {
    id: 'red-flag',
    name: 'Red flag',
    hint: 'What is wrong, how bad, what to check',
    words: 'warning risk issue',
    blocks: (fill) => [
      field('Red flag'),
      ...excerpt(fill),
      field('How serious'),
      { kind: 'paragraph', runs: [{ bold: 'To check:' }] },
      CHECK(['The figure in the filing before', 'The same words elsewhere in this filing', 'What management said about it'])
    ]
  },
  {
    id: 'meeting',
    name: 'Meeting summary',
    hint: 'Who, what was said, what follows',
    words: 'call minutes',
    blocks: ({ day }) => [
      { kind: 'heading', runs: [`Meeting, ${day}`] },
      field('Present'),
      { kind: 'paragraph', runs: [{ bold: 'What was said:' }] },
      { kind: 'bullets', items: [['']] },
      { kind: 'paragraph', runs: [{ bold: 'What follows:' }] },
      CHECK([''])
    ]
  }
]
