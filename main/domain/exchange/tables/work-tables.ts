import { shortHead, wholeHead } from '#model/history-head'
import { CLASS_WORDS, FLAG_WORDS, POLARITY_WORDS, ROLE_WORDS, TYPE_WORDS } from '#model/suggestion-words'
import { STATUS_LABELS } from '../../export/label-words'
import { deepLinkOf } from '#model/deep-link'
import type { WorkDecision, WorkDocument, WorkFigure, WorkFiling, WorkFinding, WorkMark, WorkNote, WorkPassage, WorkStatement,
  WorkText } from '../work-document'
import { dayCell, tableOf } from './work-table'
import type { CellOf, WorkCell, WorkTable } from './work-table'

/** Where a row comes from. */
interface Placed {
  readonly filing: WorkFiling
  readonly passage: WorkPassage | null
}

const SEPARATOR = ' › '

const linkOf = ({ filing, passage }: Placed): string | null =>
  passage && deepLinkOf(filing.sha256, passage.sequence, passage.source, passage.exact)

const exhibitOf = ({ filing, passage }: Placed): string | null =>
  filing.exhibit ?? filing.texts.find(({ sequence }) => sequence === passage?.sequence)?.type ?? null

/** What every row ends with, so that it can be traced without the others. */
const PLACE: readonly CellOf<Placed>[] = [
  { title: 'Section', width: 24, cell: ({ passage }) => passage?.sectionPath.join(SEPARATOR) ?? null },
  { title: 'Company', width: 24, cell: ({ filing }) => filing.company },
  { title: 'Form', width: 9, cell: ({ filing }) => filing.form },
  { title: 'Exhibit', width: 9, cell: exhibitOf },
  { title: 'Accession number', width: 22, cell: ({ filing }) => filing.accession },
  { title: 'Filed', width: 11, cell: ({ filing }) => dayCell(filing.filedAt) },
  { title: 'File', width: 24, cell: ({ filing }) => filing.fileName },
  { title: 'SHA-256 of the file', width: 20, cell: ({ filing }) => filing.sha256 },
  { title: 'Link', width: 20, cell: linkOf }
]

const QUOTE: CellOf<Placed> = { title: 'Quote', width: 60, cell: ({ passage }) => passage?.exact ?? null }

type Figure = Placed & { readonly figure: WorkFigure; readonly conflicts: readonly string[] }

const FIGURES: readonly CellOf<Figure>[] = [
  { title: 'As shown', width: 18, cell: ({ figure }) => figure.text },
  { title: 'Value', width: 16, cell: ({ figure }) => figure.value },
  { title: 'Unit', width: 10, cell: ({ figure }) => figure.unit },
  { title: 'Measure', width: 28, cell: ({ figure }) => figure.measure },
  { title: 'Period', width: 14, cell: ({ figure }) => figure.period },
  { title: 'Direction', width: 10, cell: ({ figure }) => figure.direction },
  { title: 'Is a change', width: 11, cell: ({ figure }) => figure.isChange ? 'yes' : null },
  { title: 'Place', width: 10, cell: ({ figure }) => figure.place },
  { title: 'Told otherwise', width: 18, cell: ({ conflicts }) => conflicts.join('; ') || null },
  { title: 'Concept', width: 24, cell: ({ figure }) => figure.concept },
  QUOTE,
  ...PLACE
]

type Decided = Placed & { readonly decision: WorkDecision | null; readonly by: string | null }

const DECISION: readonly CellOf<Decided>[] = [
  { title: 'Decision', width: 11, cell: ({ decision }) => decision === null ? 'undecided' : decision.verdict },
  { title: 'By', width: 14, cell: ({ by }) => by },
  { title: 'Decided', width: 24, cell: ({ decision }) => decision?.decidedAt ?? null }
]

const FINDINGS: readonly CellOf<Decided & { readonly finding: WorkFinding }>[] = [
  { title: 'Type', width: 20, cell: ({ finding }) => TYPE_WORDS[finding.type] },
  QUOTE,
  { title: 'Subject', width: 20, cell: ({ finding }) => finding.subject },
  { title: 'Polarity', width: 13, cell: ({ finding }) => POLARITY_WORDS[finding.polarity].word },
  { title: 'Warnings', width: 20, cell: ({ finding }) => finding.flags.map((flag) => FLAG_WORDS[flag].word).join('; ') || null },
  { title: 'Evidence', width: 50,
    cell: ({ finding }) => finding.evidence.map(({ role, passage }) => `${ROLE_WORDS[role]}: ${passage.exact}`).join('\n') || null },
  { title: 'Why', width: 30, cell: ({ finding }) => finding.why },
  ...DECISION,
  ...PLACE
]

type Stated = Decided & { readonly statement: WorkStatement; readonly risks: readonly string[] }

