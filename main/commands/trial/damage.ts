import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServices } from '../../services/create-services'
import { addNote, saveNote } from '../../services/work/write-note'
import { listFilings } from '../../store/filings'
import { seeded } from '../generate-release'
import { layGround, optionsOf } from './ground'
import type { Fact } from './ground'
import { judge } from './judge'
import { must } from './must'
import type { Trial } from './table'

const WHERE = ['database', 'log', 'journal', 'source', 'backup'] as const
const HOW = ['flip', 'cut', 'remove', 'zero'] as const

const filesOf = (data: string, where: typeof WHERE[number]): readonly string[] => {
  if (where === 'database') return [join(data, 'library.db')]
  if (where === 'log') return [join(data, 'library.db-wal')]
  const [folder, pattern] = where === 'journal'
    ? [data, /^journal-\d{6}/]
    : [join(data, where === 'source' ? 'sources' : 'backups'), /./] as const
  return readdirSync(folder).filter((name) => pattern.test(name)).sort().map((name) => join(folder, name))
}

/** How many bytes are zeroed: a page of the database. */
const ZEROED = 4096

const spoil = (path: string, how: typeof HOW[number], random: () => number): void => {
  if (how === 'remove') {
    rmSync(path)
    return
  }
  const bytes = readFileSync(path)
  const at = Math.floor(random() * bytes.length)
  if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  else if (how === 'zero') bytes.fill(0, at, Math.min(at + ZEROED, bytes.length))
  writeFileSync(path, how === 'cut' ? bytes.subarray(0, at) : bytes)
}

/** A library as a kill leaves it: with work that stands in its log only. */
const leaveLog = async (data: string, copy: string): Promise<readonly Fact[]> => {
  const services = must(createServices(optionsOf(data)))
  await services.recovered
  const facts: Fact[] = []
  for (const { id: filingId } of listFilings(services.library.db, false)) {
    const note = must(addNote(services.library, filingId, { kind: 'filing' }))
    const text = `In the log: ${filingId}.`
    const saved = must(saveNote(services.library, { id: note.id, rev: note.rev, body: JSON.stringify({ text }), text }))
    facts.push({ kind: 'note', id: note.id, rev: saved.rev, text })
  }
  cpSync(data, copy, { recursive: true })
  await services.close()
  return facts
}

/**
 * Damages one file of a library at a random place, of every kind of file and in every way in turn, and looks for all that it held.
 * The same seed damages the same places.
 */
export const damageTrials = async (trials: number, seed: number,
  onTrial: (trial: Trial) => void = () => undefined): Promise<readonly Trial[]> => {
  const random = seeded(seed)
  const root = mkdtempSync(join(tmpdir(), 'redwell-trial-'))
  const done: Trial[] = []
  try {
    const facts = [...await layGround(join(root, 'first'), join(root, 'inbox')),
      ...await leaveLog(join(root, 'first'), join(root, 'ground'))]
    const sound = join(root, 'data')
    cpSync(join(root, 'ground'), sound, { recursive: true })
    const { shown } = await judge(sound, facts)
    rmSync(sound, { recursive: true })
    for (let number = 0; number < trials; number += 1) {
      const where = WHERE[number % WHERE.length] ?? 'database'
      const how = HOW[Math.floor(number / WHERE.length) % HOW.length] ?? 'flip'
      const data = join(root, 'data')
      cpSync(join(root, 'ground'), data, { recursive: true })
      const files = filesOf(data, where).filter((path) => statSync(path).size > 0)
      spoil(files[Math.floor(random() * files.length)] ?? '', how, random)
      const { verdict } = await judge(data, facts, shown)
      const trial: Trial = { name: `${where}, ${how}`, verdict }
      done.push(trial)
      onTrial(trial)
      rmSync(data, { recursive: true })
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  return done
}
