import { megabytes } from './failure.mjs'

/**
 * @typedef {object} Reporter
 * @property {(text: string) => void} line prints one line
 * @property {(label: string, total: number) => Meter} meter starts a progress line counted in bytes
 *
 * @typedef {object} Meter
 * @property {(bytes: number) => void} update tells how many bytes are done
 * @property {() => void} end finishes the line
 */

/**
 * A reporter that writes quiet progress to a stream. On a terminal a meter rewrites its one line; elsewhere it prints at
 * each quarter, so that a log stays short.
 * @param {NodeJS.WritableStream & { isTTY?: boolean }} stream where to write; set-up uses stderr so that stdout stays clean
 * @returns {Reporter}
 */
export function createReporter(stream = process.stderr) {
  const line = (text) => stream.write(`${text}\n`)
  return { line, meter: (label, total) => (stream.isTTY ? terminalMeter(stream, label, total) : logMeter(line, label, total)) }
}

function describe(label, bytes, total) {
  const percent = Math.min(100, Math.floor((100 * bytes) / Math.max(1, total)))
  return `${label}: ${megabytes(Math.min(bytes, total))} of ${megabytes(total)} (${percent} %)`
}

function terminalMeter(stream, label, total) {
  let shown = ''
  const show = (bytes) => {
    const text = describe(label, bytes, total)
    if (text === shown) return
    stream.write(`\r${text}\u001b[K`)
    shown = text
  }
  show(0)
  return { update: show, end: () => stream.write(`\r${describe(label, total, total)}\u001b[K\n`) }
}

function logMeter(line, label, total) {
  let quarter = 0
  let shown = describe(label, 0, total)
  line(shown)
  const update = (bytes) => {
    const reached = Math.min(3, Math.floor((4 * bytes) / Math.max(1, total)))
    if (reached <= quarter) return
    quarter = reached
    shown = describe(label, bytes, total)
    line(shown)
  }
  const end = () => {
    const last = describe(label, total, total)
    if (last !== shown) line(last)
  }
  return { update, end }
}

/** A reporter that says nothing. @returns {Reporter} */
export function silentReporter() {
  return { line: () => undefined, meter: () => ({ update: () => undefined, end: () => undefined }) }
}
