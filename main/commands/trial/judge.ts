import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Recovery } from '#contract/shell'
import { createServices, rebuildServices } from '../../services/create-services'
import type { ServiceOptions, Services } from '../../services/create-services'
import { hashOfBody } from '../../services/work/write-note'
import { getAnnotation, listAnnotations } from '../../store/annotations'
import { getFilingLink } from '../../store/filing-links'
import { listFilings } from '../../store/filings'
import { getNoteRevision } from '../../store/note-revisions'
import { getNote, listNotes } from '../../store/notes'
import { must, optionsOf, shownWords } from './ground'
import type { Fact } from './ground'

/** What was found in a library after a kill or a damage: each entry says what. */
export interface Verdict {
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly corrupt: readonly string[]
  readonly leftOver: readonly string[]
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
    case 'link':
      return getFilingLink(db, fact.older, fact.newer, 'family') !== undefined
  }
}

const more = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at)

const NAMES =
  /^(library\.db(-wal|-shm)?|journal-\d{6}\.jsonl|journal-set-aside\.jsonl|sources|backups|(damaged|replaced)-\d+|library-before-version-\d+\.db)$/

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

/** Looks through a library for everything that was acknowledged, for what is there twice, spoilt or left behind, and for what is told. */
export const judge = async (dataFolder: string, facts: readonly Fact[]): Promise<Verdict> => {
  const damages: string[] = []
  const options: ServiceOptions = { ...optionsOf(dataFolder), emit: (name, payload) => {
    if (name === 'library.damage' && 'message' in payload) damages.push(payload.message)
  } }
  const { services, told } = await open(options, damages)
  const filings = [...listFilings(services.library.db, false), ...listFilings(services.library.db, true)]
  const names = new Set(filings.map(({ fileName }) => fileName))
  const spoilt = await corrupt(services, facts)
  await services.integrity.finish()
  // The daily backup holds every index against its table.
  await services.backup.makeNow()
  const check: unknown = services.library.db.pragma('integrity_check', { simple: true })
  if (check !== 'ok') spoilt.push(String(check))
  const lost = facts.filter((fact) => !isKept(services, fact, names)).map((fact) => JSON.stringify(fact).slice(0, 120))
  const twice = [...more(filings.map(({ fileName }) => fileName)),
    ...more(filings.flatMap(({ id }) => listNotes(services.library.db, id).map(({ text }) => text)).filter((text) => text !== '')),
    ...more(filings.flatMap(({ id }) => listAnnotations(services.library.db, id).map((one) => one.id)))]
  const verdict = { lost, twice, corrupt: spoilt, leftOver: leftOver(dataFolder, services), told: [...told, ...damages] }
  await services.close()
  return verdict
}
