import { NO_HINT, rawOf } from '../incoming'
import type { FilingHint, IncomingItem, IncomingNote, IncomingPerson, IncomingWork, MalformedItem } from '../incoming'
import { uncarefulText } from '../../export/careful-text'
import { readXml, type XmlElement } from '../package/read-xml'
import { codePointsOf } from '../text-units'

/** The name of the part of an archive that makes it a project of REFI-QDA. */
export const PROJECT = 'project.qde'

const CONTEXT = 64

interface Selection {
  readonly guid: string
  readonly start: number
  readonly end: number
  readonly user: string
  readonly at: string | null
  readonly codes: string[]
  readonly notes: string[]
  description: string
}

interface Source {
  readonly kind: string
  readonly name: string
  readonly path: string | null
  readonly notes: string[]
  readonly selections: Selection[]
  description: string
  content: string
}

interface Typed {
  readonly user: string
  readonly at: string | null
  text: string
}

/** What a project holds, as it is read. */
interface Project {
  readonly users: Map<string, string>
  /** Names of codes with those of their parents before them. */
  readonly codes: Map<string, string>
  readonly sources: Source[]
  readonly notes: Map<string, Typed>
}

const guidOf = (value: string | null): string => (value ?? '').replace(/[{}]/g, '').toLowerCase()

const numberOf = (value: string | null): number => value !== null && /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN

const SOURCES: ReadonlySet<string> = new Set(['TextSource', 'PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'])

const listener = (project: Project) => {
  const codePath: string[] = []
  const open: string[] = []
  let source: Source | null = null
  let selection: Selection | null = null
  let note: Typed | null = null
  const refer = (guid: string): void => {
    if (note) return
    if (selection) selection.notes.push(guid)
    else source?.notes.push(guid)
  }
  const enter = ({ name, attribute }: XmlElement): void => {
    const guid = guidOf(attribute('guid'))
    if (name === 'User') project.users.set(guid, attribute('name') ?? '')
    else if (name === 'Code') {
      codePath.push(attribute('name') ?? '')
      project.codes.set(guid, codePath.join(' / '))
    } else if (name === 'Note') {
      note = { user: guidOf(attribute('creatingUser')), at: attribute('creationDateTime'), text: '' }
      project.notes.set(guid, note)
    } else if (SOURCES.has(name)) {
      source = { kind: name, name: attribute('name') ?? '', path: attribute('plainTextPath'), notes: [], selections: [], description: '',
        content: '' }
      project.sources.push(source)
    } else if (name === 'PlainTextSelection' && source) {
      selection = { guid, start: numberOf(attribute('startPosition')), end: numberOf(attribute('endPosition')),
        user: guidOf(attribute('creatingUser')), at: attribute('creationDateTime'), codes: [], notes: [], description: '' }
      source.selections.push(selection)
    } else if (name === 'CodeRef') selection?.codes.push(guidOf(attribute('targetGUID')))
    else if (name === 'NoteRef') refer(guidOf(attribute('targetGUID')))
  }
  return {
    open: (element: XmlElement): void => {
      open.push(element.name)
      enter(element)
    },
    close: ({ name }: XmlElement): void => {
      open.pop()
      if (name === 'Code') codePath.pop()
      else if (name === 'PlainTextSelection') selection = null
      else if (name === 'Note') note = null
      else if (SOURCES.has(name)) source = null
    },
    text: (words: string): void => {
      const at = open.at(-1)
      if (at === 'PlainTextContent') {
        if (note) note.text += words
        else if (source) source.content += words
      } else if (at === 'Description' && !note) {
        if (selection) selection.description += words
        else if (source) source.description += words
      }
    }
  }
}

