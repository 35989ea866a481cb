import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { type DocumentPiece } from '#contract/document-wire'
import { joinPieces } from '#model/join-pieces'
import { launch, newFolder, SAMPLE, type Redwell } from './app'
import { ask } from './filing-shelf'
import { addNoteOnFiling, filingText, openedText, selectWords, showTab, typeNote, waitForSaved } from './reader-page'

/** What only ever grows, or says when something was looked at. */
const UNSEEN = new Set(['rev', 'modifiedAt', 'openedAt', 'askedAt', 'answeredAt'])

/** Everything the analyst made, as the window is told of it. */
const seen = async (page: Page): Promise<string> => {
  const filings = await ask(page, 'library.list', { trashed: false })
  const inOrder = [...filings].sort((a, b) => a.id.localeCompare(b.id))
  const works = []
  for (const { id } of inOrder)
    works.push(await ask(page, 'filing.work', { filingId: id }), await ask(page, 'review.sections', { filingId: id }),
      await ask(page, 'version.links', { filingId: id }))
  const { tags, risks } = await ask(page, 'workspace.get', null)
  const rest = [await ask(page, 'folder.list', null), await ask(page, 'search.saved', null),
    tags.toSorted((a, b) => a.id.localeCompare(b.id)), risks]
  return JSON.stringify([inOrder, works, rest], (name, value: unknown) => (UNSEEN.has(name) ? undefined : value))
}

const importedId = async (page: Page, fileName: string): Promise<string> => {
  const found = (await ask(page, 'library.list', { trashed: false })).find((filing) => filing.fileName === fileName)
  if (!found) throw new Error(`${fileName} is not in the library`)
  return found.id
}

/** One act of each kind, the first ones by hand in the window. */
const ACTS: readonly (readonly [kind: string, act: (page: Page, filingId: string) => Promise<unknown>])[] = [
  ['a highlight', async (page) => {
    await selectWords(page, 'Soft wraps are becoming the habit of most clinics.')
    await page.keyboard.press('2')
    await showTab(page, 'Notes')
    await expect(page.locator('.entries')).toContainText('Soft wraps are becoming')
  }],
  ['a decision', async (page) => {
    await showTab(page, 'Findings')
    await filingText(page).click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await expect(page.locator('article[data-verdict="accepted"]')).toHaveCount(1)
  }],
  ['a note', (page) => addNoteOnFiling(page)],
  ['its words', async (page) => {
    await typeNote(page, 'Ask for the protocol.')
    await waitForSaved(page)
    await page.keyboard.press('Escape')
  }],
  ['a question', async (page, filingId) => {
    const [note] = (await ask(page, 'filing.work', { filingId })).notes
    await ask(page, 'note.status', { id: note?.id ?? '', rev: note?.rev ?? 0, status: 'open', owner: 'Finance', dueAt: null })
  }],
  ['a changed tag', async (page, filingId) => {
    const [mark] = (await ask(page, 'filing.work', { filingId })).annotations
    await ask(page, 'annotation.retag', { id: mark?.id ?? '', rev: mark?.rev ?? 0, tagId: 'risk' })
  }],
  ['a tag of one’s own',
    (page) => ask(page, 'tag.save', { id: 'own', name: 'Own', colour: 'teal', underline: 'solid', letter: 'O', shortcut: null })],
  ['a removed tag', (page) => ask(page, 'tag.remove', { id: 'risk' })],
  ['a risk tag', (page) => ask(page, 'risk.save', { id: null, label: 'Tariffs', group: 'finance' })],
  ['a removed note', async (page, filingId) => {
    const [note] = (await ask(page, 'filing.work', { filingId })).notes
    await ask(page, 'note.remove', { id: note?.id ?? '', rev: note?.rev ?? 0 })
  }],
  ['a removed highlight', async (page, filingId) => {
    const [mark] = (await ask(page, 'filing.work', { filingId })).annotations
    await ask(page, 'annotation.remove', { id: mark?.id ?? '', rev: mark?.rev ?? 0 })
  }],
  ['a folder', (page) => ask(page, 'folder.add', { name: 'Deal', parentId: null })],
  ['a filing in it',
    async (page, filingId) => ask(page, 'folder.put', { id: (await ask(page, 'folder.list', null))[0]?.id ?? '', filingIds: [filingId] })],
  ['a new name',
    async (page) => ask(page, 'folder.rename', { id: (await ask(page, 'folder.list', null))[0]?.id ?? '', name: 'Closed deal' })],
  ['details by hand',
    (page, filingId) =>
      ask(page, 'library.describe', { filingIds: [filingId], details: { company: 'Another company', period: '2006-12-31' } })],
  ['a reviewed section', async (page, filingId) => {
    const pieces = await ask(page, 'filing.document', { filingId, sequence: 1 })
    const { sections } = joinPieces(pieces.map((piece): DocumentPiece => JSON.parse(new TextDecoder().decode(piece))))
    await ask(page, 'review.setSection', { filingId, sequence: 1, section: sections.find(({ title }) => title !== '')?.id ?? '',
      reviewed: true })
  }],
  ['a saved search', (page) => ask(page, 'search.save', { id: null, name: 'Risks', query: 'tag:risk', folderId: null })],
  ['an import', async (page) => {
    const path = join(newFolder(), 'later.txt')
    writeFileSync(path, 'HARROW RIDGE REPORTS A LATER RESULT\n\nThe endpoint was met. We expect to file next year.\n')
    await ask(page, 'library.import', { paths: [path] })
  }],
  ['linked versions',
    async (page, filingId) =>
      ask(page, 'version.link', { olderId: filingId, newerId: await importedId(page, 'later.txt'), kind: 'version' })],
  ['filings in the trash',
    async (page) => ask(page, 'library.trashMany', { filingIds: [await importedId(page, 'later.txt')], trashed: true })],
  ['a removed folder', async (page) => ask(page, 'folder.remove', { id: (await ask(page, 'folder.list', null))[0]?.id ?? '' })]
]

const startAgain = async (before: Redwell): Promise<Redwell> => {
  await before.quit()
  const next = await launch({ dataFolder: before.dataFolder })
  await expect(next.page.getByRole('button').first()).toBeVisible()
  return next
}

test('every kind of act is undone after a restart, and done again after another, step by step', async () => {
  test.slow()
  let redwell = await launch({ args: ['--', SAMPLE] })
  await openedText(redwell.page, 'HARROW RIDGE')
  const [filing] = await ask(redwell.page, 'library.list', { trashed: false })
  const filingId = filing?.id ?? ''
  const states = [await seen(redwell.page)]
  for (const [kind, act] of ACTS) {
    await test.step(kind, async () => {
      await act(redwell.page, filingId)
      await expect.poll(() => seen(redwell.page), `${kind} changes something`).not.toBe(states.at(-1))
      states.push(await seen(redwell.page))
    })
  }

  redwell = await startAgain(redwell)
  const through = async (keys: string, order: readonly string[]): Promise<void> => {
    for (const state of order) {
      await redwell.page.keyboard.press(keys)
      await expect.poll(() => seen(redwell.page)).toBe(state)
    }
  }
  await test.step('all of it is undone by key', () => through('Control+z', states.slice(0, -1).reverse()))
  redwell = await startAgain(redwell)
  await test.step('and done again by key', () => through('Control+Shift+z', states.slice(1)))
  redwell = await startAgain(redwell)
  expect(await seen(redwell.page)).toBe(states.at(-1))
  await redwell.quit()
})
