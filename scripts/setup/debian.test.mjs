import { describe, expect, it } from 'vitest'
import { ensureSystemLibraries, offerExchangePrograms } from './debian.mjs'
import { silentReporter } from './reporter.mjs'

const LIBRARIES = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1', 'libXss.so.1', 'libatk-bridge-2.0.so.0', 'libdrm.so.2',
  'libxshmfence.so.1']

const EXCHANGE = ['soffice', 'xmllint', 'python3']

/** A machine with everything but `missing`, which appears once apt-get has installed. */
function machine({ missing = [], root = true, apt = true, answers = {} } = {}) {
  const ran = []
  let there = new Set(LIBRARIES.filter((name) => !missing.includes(name)))
  let programs = ['xvfb-run', 'xauth', 'pdftotext', ...EXCHANGE].filter((name) => !missing.includes(name))
  const run = (command, args) => {
    const line = [command, ...args].join(' ')
    ran.push(line)
    const answer = Object.entries(answers).find(([start]) => line.startsWith(start))?.[1]
    if (answer !== undefined) return Promise.resolve(answer)
    if (command === 'apt-cache') return Promise.resolve({ code: 100, output: 'N: No packages found' })
    if (args[0] === 'install') {
      there = new Set(LIBRARIES)
      programs = ['xvfb-run', 'xauth', 'pdftotext', ...EXCHANGE]
    }
    return Promise.resolve({ code: 0, output: '' })
  }
  return { ran,
    system: { libraries: () => there, hasProgram: (name) => programs.includes(name), hasFolder: () => true, hasApt: () => apt,
      isRoot: () => root, run } }
}

const ALL = { reporter: silentReporter(), purposes: ['window', 'headless', 'tests'] }

describe('the system libraries', () => {
  it('cost no command where all are there', async () => {
    const { ran, system } = machine()
    expect(await ensureSystemLibraries(ALL, system)).toBe(false)
    expect(ran).toEqual([])
  })

  it('are installed by root, after an update, and only the missing ones', async () => {
    const { ran, system } = machine({ missing: ['libnss3.so', 'xvfb-run'] })
    expect(await ensureSystemLibraries(ALL, system)).toBe(true)
    expect(ran[0]).toBe('apt-get update -q')
    expect(ran.at(-1)).toBe('apt-get install -y -q --no-install-recommends libnss3 xvfb')
  })

  it('take the newer name where the distribution has it', async () => {
    const { ran, system } = machine({ missing: ['libasound.so.2'],
      answers: { 'apt-cache show --no-all-versions libasound2t64': { code: 0, output: 'Package: libasound2t64' } } })
    await ensureSystemLibraries(ALL, system)
    expect(ran.at(-1)).toMatch(/ libasound2t64$/)
  })

  it('are named in one command where rights are missing', async () => {
    const { ran, system } = machine({ missing: ['libgbm.so.1', 'xauth'], root: false })
    const failure = await ensureSystemLibraries(ALL, system).catch((error) => error)
    expect(failure.remedy).toBe('Run: sudo apt-get update && sudo apt-get install -y --no-install-recommends libgbm1 xauth')
    expect(ran).toEqual([])
  })

  it('are named where the system is of another kind', async () => {
    await expect(ensureSystemLibraries(ALL, machine({ missing: ['libgbm.so.1'], apt: false }).system)).rejects.toThrow('libgbm1')
  })

  it('leave out what only tests need when a window is opened', async () => {
    const { system } = machine({ missing: ['pdftotext', 'xvfb-run'], root: false })
    expect(await ensureSystemLibraries({ ...ALL, purposes: ['window'] }, system)).toBe(false)
  })

  it('say why apt-get failed', async () => {
    const answer = (output) => machine({ missing: ['xauth'], answers: { 'apt-get update': { code: 100, output } } }).system
    await expect(ensureSystemLibraries(ALL, answer('Err:1 Could not resolve host'))).rejects.toThrow('Debian registry is not reachable')
    await expect(ensureSystemLibraries(ALL, answer('write: No space left on device'))).rejects.toThrow('no space')
    await expect(ensureSystemLibraries(ALL, answer('E: Could not get lock'))).rejects.toThrow('Could not get lock')
  })
})

describe('the programs that files are handed to in tests', () => {
  const heard = () => {
    const lines = []
    return { lines, reporter: { ...silentReporter(), line: (text) => lines.push(text) } }
  }

  it('cost nothing where they are there', async () => {
    const { ran, system } = machine()
    expect(await offerExchangePrograms({ reporter: silentReporter(), install: true }, system)).toBe(false)
    expect(ran).toEqual([])
  })

  it('are installed where that is asked for', async () => {
    const { ran, system } = machine({ missing: ['soffice', 'xmllint'] })
    expect(await offerExchangePrograms({ reporter: silentReporter(), install: true }, system)).toBe(true)
    expect(ran.at(-1)).toMatch(/ libreoffice-writer-nogui libxml2-utils$/)
  })

  it('are named, and stop nothing, where they may not be installed or are not asked for', async () => {
    for (const [install, made] of [[false, {}], [true, { root: false }], [true, { apt: false }], [true, { answers: { 'apt-get update': {
      code: 100,
      output: 'Err:1 Could not resolve host'
    } } }]]) {
      const { lines, reporter } = heard()
      expect(await offerExchangePrograms({ reporter, install }, machine({ missing: ['soffice'], ...made }).system)).toBe(false)
      expect(lines.at(-1)).toMatch(/^Not here: libreoffice-writer-nogui \(.*\)\. The tests that hand files to them are skipped/)
    }
  })
})
