import { wholeHead } from '#model/history-head'
import { CLASS_WORDS, POLARITY_WORDS, ROLE_WORDS, TYPE_WORDS } from '#model/suggestion-words'
import { placeOfNote } from '../tables/work-tables'
import type { WorkDocument, WorkFiling, WorkText } from '../work-document'
import { commentParts, threadsOf } from './word-comments'
import type { CommentThread } from './word-comments'
import { marksOf, rangeMarks, tagLook, textMarks } from './word-marks'
import { releaseStretches } from './word-release'
import type { WordStretch } from './word-release'
import { gridXml, paragraphXml, runXml } from './word-xml'

/** What stands at the foot of each page. */
export interface WordFoot {
  readonly left: string
  readonly right: string
  /** The head of the sealed history in its whole form; null where nothing was sealed. */
  readonly history: string | null
}

/** Everything of a Word file but the shell around it: its body in stretches, its comments, its foot and what it says of itself. */
export interface WordParts {
  readonly title: string
  readonly author: string
  readonly stretches: readonly WordStretch[]
  /** The parts of the comments by their paths; null where there are none. */
  readonly comments: Readonly<Record<string, string>> | null
  readonly foot: WordFoot
  readonly properties: readonly { readonly name: string; readonly value: string }[]
  /** When anything in it was last changed, ISO 8601 in UTC. */
  readonly asOf: string
}

const words = (text: string, style = 'TableText'): string => paragraphXml(runXml(text), { style })

const factsOf = (work: WorkDocument, filing: WorkFiling): readonly (readonly [string, string])[] => {
  const questions = filing.notes.filter(({ question }) => question !== null).length
  const told: readonly (readonly [string, string | null])[] = [
    ['Company', filing.company],
    ['Form', filing.form],
    ['Exhibit', filing.exhibit],
    ['Accession number', filing.accession],
    ['Filed', filing.filedAt],
    ['Period', filing.period],
    ['File', filing.fileName],
    ['SHA-256', filing.sha256],
    ['Documents', `${String(filing.texts.length)} of ${String(filing.documents)}`],
    ['Work', `${String(filing.marks.length)} marks, ${String(filing.notes.length)} notes, ${String(questions)} of them questions`],
    ['As of', `${work.asOf.slice(0, 16).replace('T', ' ')} UTC`],
    ['By', work.people.map(({ name }) => name).filter((name) => name !== '').join(', ')]
  ]
  return told.filter((fact): fact is readonly [string, string] => fact[1] !== null && fact[1] !== '')
}

const leftOutOf = ({ leftOut }: WorkDocument): string | null => {
  const told = (['marks', 'notes', 'decisions', 'reviews'] as const).filter((kind) => leftOut[kind] > 0)
  return told.length === 0
    ? null
    : `Left out by the filter of this export: ${told.map((kind) => `${String(leftOut[kind])} ${kind}`).join(', ')}.`
}

const legendOf = (work: WorkDocument, filing: WorkFiling): string => {
  const used = work.tags.filter(({ id }) => filing.marks.some(({ tagId }) => tagId === id))
  if (used.length === 0) return ''
  const runs = used.map((tag) =>
    `${runXml(tag.name, tagLook(tag))}${runXml(` ${String(filing.marks.filter(({ tagId }) => tagId === tag.id).length)}    `)}`
  )
  return paragraphXml(runXml('Marks: ', { bold: true }) + runs.join(''), { style: 'ReleaseText' })
}

/** The first page: which filing it is, what was made of it, and how its comments are answered. Notes on the whole filing stand on its title. */
const coverXml = (work: WorkDocument, filing: WorkFiling, onFiling: readonly CommentThread[]): string => {
  const around = onFiling.map(rangeMarks)
  const title = `${around.map(({ begin }) => begin).join('')}${runXml(filing.title || filing.fileName)}${
    around.map(({ end }) => end).join('')
  }`
  const rows = factsOf(work, filing).map((
    [name, value]
  ) => [paragraphXml(runXml(name, { bold: true }), { style: 'TableText' }), words(value)])
  const leftOut = leftOutOf(work)
  return paragraphXml(title, { style: 'Title' }) + gridXml([1900, 7460], rows, 0) + words('', 'ReleaseText') + legendOf(work, filing) +
    (filing.notes.length === 0 ? '' : words(
      'Each note is a comment at its words. Answer in the comment: the answers are read back under the name of who gave them. The text itself is the filing as it was filed; changes to it come back as suggestions.',
      'ReleaseSmall'
    )) + (leftOut === null ? '' : words(leftOut, 'ReleaseSmall')) + paragraphXml('', { style: 'Rule' })
}

const heading = (text: string): string => paragraphXml(runXml(text), { style: 'Heading1' })

/** Says under the heading of a list that a machine made it. */
const SUGGESTED = words('Suggested by the rules of Redwell; what the analyst decided stands in the last column.', 'ReleaseSmall')

const decisionOf = (filing: WorkFiling, id: string | null): string => {
  const decision = id === null ? undefined : filing.decisions.find((one) => one.id === id)
  return decision === undefined ? 'undecided' : decision.verdict
}

