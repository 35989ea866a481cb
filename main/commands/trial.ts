import { argv, execPath, stderr, stdout } from 'node:process'
import { readFileSync } from 'node:fs'
import { damageTrials } from './trial/damage'
import { layGround } from './trial/ground'
import type { Fact } from './trial/ground'
import { judge } from './trial/judge'
import { killTrials } from './trial/kills'
import { isWrong, trialTable } from './trial/table'
import type { Trial } from './trial/table'
import { workUntilKilled } from './trial/work'

/** Without a seed of its own a run has this one, so that two runs kill at the same times. */
const SEED = 7

const report = (trials: readonly Trial[], asDamage: boolean): number => {
  stdout.write(`${trialTable(trials)}\n`)
  const wrong = trials.filter((trial) => isWrong(trial, asDamage))
  for (const { name, verdict } of wrong) stdout.write(`${name}: ${JSON.stringify(verdict)}\n`)
  return wrong.length === 0 ? 0 : 1
}

/** The trials that were made elsewhere, one on a line of a file. */
const readTrials = (path: string | undefined): readonly Trial[] =>
  path === undefined ? [] : readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line): Trial => JSON.parse(line))

const tell = (trial: Trial): void => {
  stderr.write(isWrong(trial, true) ? '!' : '.')
}

/**
 * `kills N [SEED] [FILE]`, with the trials of a file in its table; `damage N [SEED]`; what the first starts and kills: `work PATH FOLDER INBOX`; and
 * for those that kill a window `ground FOLDER INBOX` and `judge FOLDER FACTS`. The exit code is 1 where anything was lost unseen.
 */
const main = async ([mode, ...words]: readonly string[]): Promise<number> => {
  const [count = '40', seed = String(SEED), others] = words
  switch (mode) {
    case 'kills':
      return report([...await killTrials([execPath, argv[1] ?? ''], Number(count), Number(seed), undefined, tell), ...readTrials(others)],
        false)
    case 'ground':
      stdout.write(JSON.stringify(await layGround(words[0] ?? '', words[1] ?? '')))
      return 0
    case 'judge': {
      const facts: readonly Fact[] = JSON.parse(readFileSync(words[1] ?? '', 'utf8'))
      stdout.write(JSON.stringify((await judge(words[0] ?? '', facts)).verdict))
      return 0
    }
    case 'damage':
      return report(await damageTrials(Number(count), Number(seed), tell), true)
    case 'work': {
      const [path = '', folder = '', inbox = ''] = words
      await workUntilKilled(path, folder, inbox)
      return 0
    }
    default:
      stderr.write('trial kills N | damage N | hostile FOLDER\n')
      return 2
  }
}

// The checks in idle time wait with timers that keep no program alive; this one has nothing else that does.
const alive = setInterval(() => undefined, 1000)
process.exitCode = await main(argv.slice(2))
clearInterval(alive)
