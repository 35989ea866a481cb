import { createRequire } from 'node:module'
import { copyFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './paths.mjs'

/**
 * The fuses of a release, by the names of `@electron/fuses`: no Node command line, no inspector, no app but the packed
 * archive, no extra rights for file: pages. Archive integrity is checked on macOS and Windows only; Linux ignores it.
 */
export const RELEASE_FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false
}

/** A fuse's state in the wire: the characters "0" and "1"; any other means that this Electron has no such fuse. */
const OFF = 48
const ON = 49

/**
 * Sets the release fuses that the binary has, and reads them back.
 * @param {string} binary the packaged executable
 * @returns {Promise<string[]>} one line for each fuse, such as "RunAsNode off"; "absent" where this Electron has no such fuse
 * @throws {Error} a fuse that does not read back as set
 */
export async function setReleaseFuses(binary) {
  const { flipFuses, getCurrentFuseWire, FuseV1Options, FuseVersion } = createRequire(path.join(ROOT, 'package.json'))('@electron/fuses')
  const before = await getCurrentFuseWire(binary)
  const present = Object.entries(RELEASE_FUSES).filter(([name]) => isSettable(before[FuseV1Options[name]]))
  // The packager may have linked the file to the runtime's own: a fresh copy leaves that one as it is.
  copyFileSync(binary, `${binary}.fused`)
  await flipFuses(`${binary}.fused`, { version: FuseVersion.V1,
    ...Object.fromEntries(present.map(([name, on]) => [FuseV1Options[name], on])) })
  renameSync(`${binary}.fused`, binary)
  const after = await getCurrentFuseWire(binary)
  return Object.entries(RELEASE_FUSES).map(([name, wanted]) => {
    const state = after[FuseV1Options[name]]
    if (!isSettable(state)) return `${name} absent`
    if ((state === ON) !== wanted) throw new Error(`The fuse ${name} does not read back as ${wanted ? 'on' : 'off'}.`)
    return `${name} ${wanted ? 'on' : 'off'}`
  })
}

function isSettable(state) {
  return state === ON || state === OFF
}
