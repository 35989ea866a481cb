import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Recovery } from '#contract/shell'
import { createServices, rebuildServices } from '../../services/create-services'
import type { ServiceOptions, Services } from '../../services/create-services'
import { hashOfBody } from '../../services/work/write-note'
import { getAnnotation, listAnnotations } from '../../store/annotations'
import { getFilingLink } from '../../store/filing-links'
import { listFilings } from '../../store/filings'
import { findIndexFaults } from '../../store/index-faults'
import { getNoteRevision } from '../../store/note-revisions'
import { getNote, listNotes } from '../../store/notes'
import { DATABASE_NAME } from '../../store/open'
import { optionsOf, shownWords } from './ground'
import type { Fact } from './ground'
import { must } from './must'
import { changedIn, shownOf } from './shown'
import type { Shown } from './shown'
import { pattern } from '#model/pattern'

/** What was found in a library after a kill or a damage: each entry says what. */
export interface Verdict {
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly corrupt: readonly string[]
  readonly leftOver: readonly string[]
  /** Parts that are not shown as they were before a damage. */
  readonly changed: readonly string[]
  /** What the reader was told. */
  readonly told: readonly string[]
}

interface Opened {
  readonly services: Services
  readonly told: string[]
}

const wordsOf = (recovery: Recovery | null): readonly string[] => recovery?.lines ?? []

/** Opens the library as the app does: one that is damaged is made anew, since the reader is asked and says yes. */
const open = async (options: ServiceOptions, damages: readonly string[]): Promise<Opened> => {
  const opened = createServices(options)
  if (opened.ok) return { services: opened.value, told: [...damages, ...wordsOf(await opened.value.recovered)] }
  if (opened.failure.code !== 'database-damaged') throw new Error(`${opened.failure.code}: ${opened.failure.message}`)
  const { services, report } = must(await rebuildServices(options))
  return { services,
    told: [`${opened.failure.message} ${opened.failure.place ?? ''}`, ...report.missing, ...wordsOf(await services.recovered)] }
}

const isKept = ({ library: { db } }: Services, fact: Fact, names: ReadonlySet<string>): boolean => {
  switch (fact.kind) {
    // What is shown of a filing is looked at with what is spoilt.
    case 'words':
    case 'filing':
      return names.has(fact.fileName)
    case 'note': {
      const now = getNote(db, fact.id)
      return now !== undefined && now.rev >= fact.rev &&
        (now.text === fact.text || now.rev > fact.rev || getNoteRevision(db, fact.id, fact.rev)?.text === fact.text)
    }
    case 'highlight': {
      const now = getAnnotation(db, fact.id)
      return now !== undefined && now.rev >= fact.rev && (now.rev > fact.rev || now.tagId === fact.tag)
    }
    case 'typed':
      return listFilings(db, false).some(({ id }) => listNotes(db, id).some(({ text }) => text.startsWith(fact.text)))
    case 'link':
      return getFilingLink(db, fact.older, fact.newer, 'family') !== undefined
  }
}

const more = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at)

/** What the library and the program keep in a data folder; the last are the runtime's. */
const NAMES = pattern()`
  ^(library\.db(-wal|-shm)?|journal-\d{6}\.jsonl|journal-set-aside\.jsonl|sources|backups|(damaged|replaced)-\d+
  |library-before-version-\d+\.db|logs|profile|crash-reports|Singleton\w+)$`

const leftOver = (dataFolder: string, services: Services): string[] => {
  const filings = [...listFilings(services.library.db, false), ...listFilings(services.library.db, true)]
  const known = new Set(filings.map(({ sha256 }) => sha256))
  return [...readdirSync(dataFolder).filter((name) => !NAMES.test(name)),
    ...readdirSync(join(dataFolder, 'sources')).filter((name) => !known.has(name)).map((name) => `sources/${name}`),
    ...readdirSync(join(dataFolder, 'backups')).filter((name) => !/^library-\w+\.db$/.test(name)).map((name) => `backups/${name}`)]
}

const corrupt = async (services: Services, facts: readonly Fact[]): Promise<string[]> => {
  const { library } = services
  const words = new Map(facts.flatMap((fact) => fact.kind === 'words' ? [[fact.fileName, fact.sha256] as const] : []))
  const wrong: string[] = []
  for (const filing of listFilings(library.db, false)) {
    const shown = await shownWords(services, filing.id)
    if (shown === null || shown !== (words.get(filing.fileName) ?? shown)) wrong.push(`the words of ${filing.fileName}`)
    for (const note of listNotes(library.db, filing.id)) if (hashOfBody(note.body) !== note.sha256) wrong.push(`note ${note.id}`)
  }
  return wrong
}

/** What SQLite finds wrong in the files as they stand, through a handle that mends nothing: "ok", or its words. */
const faultsIn = (dataFolder: string): string => {
  const { tables, other } = findIndexFaults(join(dataFolder, DATABASE_NAME))
  return [...tables.map((table) => `an index of ${table}`), ...other].join('; ') || 'ok'
}

/** Two things of one name, or two notes of the same words. */
const moreThanOnce = ({ library: { db } }: Services): string[] => {
  const filings = [...listFilings(db, false), ...listFilings(db, true)]
  return [...more(filings.map(({ fileName }) => fileName)),
    ...more(filings.flatMap(({ id }) => listNotes(db, id).map(({ text }) => text)).filter((text) => text !== '')),
    ...more(filings.flatMap(({ id }) => listAnnotations(db, id).map((one) => one.id)))]
}

/** What a look at a library found, and all that it shows. */
export interface Looked {
  readonly verdict: Verdict
  readonly shown: Shown
}

/**
 * Looks through a library for everything that was acknowledged, for what is there twice, spoilt or left behind, for what is told, and where
 * `before` is given for what is no longer shown as it was. The program's own checks run once, as they do in idle time.
 */
export const judge = async (dataFolder: string, facts: readonly Fact[], before: Shown | null = null): Promise<Looked> => {
  const damages: string[] = []
  const options: ServiceOptions = { ...optionsOf(dataFolder), emit: (name, payload) => {
    if (name === 'library.damage' && 'message' in payload) damages.push(payload.message)
  } }
  const { services, told } = await open(options, damages)
  const found = faultsIn(dataFolder)
  await services.integrity.finish()
  const filings = [...listFilings(services.library.db, false), ...listFilings(services.library.db, true)]
  const names = new Set(filings.map(({ fileName }) => fileName))
  const spoilt = await corrupt(services, facts)
  const left = faultsIn(dataFolder)
  if (left !== 'ok') spoilt.push(left)
  const lost = facts.filter((fact) => !isKept(services, fact, names)).map((fact) => JSON.stringify(fact).slice(0, 120))
  const shown = await shownOf(services)
  const allTold = [...new Set([...told, ...damages])]
  if (found !== 'ok' && allTold.length === 0) spoilt.push(`mended and not told: ${found}`)
  const verdict = { lost, twice: moreThanOnce(services), corrupt: spoilt, leftOver: leftOver(dataFolder, services),
    changed: before ? changedIn(before, shown) : [], told: allTold }
  await services.close()
  return { verdict, shown }
}
