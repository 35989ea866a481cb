import { BUILT_BENCHES } from './built-benches.mjs'
import * as compare from './compare.mjs'
import * as heavy from './heavy.mjs'
import * as inspectMemory from './inspect-memory.mjs'
import * as library from './library.mjs'
import * as reading from './reading.mjs'
import * as startUp from './start-up.mjs'

/**
 * @typedef {object} Row one measured number against its floor
 * @property {string} what
 * @property {number} value
 * @property {number} [floor] the least that the same work can cost, measured in the same run
 * @property {string} [floorIs] what the floor is
 * @property {string} unit such as "ms" or "MB"
 * @property {number} [aim] the greatest ratio of value to floor that we want
 */

/** All benches, in the order they run. A bench is a module with `name` and `run(context)`, which resolves to rows. */
export const BENCHES = [startUp, inspectMemory, ...BUILT_BENCHES, reading, compare, library, heavy]

/**
 * The rows as a table for people.
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function ratioTable(rows) {
  const cells = rows.map(({ what, value, floor, floorIs, unit, aim }) => [
    what,
    `${round(value)} ${unit}`,
    floor === undefined ? '' : `${round(floor)} ${unit}`,
    floorIs ?? '',
    floor === undefined ? '' : `${(value / floor).toFixed(2)}×`,
    aim === undefined ? '' : `≤ ${aim}×`,
    aim === undefined || floor === undefined ? '' : verdict(value / floor, aim)
  ])
  const all = [['what', 'Redwell', 'floor', 'the floor is', 'ratio', 'aim', ''], ...cells]
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)))
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n')
}

function verdict(ratio, aim) {
  return ratio <= aim ? 'met' : 'MISSED'
}

function round(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
