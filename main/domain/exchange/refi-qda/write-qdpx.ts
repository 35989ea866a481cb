import type { WorkDocument, WorkFiling, WorkMark, WorkNote, WorkTag, WorkText } from '../work-document'
import { zipFiles } from '../package/zip-files'
import { codePointsOf } from '../text-units'
import { xmlAttribute, xmlText } from '../word/word-xml'
import type { WorkWriter } from '../written-file'
import type { TagColour } from '#contract/annotation'

/** Gives the same UUID for the same name. */
export type UuidOf = (name: string) => string

/** The lines of tags on white paper (renderer/styles/tokens.css, light). */
const COLOURS: Readonly<Record<TagColour, string>> = { yellow: '#8D6C00', green: '#24733A', blue: '#1D63AD', pink: '#AC2A68',
  orange: '#A34C00', violet: '#6A43BD', teal: '#0E716B', grey: '#5B5F68' }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What every part needs: names for things, which the format wants as UUIDs. */
interface Naming {
  readonly idOf: (kind: string, id: string) => string
}

const naming = (uuidOf: UuidOf): Naming => ({ idOf: (kind, id) => UUID.test(id) ? id : uuidOf(`${kind}:${id}`) })

const timeOf = (iso: string): string => iso.replace(/\.\d+Z$/, 'Z')

const made = ({ idOf }: Naming, author: string, at: string): string =>
  `creatingUser="${idOf('person', author)}" creationDateTime="${timeOf(at)}"`

/** Names are cut to a hundred characters, as the format advises; a pair is never cut in two. */
const cutName = (text: string): string => [...text.replace(/\s+/g, ' ').trim()].slice(0, 100).join('')

const notesOf = ({ notes }: WorkFiling, { id }: WorkMark): readonly WorkNote[] =>
  notes.filter(({ target }) => target.kind === 'annotation' && target.annotationId === id)

const selectionXml = (filing: WorkFiling, mark: WorkMark, names: Naming, points: ReturnType<typeof codePointsOf>): string => {
  const { passage } = mark
  if (!passage) return ''
  const notes = notesOf(filing, mark)
  const by = made(names, mark.author, mark.createdAt)
  const coding = mark.tagId === null ?
    '' :
    `<Coding guid="${names.idOf('coding', `${mark.id} ${mark.tagId}`.replaceAll(' ', '/'))}" ${by}><CodeRef targetGUID="${
      names.idOf('tag', mark.tagId)
    }"/></Coding>`
  return `<PlainTextSelection guid="${names.idOf('mark', mark.id)}" name="${xmlAttribute(cutName(passage.exact))}" startPosition="${
    String(points.fromUnits(passage.range.start))
  }" endPosition="${String(points.fromUnits(passage.range.end))}" ${by}>${
    notes.length === 0 ? '' : `<Description>${xmlText(notes.map(({ text }) => text).join('\n\n'))}</Description>`
  }${coding}${notes.map(({ id }) => `<NoteRef targetGUID="${names.idOf('note', id)}"/>`).join('')}</PlainTextSelection>`
}

const sourceId = ({ idOf }: Naming, { sha256 }: WorkFiling, { sequence }: WorkText): string =>
  idOf('source', `${sha256}/${String(sequence)}`)

/** What tells the filing of a source when it comes back. */
const HASH = 'SHA-256 '

const sourceXml = (filing: WorkFiling, text: WorkText, names: Naming): string => {
  const guid = sourceId(names, filing, text)
  const points = codePointsOf(text.stream.text)
  const selections = filing.marks.filter(({ passage }) => passage?.sequence === text.sequence)
  const first = filing.texts[0]?.sequence === text.sequence
  const whole = first ? filing.notes.filter(({ target }) => target.kind !== 'annotation') : []
  return `<TextSource guid="${guid}" name="${
    xmlAttribute(text.filename ?? filing.fileName)
  }" plainTextPath="internal://${guid}.txt"><Description>${xmlText(`${HASH}${filing.sha256}\n${filing.title}`)}</Description>${
    selections.map((mark) => selectionXml(filing, mark, names, points)).join('')
  }${whole.map(({ id }) => `<NoteRef targetGUID="${names.idOf('note', id)}"/>`).join('')}</TextSource>`
}

const codesXml = (tags: readonly WorkTag[], { idOf }: Naming): string =>
  tags.length === 0 ?
    '' :
    `<CodeBook><Codes>${
      tags.map(({ id, name, colour }) =>
        `<Code guid="${idOf('tag', id)}" name="${xmlAttribute(name)}" isCodable="true" color="${COLOURS[colour]}"/>`
      ).join('')
    }</Codes></CodeBook>`

const notesXml = (work: WorkDocument, names: Naming): string => {
  const all = work.filings.flatMap(({ notes }) => notes)
  return all.length === 0 ?
    '' :
    `<Notes>${
      all.map((note) =>
        `<Note guid="${names.idOf('note', note.id)}" name="${xmlAttribute(cutName(note.text))}" ${
          made(names, note.author, note.createdAt)
        }><PlainTextContent>${xmlText(note.text)}</PlainTextContent></Note>`
      ).join('')
    }</Notes>`
}

const setsXml = ({ filings }: WorkDocument, names: Naming): string =>
  filings.length < 2 ?
    '' :
    `<Sets>${
      filings.map((filing) =>
        `<Set guid="${names.idOf('set', filing.sha256)}" name="${xmlAttribute(cutName(filing.title || filing.fileName))}">${
          filing.texts.map((text) => `<MemberSource targetGUID="${sourceId(names, filing, text)}"/>`).join('')
        }</Set>`
      ).join('')
    }</Sets>`

const projectXml = (work: WorkDocument, names: Naming): string => {
  const me = work.people.find((person) => person.me)
  const sources = work.filings.flatMap((filing) => filing.texts.map((text) => sourceXml(filing, text, names)))
  return `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Redwell" origin="${
    xmlAttribute(`Redwell ${work.appVersion}`)
  }"${me ? ` creatingUserGUID="${names.idOf('person', me.id)}"` : ''} creationDateTime="${timeOf(work.asOf)}"><Users>${
    work.people.map(({ id, name }) => `<User guid="${names.idOf('person', id)}" name="${xmlAttribute(name || 'Analyst')}"/>`).join('')
  }</Users>${codesXml(work.tags, names)}<Sources>${sources.join('')}</Sources>${notesXml(work, names)}${setsXml(work, names)}</Project>\n`
}

/**
 * The work as a project of REFI-QDA 1.5: tags are codes, highlights are coded selections, notes are notes. Positions are code points of the
 * texts beside it, which end their lines with LF alone. The same work makes the same bytes.
 */
export const qdpxWriter = (uuidOf: UuidOf): WorkWriter => (work, _options, onWritten) => {
  const names = naming(uuidOf)
  const files = work.filings.flatMap((filing, at) => {
    onWritten(at, work.filings.length)
    return filing.texts.map((text) => ({ path: `sources/${sourceId(names, filing, text)}.txt`, content: text.stream.text }))
  })
  return [{ path: 'redwell.qdpx', content: zipFiles([{ path: 'project.qde', content: projectXml(work, names) }, ...files]) }]
}
