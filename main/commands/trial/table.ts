import type { Verdict } from './judge'

/** One trial and what came of it. */
export interface Trial {
  readonly name: string
  readonly verdict: Verdict
}

/** Whether anything is not as it was, and nobody was told. */
const isUntold = ({ verdict: { lost, twice, corrupt, changed, told } }: Trial): boolean =>
  told.length === 0 && lost.length + twice.length + corrupt.length + changed.length > 0

const HEADS = ['', 'trials', 'lost', 'twice', 'corrupt', 'left-over', 'changed', 'told', 'untold'] as const

const count = (trials: readonly Trial[], pick: (verdict: Verdict) => readonly string[]): string =>
  String(trials.filter(({ verdict }) => pick(verdict).length > 0).length)

const row = (name: string,
  trials: readonly Trial[]): string[] => [name, String(trials.length), count(trials, ({ lost }) => lost),
  count(trials, ({ twice }) => twice), count(trials, ({ corrupt }) => corrupt), count(trials, ({ leftOver }) => leftOver),
  count(trials, ({ changed }) => changed), count(trials, ({ told }) => told), String(trials.filter(isUntold).length)]

/**
 * Trials as a table: for each name in how many of them anything was lost, there twice, spoilt, left over, shown otherwise or told, and in how
 * many something was not as it was and nobody was told.
 */
export const trialTable = (trials: readonly Trial[]): string => {
  const names = [...new Set(trials.map(({ name }) => name))]
  const rows = [[...HEADS], ...names.map((name) => row(name, trials.filter((trial) => trial.name === name))), row('all', trials)]
  const widths = HEADS.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)))
  return rows.map((cells) => cells.map((cell, at) => at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)).join('  '))
    .join('\n')
}

/** Whether anything is wrong that nobody was told of; where `asDamage`, a loss that is told of is as good as one can have it. */
export const isWrong = ({ verdict: { lost, twice, corrupt, leftOver, changed, told } }: Trial, asDamage: boolean): boolean => {
  if (twice.length > 0 || (!asDamage && leftOver.length > 0)) return true
  return lost.length + corrupt.length + changed.length > 0 && !(asDamage && told.length > 0)
}