const findingsXml = (filing: WorkFiling, { findings }: WorkText): string => {
  const rows = findings.map((finding) => [
    words(TYPE_WORDS[finding.type]),
    words(finding.claim.exact) +
    finding.evidence.filter(({ passage }) => passage.exact !== finding.claim.exact)
      .map(({ role, passage }) =>
        paragraphXml(runXml(`${ROLE_WORDS[role]}: `, { italic: true, size: 16 }) + runXml(passage.exact, { size: 16 }), {
          style: 'TableText'
        })
      ).join(''),
    words(POLARITY_WORDS[finding.polarity].word),
    words(decisionOf(filing, finding.decisionId))
  ])
  const head = ['Finding', 'Words and evidence', 'Sense', 'Decision'].map((name) =>
    paragraphXml(runXml(name, { bold: true }), { style: 'TableText' })
  )
  return rows.length === 0 ? '' : heading('Findings') + SUGGESTED + gridXml([1500, 5360, 1200, 1300], [head, ...rows]) + words('')
}

const statementsXml = (work: WorkDocument, filing: WorkFiling, { statements }: WorkText): string => {
  const labels = new Map(work.risks.map(({ id, label }) => [id, label]))
  const rows = statements.map((statement) => [
    words(CLASS_WORDS[statement.class].word),
    words(statement.passage.exact),
    words(statement.risks.map((id) => labels.get(id) ?? id).join('; ')),
    words(decisionOf(filing, statement.decisionId))
  ])
  const head = ['Class', 'Statement', 'Risks', 'Decision'].map((name) => paragraphXml(runXml(name, { bold: true }), { style: 'TableText' }))
  return rows.length === 0
    ? ''
    : heading('Forward-looking statements') + SUGGESTED + gridXml([1400, 5160, 1500, 1300], [head, ...rows]) + words('')
}

/** What has no place in the text: notes and marks whose words are gone, with the words they were made on. */
const unplacedXml = (filing: WorkFiling, threads: readonly CommentThread[]): string => {
  const lost = filing.marks.filter(({ passage }) => passage === null)
  const onLost = (id: string): readonly CommentThread[] =>
    threads.filter(({ note: { target } }) => target.kind === 'annotation' && target.annotationId === id)
  const line = (text: string, own: readonly CommentThread[]): string => {
    const around = own.map(rangeMarks)
    return paragraphXml(`${around.map(({ begin }) => begin).join('')}${runXml(text)}${around.map(({ end }) => end).join('')}`, {
      style: 'ReleaseItem'
    })
  }
  const listed = new Set(lost.map(({ id }) => id))
  const placed = new Set(filing.marks.map(({ id }) => id))
  const others = threads.filter(({ note }) => {
    if (note.target.kind === 'filing') return false
    if (note.target.kind === 'annotation') return !listed.has(note.target.annotationId) && !placed.has(note.target.annotationId)
    return placeOfNote(filing, note) === null
  })
  const lines = [...lost.map((mark) => line(`“${mark.kept.exact}”`, onLost(mark.id))),
    ...others.map((thread) =>
      line(thread.note.target.kind === 'section' ? thread.note.target.title : 'A note without its words', [thread])
    )]
  return lines.length === 0 ?
    '' :
    heading('Without a place in this text') + words('The words that these were made on are not in the text as it is now.', 'ReleaseSmall') +
    lines.join('')
}

const textHead = (filing: WorkFiling, { type, filename, description, sequence }: WorkText): string =>
  filing.texts.length < 2 ? '' : paragraphXml(
    runXml([type, description, filename].filter((part) => part !== null && part !== '').join(' · ') || `Document ${String(sequence)}`),
    { style: 'DocumentHead' }
  )

/** One filing as a Word file, without the shell: pure, and the same for the same work. */
export const wordParts = (work: WorkDocument, filing: WorkFiling, onText: (done: number) => void = () => undefined): WordParts => {
  const names = new Map(work.people.map(({ id, name }) => [id, name]))
  const threads = threadsOf(filing, (id) => names.get(id) || 'Analyst')
  const onFiling = threads.filter(({ note }) => note.target.kind === 'filing')
  const stretches: WordStretch[] = [{ xml: coverXml(work, filing, onFiling), turned: false }]
  filing.texts.forEach((text, at) => {
    onText(at)
    const release = releaseStretches(text, marksOf(filing, text.sequence, work.tags, threads))
    const { begin, end } = textMarks(text.sequence)
    stretches.push({ xml: textHead(filing, text), turned: false }, ...release.map(({ xml, turned }, place) => ({
      xml: `${place === 0 ? begin : ''}${xml}${place === release.length - 1 ? end : ''}`,
      turned
    })))
  })
  const lists = filing.texts.map((text) => findingsXml(filing, text) + statementsXml(work, filing, text)).join('') +
    unplacedXml(filing, threads)
  if (lists !== '') stretches.push({ xml: lists, turned: false })
  const scope = [work.filter.suggestions === 'none' ? 'without suggestions' : `suggestions: ${work.filter.suggestions}`,
    work.filter.section ?? 'all sections', work.filter.tags === null ? 'all tags' : work.filter.tags.join('; ')].join(', ')
  return {
    title: filing.title || filing.fileName,
    author: work.people.find(({ me }) => me)?.name ?? '',
    stretches: stretches.filter(({ xml }) => xml !== ''),
    comments: threads.length === 0 ? null : commentParts(threads),
    foot: { left: [filing.fileName, filing.accession].filter((part) => part !== null).join(' · '), right: filing.sha256,
      history: work.history && wholeHead(work.history) },
    properties: [{ name: 'Redwell library', value: work.libraryId || 'unnamed' }, { name: 'Redwell source SHA-256', value: filing.sha256 },
      { name: 'Redwell text SHA-256', value: filing.textSha256 }, { name: 'Redwell scope', value: scope }, { name: 'Redwell as of',
      value: work.asOf }, { name: 'Redwell history', value: work.history ? wholeHead(work.history) : 'none' }],
    asOf: work.asOf
  }
}