const STATEMENTS: readonly CellOf<Stated>[] = [
  QUOTE,
  { title: 'Class', width: 18, cell: ({ statement }) => CLASS_WORDS[statement.class].word },
  { title: 'Words', width: 16, cell: ({ statement }) => statement.triggers.join('; ') || null },
  { title: 'Risks', width: 20, cell: ({ risks }) => risks.join('; ') || null },
  { title: 'Cautions that cover it', width: 40, cell: ({ statement }) => statement.coveredBy.join('\n') || null },
  { title: 'Why', width: 30, cell: ({ statement }) => statement.why },
  ...DECISION,
  ...PLACE
]

type Noted = Placed & { readonly note: WorkNote; readonly author: string; readonly nameOf: (id: string) => string }

const repliesOf = ({ note, nameOf }: Pick<Noted, 'note' | 'nameOf'>): string | null =>
  note.replies.map(({ author, madeAt, text }) => `${nameOf(author)}, ${madeAt}: ${text}`).join('\n') || null

const QUESTIONS: readonly CellOf<Noted>[] = [
  { title: 'Number', width: 8, cell: ({ note }) => note.question },
  { title: 'Token', width: 13, cell: ({ note }) => `RW-${note.token}` },
  { title: 'Status', width: 14, cell: ({ note }) => STATUS_LABELS[note.status] },
  { title: 'For', width: 14, cell: ({ note }) => note.owner },
  { title: 'Due', width: 11, cell: ({ note }) => dayCell(note.dueAt) },
  { title: 'Asked', width: 24, cell: ({ note }) => note.askedAt },
  { title: 'Answered', width: 24, cell: ({ note }) => note.answeredAt },
  { title: 'Question', width: 60, cell: ({ note }) => note.text },
  { title: 'By', width: 14, cell: ({ author }) => author },
  { title: 'Replies', width: 50, cell: repliesOf },
  QUOTE,
  ...PLACE
]

/** A mark with one of its notes, a mark alone, or a note on a section or the filing. */
type Made = Placed & { readonly mark: WorkMark | null; readonly note: WorkNote | null; readonly tag: string | null; readonly author: string;
  readonly nameOf: (id: string) => string }

const kindOf = ({ mark, note }: Made): string =>
  mark ? (mark.passage ? 'Mark' : 'Mark without a place') : note?.target.kind === 'section' ? 'Section' : 'Filing'

const MADE: readonly CellOf<Made>[] = [
  { title: 'On', width: 10, cell: kindOf },
  { title: 'Tag', width: 16, cell: ({ tag }) => tag },
  { title: 'Quote', width: 60, cell: ({ mark, passage }) => passage?.exact ?? mark?.kept.exact ?? null },
  { title: 'Note', width: 60, cell: ({ note }) => note?.text ?? null },
  { title: 'Status', width: 14, cell: ({ note }) => note === null ? null : STATUS_LABELS[note.status] },
  { title: 'Token', width: 13, cell: ({ note }) => note && `RW-${note.token}` },
  { title: 'By', width: 14, cell: ({ author }) => author },
  { title: 'Made', width: 24, cell: ({ mark, note }) => mark?.createdAt ?? note?.createdAt ?? null },
  { title: 'Changed', width: 24, cell: ({ mark, note }) => note?.modifiedAt ?? mark?.modifiedAt ?? null },
  { title: 'Replies', width: 50, cell: (row) => row.note && repliesOf({ note: row.note, nameOf: row.nameOf }) },
  { title: 'Words still there', width: 16, cell: ({ mark }) => mark?.verdict ?? null },
  ...PLACE
]

/** The place of what a note is about; null for one on the filing or on words that are gone. */
export const placeOfNote = (filing: WorkFiling, { target }: WorkNote): WorkPassage | null => {
  if (target.kind === 'section') return target.heading
  return target.kind === 'annotation' ? filing.marks.find(({ id }) => id === target.annotationId)?.passage ?? null : null
}

const decidedOf = (work: WorkDocument, filing: WorkFiling, id: string | null): Pick<Decided, 'decision' | 'by'> => {
  const decision = id === null ? null : filing.decisions.find((one) => one.id === id) ?? null
  return { decision, by: decision && (work.people.find((person) => person.id === decision.author)?.name ?? decision.author) }
}

