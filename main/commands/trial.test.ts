import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleEntry, removeBundle } from '../services/testing/bundled-entry'
import { damageTrials } from './trial/damage'
import { killTrials } from './trial/kills'
import { isWrong, trialTable } from './trial/table'
import type { Trial } from './trial/table'
import { PATHS } from './trial/work'

let program = ''
beforeAll(async () => {
  program = await bundleEntry('main/commands/trial.ts')
})
afterAll(() => {
  removeBundle(program)
})

/** Every path once, and once more those that make a library anew: a twentieth of the full trial. */
const KILLED = [...PATHS, 'rebuild', 'restore', 'rebuild', 'restore']

it('killed at random moments on every path, nothing is lost, twice, corrupt or left over', async () => {
  const trials = await killTrials([process.execPath, program], KILLED.length, 11, KILLED)
  expect(trials.map(({ name }) => name)).toEqual(KILLED)
  expect(trials.filter((trial) => isWrong(trial, false))).toEqual([])
}, 180_000)

it('damaged at random places, a library is mended or says what is missing', async () => {
  const trials = await damageTrials(20, 11)
  expect(trials.filter((trial) => isWrong(trial, true))).toEqual([])
}, 180_000)

const trial = (name: string, wrong: Partial<Trial['verdict']>): Trial => ({ name,
  verdict: { lost: [], twice: [], corrupt: [], leftOver: [], changed: [], told: [], ...wrong } })

it('counts trials, and forgives a loss only where damage was told of', () => {
  const trials = [trial('a', {}), trial('a', { lost: ['note'] }), trial('b', { lost: ['note'], told: ['gone'] })]
  expect(trials.map((one) => [isWrong(one, false), isWrong(one, true)])).toEqual([[false, false], [true, true], [true, false]])
  expect(trialTable(trials).split('\n').map((line) => line.trim().split(/\s{2,}/).slice(-9))).toEqual([
    ['trials', 'lost', 'twice', 'corrupt', 'left-over', 'changed', 'told', 'untold'],
    ['a', '2', '1', '0', '0', '0', '0', '0', '1'],
    ['b', '1', '1', '0', '0', '0', '0', '1', '0'],
    ['all', '3', '2', '0', '0', '0', '0', '1', '1']
  ])
})
