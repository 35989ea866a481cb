import type { TextRange } from '#contract/range'
import { codePointsOf } from '../text-units'
import type { CodePoints } from '../text-units'
import type { WorkDocument, WorkFiling, WorkMark, WorkNote, WorkPassage, WorkPerson, WorkReply } from '../work-document'
import type { WorkWriter, WrittenFile } from '../written-file'

/** The context of the vocabulary, and of the terms of our own; neither is ever fetched. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { rw: 'urn:redwell:terms:' }]

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The name under which a thing leaves: the one it came with, else its own. */
const nameOf = (libraryId: string, { id, foreign }: { readonly id: string; readonly foreign: WorkMark['foreign'] }): string =>
  foreign.find(({ system }) => system === 'w3c')?.id ?? (UUID.test(id) ? `urn:uuid:${id}` : `urn:redwell:${libraryId}:${id}`)

/** Where the stream of a document lies beside the annotations. */
export const streamPath = (filing: Pick<WorkFiling, 'sha256'>, sequence: number): string =>
  `text/${filing.sha256.slice(0, 16)}-${String(sequence)}.txt`

interface Context {
  readonly work: WorkDocument
  readonly filing: WorkFiling
  readonly people: ReadonlyMap<string, WorkPerson>
  readonly points: ReadonlyMap<number, CodePoints>
}

const inPoints = ({ points }: Context, { sequence, range }: WorkPassage): TextRange => {
  const of = points.get(sequence)
  return of ? { start: of.fromUnits(range.start), end: of.fromUnits(range.end) } : range
}

const creatorOf = ({ people, work }: Context, author: string): object => {
  const person = people.get(author)
  return { type: 'Person', id: `urn:redwell:${work.libraryId}:person:${author}`, name: person?.name ?? '' }
}

const originalOf = ({ filing }: Context, { source, bytes }: { readonly source: TextRange; readonly bytes: TextRange | null }): object => ({
  source: `urn:sha256:${filing.sha256}`,
  'rw:utf16': source,
  'rw:textSha256': filing.textSha256,
  ...(bytes ? { selector: { type: 'DataPositionSelector', start: bytes.start, end: bytes.end } } : {})
})

const filingTerms = (filing: WorkFiling): object => ({
  'rw:filing': { sha256: filing.sha256, textSha256: filing.textSha256, fileName: filing.fileName, accession: filing.accession }
})

const targetOf = (context: Context, passage: WorkPassage): object => ({
  source: streamPath(context.filing, passage.sequence),
  selector: [
    { type: 'TextQuoteSelector', exact: passage.exact, prefix: passage.prefix, suffix: passage.suffix },
    { type: 'TextPositionSelector', ...inPoints(context, passage) }
  ],
  ...filingTerms(context.filing),
  'rw:original': originalOf(context, passage),
  ...(passage.sectionPath.length > 0 ? { 'rw:section': passage.sectionPath } : {})
})

/** A mark without words in the text: its quote alone, and what became of it. */
const orphanTarget = (context: Context, mark: WorkMark): object => ({
  source: `urn:sha256:${context.filing.sha256}`,
  selector: [{ type: 'TextQuoteSelector', ...mark.kept }],
  ...filingTerms(context.filing),
  'rw:verdict': mark.verdict,
  ...(mark.keptPath.length > 0 ? { 'rw:section': mark.keptPath } : {})
})

const purposeOf = ({ status }: WorkNote): string => status === 'none' ? 'commenting' : 'questioning'

const noteBody = (context: Context, note: WorkNote): object => ({
  type: 'TextualBody',
  id: nameOf(context.work.libraryId, note),
  purpose: purposeOf(note),
  format: 'text/plain',
  value: note.text,
  creator: creatorOf(context, note.author),
  created: note.createdAt,
  modified: note.modifiedAt,
  'rw:body': note.body,
  'rw:token': note.token,
  'rw:status': note.status,
  ...(note.owner === null ? {} : { 'rw:owner': note.owner }),
  ...(note.dueAt === null ? {} : { 'rw:due': note.dueAt })
})

