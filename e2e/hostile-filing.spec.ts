import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, newFolder } from './app'
import { HOSTILE_FILINGS } from './hostile-filings'
import { filesBelow, hostileRound } from './hostile-round'

test('no hostile filing runs a script, reaches the network, hides its words or writes where it may not', async () => {
  test.setTimeout(300_000)
  const root = newFolder()
  const [data, filings, out] = ['deep/data', 'deep/filings', 'out'].map((name) => join(root, name)) as [string, string, string]
  for (const folder of [data, filings, out]) mkdirSync(folder, { recursive: true })
  let knocks = 0
  const server = createServer((socket) => {
    knocks += 1
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  for (const { name, content } of HOSTILE_FILINGS) writeFileSync(join(filings, name), content.replaceAll('@PORT@', String(port)))
  const before = filesBelow(root, ['data', 'out'])

  const redwell = await launch({ dataFolder: data })
  await redwell.app.evaluate(({ session }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => asked.push(url))
    session.defaultSession.webRequest.onCompleted(({ url }) => asked.push(url))
  })
  for (const [at, { name, shown }] of HOSTILE_FILINGS.entries()) {
    const pdf = join(out, `${String(at)}.pdf`)
    const report = await hostileRound(redwell, join(filings, name), pdf)
    expect({ name, outcome: report.outcome, pwned: report.pwned, wrong: report.wrong }).toEqual({ name, outcome: 'opened', pwned: false,
      wrong: [] })
    for (const words of shown) expect(report.text, name).toContain(words)
    const bytes = readFileSync(pdf, 'latin1')
    for (const action of ['/URI', '/JS', '/JavaScript', '/Launch', '/EmbeddedFile'])
      expect(bytes, `${name}: ${action}`).not.toContain(action)
  }
  const requests = await redwell.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  expect(requests.filter((url) => !url.startsWith('redwell:') && !url.startsWith('devtools:'))).toEqual([])
  await redwell.quit()
  server.close()
  expect(knocks).toBe(0)
  expect(filesBelow(root, ['data', 'out'])).toEqual(before)
  expect(filesBelow(out).length).toBe(HOSTILE_FILINGS.length)
  for (const folder of ['/tmp', '/', root]) expect(existsSync(join(folder, 'redwell-pwned.txt'))).toBe(false)
  const kept = filesBelow(join(data, 'sources')).map((line) => line.split('/').at(-1) ?? '')
  for (const name of kept) expect(name).toMatch(/^[0-9a-f]{64} \d+$/)
})
