import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, newFolder, ROOT } from './app'
import { addNoteOnFiling, openedText, typeNote, waitForSaved } from './reader-page'

/** A listener on loopback that counts who knocks. */
const listen = async (): Promise<{ server: Server; port: number; knocks: () => number }> => {
  let knocks = 0
  const server = createServer((socket) => {
    knocks += 1
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return { server, port: address.port, knocks: () => knocks }
}

/** The network events of a log that Chromium wrote: what was resolved, connected or asked for. */
const networkEvents = (path: string): { resolved: string[]; requested: string[] } => {
  const text = readFileSync(path, 'utf8')
  const log = JSON.parse(text.trimEnd().endsWith('}') ? text : `${text.trimEnd().replace(/,$/, '')}]}`) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: { host?: string; url?: string } }[]
  }
  const named = (name: string): number => log.constants.logEventTypes[name] ?? -1
  const of = (name: string): string[] =>
    log.events.filter(({ type }) => type === named(name)).map(({ params }) => params?.host ?? params?.url ?? '?')
  return {
    resolved: [...of('DNS_TRANSACTION_QUERY'), ...of('HOST_RESOLVER_SYSTEM_TASK'), ...of('TCP_CONNECT')],
    requested: of('URL_REQUEST_START_JOB').filter((url) => /^(https?|wss?|ftp):/.test(url))
  }
}

test('a hostile filing and a hostile note make no request, no connection and no DNS query', async () => {
  const { server, port, knocks } = await listen()
  const folder = newFolder()
  const filing = join(folder, 'beacons.htm')
  writeFileSync(filing, readFileSync(join(ROOT, 'e2e/filings/beacons.htm'), 'utf8').replaceAll('@PORT@', String(port)))
  const log = join(folder, 'net-log.json')
  const { app, page, quit } = await launch({ args: ['--', filing] })
  await app.evaluate(({ session }, path) => session.defaultSession.netLog.startLogging(path), log)

  const text = await openedText(page, 'BEFORE the hostile part')
  expect(text).toContain('AFTER the hostile part')
  expect(text).toContain('4,106')
  expect(text).toContain('(1,234)')

  await addNoteOnFiling(page)
  await typeNote(page, `<img src=http://127.0.0.1:${port}/note.png onerror="window.__pwned=1"> http://127.0.0.1:${port}/typed `)
  await waitForSaved(page)
  await page.waitForTimeout(2_000)

  expect(await page.evaluate(() => (window as unknown as { __pwned?: number }).__pwned)).toBeUndefined()
  expect(page.url()).toMatch(/^redwell:\/\/app\//)
  await app.evaluate(({ session }) => session.defaultSession.netLog.stopLogging())
  await quit()
  server.close()
  expect(knocks()).toBe(0)
  const events = networkEvents(log)
  expect(events.resolved).toEqual([])
  expect(events.requested).toEqual([])
})

test('a new data folder starts without asking for a spelling dictionary', async () => {
  const { app, quit } = await launch()
  const languages = await app.evaluate(({ session }) => session.defaultSession.getSpellCheckerLanguages())
  expect(languages).toEqual([])
  const resolver = await app.evaluate(({ app: electron }) => electron.commandLine.getSwitchValue('host-resolver-rules'))
  expect(resolver).toContain('MAP * ~NOTFOUND')
  await quit()
})