const madeIn = (work: WorkDocument, filing: WorkFiling, nameOf: (id: string) => string): readonly Made[] => {
  const tags = new Map(work.tags.map(({ id, name }) => [id, name]))
  const notes = new Map<string, WorkNote[]>()
  for (const note of filing.notes) {
    if (note.target.kind === 'annotation') notes.set(note.target.annotationId, [...notes.get(note.target.annotationId) ?? [], note])
  }
  const known = new Set(filing.marks.map(({ id }) => id))
  const alone = filing.notes.filter(({ target }) => target.kind !== 'annotation' || !known.has(target.annotationId))
  return [
    ...filing.marks.flatMap((mark): readonly Made[] => {
      const row = { filing, mark, passage: mark.passage, tag: mark.tagId && (tags.get(mark.tagId) ?? null), nameOf }
      const own = notes.get(mark.id) ?? []
      return own.length === 0 ?
        [{ ...row, note: null, author: nameOf(mark.author) }]
        : own.map((note) => ({ ...row, note, author: nameOf(note.author) }))
    }),
    ...alone.map((note): Made => ({ filing, mark: null, passage: placeOfNote(filing, note), note, tag: null, author: nameOf(note.author),
      nameOf })
    )
  ]
}

const figuresIn = (filing: WorkFiling, { figures }: WorkText): readonly Figure[] => {
  const shown = new Map(figures.map(({ node, text }) => [node, text]))
  return figures.map((figure) => ({ filing, passage: figure.passage, figure,
    conflicts: figure.conflictsWith.flatMap((id) => shown.get(id) ?? []) })
  )
}

const COUNTED = ['filings', 'marks', 'notes', 'questions', 'decisions', 'reviews', 'findings', 'statements', 'figures'] as const

const SUGGESTIONS = { all: 'all', accepted: 'accepted ones', none: 'none' } as const

const about = (work: WorkDocument): WorkTable => {
  const { filter, counts, leftOut } = work
  const told = (name: string, value: WorkCell): readonly WorkCell[] => [name, value]
  const list = (values: readonly string[] | null): string => values === null ? 'all' : values.join('; ')
  return {
    name: 'About',
    columns: [{ title: 'What', width: 34 }, { title: 'Value', width: 90 }],
    rows: [
      told('Made with', `Redwell ${work.appVersion}`),
      told('As of (last change of the work)', work.asOf),
      told('Library', work.libraryId || null),
      told('History (change · first digits of its seal)', work.history && shortHead(work.history)),
      told('History, whole', work.history && wholeHead(work.history)),
      told('Tags', list(filter.tags)),
      told('Status of questions', list(filter.statuses)),
      told('Section', filter.section ?? 'all'),
      told('Suggestions of the rules', SUGGESTIONS[filter.suggestions]),
      ...COUNTED.map((kind) => told(`Number of ${kind}`, counts[kind])),
      ...COUNTED.filter((kind) => leftOut[kind] > 0).map((kind) => told(`Left out by the filter: ${kind}`, leftOut[kind])),
      ...work.filings.flatMap((filing, at) => [
        told(`Filing ${String(at + 1)}`, [filing.company, filing.form, filing.title].filter((part) => part !== null).join(', ')),
        told('File', filing.fileName),
        told('SHA-256 of the file', filing.sha256),
        told('SHA-256 of its text', filing.textSha256),
        told('Documents read', `${String(filing.texts.length)} of ${String(filing.documents)}`)
      ]),
      told('Units', 'Offsets in links: UTF-16 code units of the decoded file, end exclusive. Times: ISO 8601 in UTC.'),
      told('Not in this file', 'The formatting of notes, earlier versions of notes, and links between notes.')
    ]
  }
}

/** The six tables of the work: about it, its figures, findings, statements, questions, and marks with their notes. */
export const workTables = (work: WorkDocument): readonly WorkTable[] => {
  const names = new Map(work.people.map(({ id, name }) => [id, name]))
  const nameOf = (id: string): string => names.get(id) ?? id
  const risks = new Map(work.risks.map(({ id, label }) => [id, label]))
  const texts = work.filings.flatMap((filing) => filing.texts.map((text) => ({ filing, text })))
  return [
    about(work),
    tableOf('Figures', FIGURES, texts.flatMap(({ filing, text }) => figuresIn(filing, text))),
    tableOf('Findings', FINDINGS,
      texts.flatMap(({ filing, text }) =>
        text.findings.map((finding) => ({ filing, passage: finding.claim, finding, ...decidedOf(work, filing, finding.decisionId) }))
      )),
    tableOf('Statements', STATEMENTS,
      texts.flatMap(({ filing, text }) =>
        text.statements.map((statement) => ({ filing, passage: statement.passage, statement, risks: statement.risks.map((id) =>
          risks.get(id) ?? id
        ), ...decidedOf(work, filing, statement.decisionId) }))
      )),
    tableOf('Questions', QUESTIONS, work.filings.flatMap((filing) =>
      filing.notes.filter(({ question }) => question !== null)
        .map((note) => ({ filing, passage: placeOfNote(filing, note), note, author: nameOf(note.author), nameOf }))
    )),
    tableOf('Marks and notes', MADE, work.filings.flatMap((filing) => madeIn(work, filing, nameOf)))
  ]
}
