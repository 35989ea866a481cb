import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { retagAnnotations } from '../../services/work/annotate'
import { createServices, rebuildServices } from '../../services/create-services'
import type { Services } from '../../services/create-services'
import { exportActivity } from '../../services/history/activity'
import { redo, undo } from '../../services/history/history'
import { listBackups } from '../../store/kept-backups'
import { addNote, saveNote } from '../../services/work/write-note'
import { listAnnotations } from '../../store/annotations'
import { listFilings } from '../../store/filings'
import { GROUND, optionsOf, textOf } from './ground'
import type { Fact } from './ground'
import { must } from './must'

/** Tells the one who kills what was acknowledged. */
const tell = (...facts: readonly Fact[]): void => {
  process.stdout.write(`${JSON.stringify(facts)}\n`)
}

/** Lets what was told out of this process before the next act. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

type Round = (services: Services, round: number, inbox: string) => Promise<void> | void

const ids = (services: Services): readonly string[] => listFilings(services.library.db, false).map(({ id }) => id).sort()

const typing: Round = async ({ library }, round) => {
  const [filingId = ''] = listFilings(library.db, false).map(({ id }) => id)
  let { id, rev } = must(addNote(library, filingId, { kind: 'filing' }))
  for (let save = 0; save < 6; save += 1) {
    const text = `${String(process.pid)} ${String(round)} ${String(save)} ${'words that must not be lost '.repeat(save * 10)}`
    ;({ id, rev } = must(saveNote(library, { id, rev, body: JSON.stringify({ text }), text })))
    tell({ kind: 'note', id, rev, text })
    await breathe()
  }
}

const importing: Round = async ({ importer }, round, inbox) => {
  const fileName = `new-${String(round)}.txt`
  writeFileSync(join(inbox, fileName), textOf(1000 + round))
  must(await importer.importFile(join(inbox, fileName)))
  tell({ kind: 'filing', fileName })
}

const TAGS = ['positive', 'figure', 'context', 'risk']

const bulk: Round = ({ library }, round) => {
  const tag = TAGS[round % TAGS.length] ?? null
  const all = ids({ library } as Services).flatMap((id) => listAnnotations(library.db, id))
  must(retagAnnotations(library, all.map(({ id, rev }) => ({ id, rev })), tag))
  tell(...all.map(({ id, rev }): Fact => ({ kind: 'highlight', id, rev: rev + 1, tag })))
  return breathe()
}

const linking: Round = async (services, round) => {
  const all = ids(services)
  const [older = '', newer = ''] = [all[round % all.length], all[(round + 1 + Math.floor(round / all.length)) % all.length]]
  if (older === newer) return
  must(await services.versions.link(older, newer, 'family'))
  tell({ kind: 'link', older, newer })
}

const undoing: Round = ({ library }, round) => {
  const [filingId = ''] = listFilings(library.db, false).map(({ id }) => id)
  const note = must(addNote(library, filingId, { kind: 'filing' }))
  const text = `${String(process.pid)} ${String(round)} undone and made again`
  const saved = must(saveNote(library, { id: note.id, rev: note.rev, body: JSON.stringify({ text }), text }))
  must(undo(library))
  must(redo(library))
  tell({ kind: 'note', id: note.id, rev: saved.rev + 1, text })
  return breathe()
}

const backing: Round = async (services, round, inbox) => {
  await Promise.all([services.backup.makeNow(), typing(services, round, inbox)])
}

const exporting: Round = async (services, round, inbox) => {
  const text = must(await exportActivity(services.library, { filingId: null, entityId: null }, 'csv'))
  writeFileSync(join(inbox, 'activity.csv'), text)
  await typing(services, round, inbox)
}

const ROUNDS = { typing, importing, bulk, linking, undoing, backing, exporting } as const satisfies Record<string, Round>

/** Every path that is killed on without a window: acts that go on and on, the two that make the library anew once, and the start after an update. */
export const PATHS = [...Object.keys(ROUNDS), 'rebuild', 'restore', 'migration'] as const

const isRound = (path: string): path is keyof typeof ROUNDS => Object.hasOwn(ROUNDS, path)

/** Does one kind of work on a library until it is killed; making a library anew ends by itself. */
export const workUntilKilled = async (path: string, dataFolder: string, inbox: string): Promise<void> => {
  if (path === 'rebuild' || path === 'restore') {
    tell()
    const { services } = must(await rebuildServices(optionsOf(dataFolder), path === 'restore' ? listBackups(dataFolder)[0] ?? null : null))
    await services.close()
    return
  }
  if (path === 'migration') tell()
  const services = must(createServices(optionsOf(dataFolder)))
  await services.recovered
  if (path !== 'migration') tell()
  for (let round = 0;; round += 1) await ROUNDS[isRound(path) ? path : 'typing'](services, round + GROUND.filings, inbox)
}