const markOf = (context: Context, mark: WorkMark, notes: readonly WorkNote[]): object => {
  const tag = context.work.tags.find(({ id }) => id === mark.tagId)
  const body = [
    ...(tag ? [{ type: 'TextualBody', purpose: 'tagging', value: tag.name, 'rw:colour': tag.colour, 'rw:letter': tag.letter }] : []),
    ...notes.map((note) => noteBody(context, note))
  ]
  const [first] = notes
  return {
    id: nameOf(context.work.libraryId, mark),
    type: 'Annotation',
    motivation: first ? purposeOf(first) : 'highlighting',
    creator: creatorOf(context, mark.author),
    created: mark.createdAt,
    modified: mark.modifiedAt,
    ...(body.length > 0 ? { body } : {}),
    target: mark.passage ? targetOf(context, mark.passage) : orphanTarget(context, mark)
  }
}

const noteTarget = (context: Context, { target }: WorkNote): object => {
  if (target.kind === 'section' && target.heading) return { ...targetOf(context, target.heading), 'rw:sectionNote': target.title }
  return { source: `urn:sha256:${context.filing.sha256}`, ...filingTerms(context.filing),
    ...(target.kind === 'section' ? { 'rw:sectionNote': target.title } : {}) }
}

const looseNote = (context: Context, note: WorkNote): object => ({
  id: nameOf(context.work.libraryId, note),
  type: 'Annotation',
  motivation: purposeOf(note),
  creator: creatorOf(context, note.author),
  created: note.createdAt,
  modified: note.modifiedAt,
  body: [noteBody(context, note)],
  target: noteTarget(context, note)
})

const replyOf = (context: Context, note: WorkNote, reply: WorkReply): object => ({
  id: nameOf(context.work.libraryId, reply),
  type: 'Annotation',
  motivation: 'replying',
  creator: creatorOf(context, reply.author),
  created: reply.madeAt,
  modified: reply.madeAt,
  body: [{ type: 'TextualBody', purpose: 'replying', format: 'text/plain', value: reply.text, 'rw:body': reply.body }],
  target: nameOf(context.work.libraryId, note)
})

const itemsOf = (context: Context): object[] => {
  const { marks, notes } = context.filing
  const ofMark = new Map<string, WorkNote[]>()
  for (const note of notes)
    if (note.target.kind === 'annotation') ofMark.set(note.target.annotationId, [...ofMark.get(note.target.annotationId) ?? [], note])
  const shown = new Set(marks.map(({ id }) => id))
  const loose = notes.filter(({ target }) => target.kind !== 'annotation' || !shown.has(target.annotationId))
  return [
    ...marks.map((mark) => markOf(context, mark, ofMark.get(mark.id) ?? [])),
    ...loose.map((note) => looseNote(context, note)),
    ...notes.flatMap((note) => note.replies.map((reply) => replyOf(context, note, reply)))
  ]
}

const pagePath = (filing: WorkFiling, at: number): string =>
  `annotations/${String(at + 1).padStart(3, '0')}-${filing.sha256.slice(0, 16)}.jsonld`

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Writes the work as W3C Web Annotations: a collection, one page a filing, and beside them the text of each document, into which positions
 * count Unicode code points. `DataPositionSelector`s count bytes of the original file.
 */
export const writeW3c: WorkWriter = (work, _options, onWritten) => {
  const people = new Map(work.people.map((person) => [person.id, person]))
  const files: WrittenFile[] = []
  let startIndex = 0
  const pages = work.filings.map((filing, at) => {
    const points = new Map(filing.texts.map(({ sequence, stream }) => [sequence, codePointsOf(stream.text)]))
    const items = itemsOf({ work, filing, people, points })
    for (const { sequence, stream } of filing.texts) files.push({ path: streamPath(filing, sequence), content: stream.text })
    const page = { '@context': CONTEXT, id: pagePath(filing, at), type: 'AnnotationPage', partOf: 'collection.jsonld', startIndex,
      'rw:library': work.libraryId, items }
    startIndex += items.length
    onWritten(at + 1, work.filings.length)
    return { path: pagePath(filing, at), content: json(page) }
  })
  const collection = {
    '@context': CONTEXT,
    id: 'collection.jsonld',
    type: 'AnnotationCollection',
    label: work.filings.map(({ title }) => title).join('; '),
    total: startIndex,
    'rw:asOf': work.asOf,
    ...(pages[0] ? { first: pages[0].path, last: pages.at(-1)?.path } : {})
  }
  return [{ path: 'collection.jsonld', content: json(collection) }, ...pages, ...files]
}
