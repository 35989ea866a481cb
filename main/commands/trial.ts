import { argv, execPath, stderr, stdout } from 'node:process'
import { damageTrials } from './trial/damage'
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

const tell = (trial: Trial): void => {
  stderr.write(isWrong(trial, true) ? '!' : '.')
}

/** `kills N [SEED]`, `damage N [SEED]`, and what the first starts and kills: `work PATH FOLDER INBOX`. The exit code is 1 where anything was lost unseen. */
const main = async ([mode, ...words]: readonly string[]): Promise<number> => {
  const [count = '40', seed = String(SEED)] = words
  switch (mode) {
    case 'kills':
      return report(await killTrials([execPath, argv[1] ?? ''], Number(count), Number(seed), undefined, tell), false)
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
