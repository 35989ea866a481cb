import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** A screen of the same size as that of the whole run (`setup/launch.mjs`). */
const XVFB = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']

/** Most stories at the same time: a story is half waiting, so two use two cores, and more only make each other late. */
const MOST = 2

/**
 * How many stories may run at the same time here. Each needs a display of its own, since the clipboard and the focus belong to a
 * display; where displays cannot be made there is one.
 * @param {string} platform
 * @param {number} cores
 * @returns {number}
 */
export function storiesAtOnce(platform = process.platform, cores = availableParallelism()) {
  return platform === 'linux' ? Math.max(1, Math.min(MOST, cores)) : 1
}

/**
 * Starts displays and hands their names to `act`; they end with it.
 * @template T
 * @param {number} count
 * @param {(names: readonly string[]) => Promise<T>} act given names such as ":100"
 * @returns {Promise<T>} what `act` answers; an error where Xvfb cannot be started
 */
export async function withDisplays(count, act) {
  const servers = Array.from({ length: count }, () => spawn('Xvfb', XVFB, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }))
  try {
    return await act(await Promise.all(servers.map(nameOf)))
  } finally {
    for (const server of servers) server.kill()
  }
}

function nameOf(server) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display.`)))
    server.stdio[3].once('data', (number) => resolve(`:${number.toString().trim()}`))
  })
}
