/** A set-up failure that a person can act on: what happened, and the remedy. */
export class SetupError extends Error {
  /**
   * @param {string} message what happened, in one sentence
   * @param {string} remedy what to do about it
   */
  constructor(message, remedy) {
    super(message)
    this.name = 'SetupError'
    this.remedy = remedy
  }
}

const REGISTRY_TROUBLE =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/

/**
 * Turns what npm printed on failing into a set-up failure with its remedy.
 * @param {string} what the step, as a noun ("The Node packages")
 * @param {string} output npm's output
 * @returns {SetupError}
 */
export function npmFailure(what, output) {
  const trouble = REGISTRY_TROUBLE.exec(output)
  if (/\bENOSPC\b/.test(output)) return noSpace(what)
  if (/\bEINTEGRITY\b/.test(output)) {
    const line = output.split('\n').find((text) => text.includes('EINTEGRITY')) ?? ''
    return new SetupError(`${what}: integrity mismatch. ${line.trim()}`,
      'Run "npm cache clean --force" and start again. If it stays, the registry serves other bytes than the lock file names: do not use them.')
  }
  if (trouble) {
    return new SetupError(`${what}: registry not reachable (${trouble[1]}).`,
      'Check the network, the proxy and "npm config get registry", then run the same command again; it goes on where it stopped.')
  }
  return new SetupError(`${what}: npm failed.\n${lastLines(output, 15)}`, 'Put right what npm says above and run the same command again.')
}

/**
 * The failure for a full disk.
 * @param {string} what the step, as a noun
 * @param {{ folder?: string, needed?: number, free?: number }} facts bytes needed and free, where known
 * @returns {SetupError}
 */
export function noSpace(what, { folder, needed, free } = {}) {
  const amounts = needed === undefined || free === undefined ? '' : `: ${megabytes(needed)} needed, ${megabytes(free)} free`
  const where = folder === undefined ? '' : ` in ${folder}`
  return new SetupError(`${what}: no space${where}${amounts}.`,
    'Free some space, or set REDWELL_CACHE_DIR to a folder on a larger disk, and run the same command again.')
}

/**
 * A byte count as people read it.
 * @param {number} bytes
 * @returns {string} whole megabytes (10^6 bytes), for example "196 MB"
 */
export function megabytes(bytes) {
  return `${Math.ceil(bytes / 1e6)} MB`
}

/**
 * The last lines of a command's output.
 * @param {string} text
 * @param {number} count
 * @returns {string}
 */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
