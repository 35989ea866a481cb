import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeBack } from '../../store/temporary-database'
import { seeded } from '../generate-release'
import { layGround } from './ground'
import type { Fact } from './ground'
import { judge } from './judge'
import type { Trial } from './table'
import { PATHS } from './work'

/** How long after its first word the work is killed at most, in ms; making a library of a trial anew takes about as long. */
const LATEST_MS = 400

/** Those that make a library anew come twice as often as any other. */
const WEIGHTED = [...PATHS, 'rebuild', 'restore']

const weighted = (trials: number): readonly string[] =>
  Array.from({ length: trials }, (_, at) => WEIGHTED[at % WEIGHTED.length] ?? 'typing')

/** Runs the work in a process of its own and kills it, `kill -9`, so many ms after its first word; what it had acknowledged by then. */
const workAndKill = (program: readonly string[], path: string, data: string, inbox: string, ms: number): Promise<readonly Fact[]> =>
  new Promise((resolve, reject) => {
    const [command = process.execPath, ...args] = program
    const child = spawn(command, [...args, 'work', path, data, inbox], { stdio: ['ignore', 'pipe', 'pipe'] })
    let heard = ''
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    child.stdout.on('data', (chunk: Buffer) => {
      if (heard === '') setTimeout(() => child.kill('SIGKILL'), ms)
      heard += chunk.toString()
    })
    child.on('exit', (code) => {
      if (code !== null && code !== 0) reject(new Error(`${path} ended with ${String(code)}: ${complaint}`))
      // The last line may be cut by the kill: it was not heard, so it was not acknowledged.
      else resolve(heard.split('\n').slice(0, -1).flatMap((line) => JSON.parse(line) as Fact[]))
    })
  })

/** The newest fact of each thing: a later act may have changed what an earlier one acknowledged. */
const newest = (facts: readonly Fact[]): readonly Fact[] => [
  ...new Map(facts.map((fact) => ['id' in fact ? `${fact.kind} ${fact.id}` : JSON.stringify(fact), fact])).values()
]

const spoilDatabase = (data: string): void => {
  const path = join(data, 'library.db')
  writeFileSync(path, readFileSync(path).fill(0, 4096, 40_960))
}

/**
 * Kills the program at random moments, on every path in turn, and looks each time for all that was acknowledged. `program` is the command that
 * starts this command again; the same seed kills at the same times.
 */
export const killTrials = async (program: readonly string[], trials: number, seed: number, paths: readonly string[] = weighted(trials),
  onTrial: (trial: Trial) => void = () => undefined): Promise<readonly Trial[]> => {
  const random = seeded(seed)
  const root = mkdtempSync(join(tmpdir(), 'redwell-trial-'))
  const done: Trial[] = []
  try {
    const ground = await layGround(join(root, 'ground'), join(root, 'inbox'))
    for (const path of paths) {
      const data = join(root, 'data')
      cpSync(join(root, 'ground'), data, { recursive: true })
      if (path === 'rebuild') spoilDatabase(data)
      if (path === 'migration') takeBack(data)
      const told = await workAndKill(program, path, data, join(root, 'inbox'), Math.floor(random() * LATEST_MS))
      const { verdict } = await judge(data, newest([...ground, ...told]))
      const trial: Trial = { name: path, verdict }
      done.push(trial)
      onTrial(trial)
      rmSync(data, { recursive: true })
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  return done
}