const timeOf = (at: string | null): string | null => {
  const time = at === null ? Number.NaN : Date.parse(at)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

const hintOf = ({ name, description }: Source): FilingHint => ({ ...NO_HINT, fileName: name,
  sha256: /\bSHA-256 ([0-9a-f]{64})\b/.exec(description)?.[1] ?? null })

/** The name of the file of a source's text in the archive, without its folder. */
const fileOf = ({ path }: Source): string => (path ?? '').replace(/^internal:\/\//, '').toLowerCase()

const itemsOf = (source: Source, at: number, project: Project,
  texts: ReadonlyMap<string, string>): readonly (IncomingItem | MalformedItem)[] => {
  const place = `source ${String(at + 1)}`
  const personOf = (user: string): IncomingPerson | null => {
    const name = project.users.get(user)
    return name ? { name, libraryId: null } : null
  }
  if (source.kind !== 'TextSource')
    return [{ kind: 'malformed', place, raw: rawOf(source), reason: 'It is a picture, a sound or a document that is no text.' }]
  const text = texts.get(fileOf(source)) ?? (source.content === '' ? null : source.content)
  const points = codePointsOf(text ?? '')
  const filing = hintOf(source)
  const noteOf = (typed: Typed): IncomingNote => ({ name: null, author: personOf(typed.user), body: null, text: uncarefulText(typed.text),
    status: 'none', owner: null, dueAt: null, createdAt: timeOf(typed.at), modifiedAt: null })
  const typedOf = (names: readonly string[]): readonly Typed[] => names.flatMap((name) => project.notes.get(name) ?? [])
  const item = (where: string, value: object,
    more: Pick<IncomingItem, 'name' | 'target' | 'author' | 'tags' | 'notes' | 'createdAt'>): IncomingItem => ({ kind: 'item', place: where,
      raw: rawOf(value), system: 'refi-qda', filing, sectionPath: [], modifiedAt: more.createdAt, ...more })
  const selected = source.selections.map((selection, number): IncomingItem | MalformedItem => {
    const where = `${place}, selection ${String(number + 1)}`
    const [start, end] = [points.toUnits(selection.start), points.toUnits(selection.end)]
    if (text === null)
      return { kind: 'malformed', place: where, raw: rawOf(selection), reason: 'The text it stands in is not in the file.' }
    if (!(start < end && end <= text.length))
      return { kind: 'malformed', place: where, raw: rawOf(selection), reason: 'It stands on no words of its text.' }
    const author = personOf(selection.user)
    const full = typedOf(selection.notes)
    const own = selection.description.trim()
    const notes = full.length > 0 ?
      full.map(noteOf) :
      own === ''
      ? []
      : [noteOf({ user: selection.user, at: selection.at, text: own })]
    const quote = { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT) }
    return item(where, selection, { name: selection.guid === '' ? null : selection.guid, author, notes,
      target: { kind: 'words', quote, at: { start: selection.start, end: selection.end }, source: null },
      tags: selection.codes.flatMap((code) => project.codes.get(code) ?? []), createdAt: timeOf(selection.at) })
  })
  const whole = source.notes.flatMap((name, number): IncomingItem[] => {
    const typed = project.notes.get(name)
    return typed ?
      [item(`${place}, note ${String(number + 1)}`, typed, { name, target: { kind: 'filing' }, author: personOf(typed.user), tags: [],
        notes: [noteOf(typed)], createdAt: timeOf(typed.at) })] :
      []
  })
  return [...selected, ...whole]
}

/**
 * Reads a project of REFI-QDA: each selection an item whose words are cut from its own text, in code points; codes become tags, with their
 * parents in the name; notes on a source are notes on the filing. `texts` are the texts of the archive by their file names in lower case.
 * Sources that are no text are kept as they came.
 */
export const readQdpx = (xml: string, texts: ReadonlyMap<string, string>): IncomingWork | { readonly unreadable: string } => {
  const project: Project = { users: new Map(), codes: new Map(), sources: [], notes: new Map() }
  const fault = readXml(xml, listener(project))
  if (fault) return { unreadable: `The part ${PROJECT} cannot be read. ${fault.message}` }
  return { format: 'refi-qda', items: project.sources.flatMap((source, at) => itemsOf(source, at, project, texts)) }
}
