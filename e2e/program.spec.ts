import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { answeringDialogs } from './answering-dialogs'
import { launch, newFolder, SAMPLE } from './app'
import { addNoteOnFiling, openedText, selectWords, showTab, typeNote, waitForSaved } from './reader-page'

const WORDS = 'Hands in a rigid splint showed less improvement than hands in a soft wrap.'

/** Every entry of the menu bar with its keys, by id. */
const menuBar = (app: ElectronApplication): Promise<Readonly<Record<string, string>>> =>
  app.evaluate(({ Menu }) => {
    const entries: Record<string, string> = {}
    const pending = [...(Menu.getApplicationMenu()?.items ?? [])]
    for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
      if (item.submenu) pending.push(...item.submenu.items)
      else if (item.id !== '') entries[item.id] = String(item.accelerator ?? '')
    }
    return entries
  })

const chooseInMenu = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)

const openSettings = async (page: Page, tab: string) => {
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: tab, exact: true }).click()
  return settings
}

test('the menu bar holds every command, follows new keys and tags, and opens what was read last', async () => {
  const { app, page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await expect.poll(async () => (await menuBar(app))['window.focus']).toBe('F')
  const before = await menuBar(app)
  expect(before).toMatchObject({ 'open': 'CmdOrCtrl+O', 'undo': 'CmdOrCtrl+Z', 'window.compare': 'CmdOrCtrl+D', 'tag.key-claim': '1',
    'window.log': '' })

  const settings = await openSettings(page, 'Shortcuts')
  await settings.getByRole('button', { name: 'Change the keys for Fade what is not marked' }).click()
  await page.keyboard.press('Control+Alt+F')
  await expect.poll(async () => (await menuBar(app))['window.focus']).toBe('CmdOrCtrl+Alt+F')
  await settings.getByRole('tab', { name: 'Tags', exact: true }).click()
  await settings.getByRole('textbox', { name: 'New tag' }).fill('Follow up')
  await page.keyboard.press('Enter')
  await expect.poll(async () => Object.values(await menuBar(app)).filter((keys) => keys === '7')).toHaveLength(1)
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+l')
  await expect(page.getByLabel('Filing text')).toHaveCount(0)
  const recent = Object.keys(await menuBar(app)).filter((id) => id.startsWith('open.'))
  expect(recent).toHaveLength(1)
  await chooseInMenu(app, recent[0] ?? '')
  await openedText(page, 'HARROW RIDGE')
  await chooseInMenu(app, 'about')
  await expect(page.getByRole('dialog', { name: 'About Redwell' })).toBeVisible()
  await quit()
})

test('a tag of the reader’s own is made, changed, used, removed, and brought back after a restart', async () => {
  const dataFolder = newFolder()
  const { page, quit } = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  const settings = await openSettings(page, 'Tags')
  await settings.getByRole('textbox', { name: 'New tag' }).fill('Follow up')
  await page.keyboard.press('Enter')
  await settings.getByLabel('Colour of Follow up').selectOption('teal')
  await settings.getByLabel('Underline of Follow up').selectOption('dashed')
  await settings.getByLabel('Name of Follow up').fill('Ask them')
  await page.keyboard.press('Enter')
  await expect(settings.getByLabel('Name of Ask them')).toHaveValue('Ask them')
  await settings.getByLabel('Key of Ask them').selectOption('1')
  await expect(page.getByText('The key 1 already belongs to the tag “Key claim”.').first()).toBeVisible()
  await expect(settings.getByLabel('Key of Ask them')).toHaveValue('7')
  await page.keyboard.press('Escape')

  await selectWords(page, WORDS)
  await page.keyboard.press('7')
  await showTab(page, 'Notes')
  const card = page.getByRole('tabpanel', { name: 'Notes' })
  await expect(card).toContainText('Ask them')
  const tags = await openSettings(page, 'Tags')
  await tags.getByRole('button', { name: 'Remove Ask them' }).click()
  await expect(tags.getByLabel('Name of Ask them')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(card).toContainText('No tag')
  await quit()

  const again = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(again.page, 'HARROW RIDGE')
  await again.page.keyboard.press('Control+z')
  await showTab(again.page, 'Notes')
  await expect(again.page.getByRole('tabpanel', { name: 'Notes' })).toContainText('Ask them')
  await again.quit()
})

test('a view that cannot be drawn says so, and the window goes on', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  // A card that cannot be made stands for any fault in drawing.
  await page.evaluate(() => {
    const make = document.createElement.bind(document)
    document.createElement = ((name: string) => {
      if (name === 'article') throw new Error('No such element.')
      return make(name)
    }) as typeof document.createElement
  })
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('alert')).toContainText('This view could not be drawn')
  await expect(page.getByRole('alert')).toContainText('No such element.')
  await page.evaluate(() => Reflect.deleteProperty(document, 'createElement'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await openedText(page, 'HARROW RIDGE')
  await expect(page.getByRole('tab', { name: 'Forward-looking' })).toBeVisible()
  await quit()
})

test('the log, the crash reports and the licences are read in the window', async () => {
  const { app, page, quit } = await launch()
  await page.evaluate(() =>
    (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell.call['filing.open']?.({
      filingId: 'none'
    })
  )
  await expect.poll(async () => Object.keys(await menuBar(app))).toContain('window.log')
  await chooseInMenu(app, 'window.log')
  const log = page.getByRole('dialog', { name: 'Log and crash reports' })
  await expect(log.getByLabel('Log', { exact: true })).toContainText('filing.open: not-found')
  await expect(log).toContainText('There are none.')
  await log.getByRole('button', { name: 'Copy all' }).click()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('filing.open: not-found')
  await page.keyboard.press('Escape')
  await chooseInMenu(app, 'about')
  const about = page.getByRole('dialog', { name: 'About Redwell' })
  await about.getByText('better-sqlite3', { exact: false }).first().click()
  await expect(about.getByLabel('Licence of better-sqlite3')).toContainText('Permission is hereby granted')
  await quit()
})

test('the history is checked by hand, and says whether it holds a head that was noted', async () => {
  const { app, page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  const settings = await openSettings(page, 'Library')
  await settings.getByRole('button', { name: 'Check the history' }).click()
  const report = settings.getByRole('status')
  await expect(report).toContainText('The history is whole: 1 line')
  await report.getByRole('button', { name: 'Copy the whole head' }).click()
  const head = await app.evaluate(({ clipboard }) => clipboard.readText())
  await page.keyboard.press('Escape')
  await selectWords(page, WORDS)
  await page.keyboard.press('3')
  await openSettings(page, 'Library')
  const given = settings.getByLabel('A head to compare', { exact: false })
  await given.fill(head)
  await settings.getByRole('button', { name: 'Check the history' }).click()
  await expect(report).toContainText('The history is whole: 2 lines')
  await expect(report).toContainText('is part of this history')
  await given.fill(head.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))
  await settings.getByRole('button', { name: 'Check the history' }).click()
  await expect(report).toContainText('History rewritten')
  await quit()
})

test('a backup is made by hand, and a new start from it keeps every note written since', async () => {
  const dataFolder = newFolder()
  const { app, page, quit } = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await selectWords(page, WORDS)
  await page.keyboard.press('3')
  const settings = await openSettings(page, 'Library')
  await expect(settings).toContainText(dataFolder)
  await settings.getByRole('button', { name: 'Back up now' }).click()
  const backups = settings.getByRole('list', { name: 'Backups' })
  await expect(backups.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await addNoteOnFiling(page)
  await typeNote(page, 'Written after the backup.')
  await waitForSaved(page)

  await app.evaluate(({ app: program }) => {
    program.relaunch = () => undefined
  })
  const gone = app.waitForEvent('close')
  const later = await openSettings(page, 'Library')
  await later.getByRole('button', { name: /^Begin from the backup of/ }).click()
  await later.getByRole('button', { name: 'Start anew from it' }).click()
  await gone
  await quit().catch(() => undefined)

  const dialogs = answeringDialogs([0])
  const again = await launch({ dataFolder, before: dialogs.before, env: dialogs.env, args: ['--', SAMPLE] })
  await openedText(again.page, 'HARROW RIDGE')
  expect(dialogs.asked()[0]).toMatchObject({ message: 'The library was rebuilt' })
  expect(dialogs.asked()[0]?.detail).toContain('The library as it was before is kept in')
  await showTab(again.page, 'Notes')
  const notes = again.page.getByRole('tabpanel', { name: 'Notes' })
  await expect(notes).toContainText('Written after the backup.')
  await expect(notes).toContainText(WORDS)
  const anew = await openSettings(again.page, 'Library')
  await anew.getByRole('button', { name: 'Check the history' }).click()
  await expect(anew.getByRole('status')).toContainText('The history is whole')
  await expect(anew.getByRole('status')).toContainText('the library was begun from a backup')
  await again.quit()
})
