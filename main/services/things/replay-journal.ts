import { transact } from '../../store/sql'
import type { JournalLine } from '../journal/journal-line'
import type { LibraryContext } from '../library-context'
import { keptThing, THINGS } from './things'
import type { KeptThing } from './things'
import { hashOfBody } from '../work/write-note'

/** What a replay did: the things it brought back, by kind and id; those that wait for what they stand on; one line of the log for each. */
export interface Replay {
  readonly restored: readonly string[]
  readonly waiting: readonly KeptThing[]
  readonly log: readonly string[]
}

const nameOf = ({ entity, id }: Pick<KeptThing, 'entity' | 'id'>): string => `${entity} ${id}`

/** The thing that a line tells of; null where it tells of none that could be lost: words refused as a conflict, or a note that fails its own hash. */
const told = (line: JournalLine): KeptThing | null => {
  if (line.kind === 'saved') return hashOfBody(line.note.body) === line.note.sha256 ? keptThing('note', line.note.id, line.note) : null
  return line.kind === 'changed' && line.state !== null ? keptThing(line.entity, line.id, line.state) : null
}

/** Puts back what one line tells, over what stands there; false where it tells of nothing, or what that stands on is not in the library. */
export const putLineBack = (library: LibraryContext, line: JournalLine): boolean => told(line)?.put(library) ?? false

/** The newest that the journal tells of each thing, by kind and id; what was removed last is left out. A filing is told of in parts. */
export const newestThings = (lines: readonly JournalLine[]): ReadonlyMap<string, KeptThing> => {
  const newest = new Map<string, JournalLine>()
  for (const line of lines) {
    if (line.kind === 'refused' || line.kind === 'sealed' || (line.kind === 'saved' && told(line) === null)) continue
    if (line.kind === 'saved') newest.set(`note ${line.note.id}`, line)
    else if (line.kind === 'removed') newest.set(`note ${line.id}`, line)
    else {
      const name = `${line.entity} ${line.id}`
      const before = line.entity === 'filing' ? newest.get(name) : undefined
      const state = before?.kind === 'changed' && line.state !== null ? { ...before.state, ...line.state } : line.state
      newest.set(name, { ...line, state })
    }
  }
  return new Map([...newest].flatMap(([name, line]) => {
    const thing = told(line)
    return thing ? [[name, thing] as const] : []
  }))
}

/** How deep a folder lies by the newest lines, so that those above it are put back before it; 0 for everything else. */
const depthOf = (newest: ReadonlyMap<string, KeptThing>, thing: KeptThing): number => {
  let depth = 0
  for (let at: KeptThing | undefined = thing; at?.entity === 'folder' && depth <= newest.size; depth += 1) {
    const above: unknown = 'parentId' in at.state ? at.state.parentId : null
    if (typeof above !== 'string') break
    at = newest.get(`folder ${above}`)
  }
  return depth
}

/**
 * Compares the end of the journal with the database, and the whole of it where they differ, and puts everything back that
 * was acknowledged and is missing or spoilt. `thorough` compares the whole at once, as after a damaged database was replaced. A removal
 * is never made good: what is there too much is the lesser harm. What stands on a filing that is missing waits for it.
 */
export const replayJournal = (library: LibraryContext, thorough = false): Replay => {
  const { db, journal } = library
  if (!thorough && ![...newestThings(journal.tail()).values()].some((thing) => thing.isLost(db)))
    return { restored: [], waiting: [], log: [] }
  const newest = newestThings(journal.read())
  const things = [...newest.values()].sort((one, other) =>
    THINGS[one.entity].order - THINGS[other.entity].order || depthOf(newest, one) - depthOf(newest, other)
  )
  const restored: string[] = []
  const waiting: KeptThing[] = []
  for (const thing of things) {
    if (!thing.isLost(db)) continue
    if (transact(db, () => thing.put(library))) restored.push(nameOf(thing))
    else waiting.push(thing)
  }
  return {
    restored,
    waiting,
    log: [...restored.map((name) => `${name} brought back from the journal`),
      ...waiting.map((thing) => `${nameOf(thing)}: what it stands on is not in the library; it stays in the journal`)]
  }
}
