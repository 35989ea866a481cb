import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from './app'

/** A message box as the app asked for it. */
export interface AskedDialog {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

/** A start whose message boxes answer themselves. */
export interface AnsweringDialogs {
  /** Options of the runtime, before the app's own path. */
  readonly before: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Every box so far, in order. */
  readonly asked: () => readonly AskedDialog[]
}

/** Runs inside the app before its own code: it answers each message box with the next number, and never the one after the last. */
const HOOK = `
const { appendFileSync } = require('node:fs')
const { dialog } = require('electron')
const answers = (process.env.REDWELL_E2E_ANSWERS || '').split(',').filter(Boolean).map(Number)
const keep = (message, detail, buttons) => appendFileSync(process.env.REDWELL_E2E_ASKED, JSON.stringify({ message, detail, buttons }) + '\\n')
dialog.showMessageBox = (...args) => {
  const { message, detail, buttons } = args.at(-1)
  keep(message, detail, buttons)
  const response = answers.shift()
  return response === undefined ? new Promise(() => undefined) : Promise.resolve({ response, checkboxChecked: false })
}
dialog.showErrorBox = (message, detail) => keep(message, detail, [])
`

/** Makes a start that presses the buttons of these numbers, one box after the other. */
export const answeringDialogs = (answers: readonly number[]): AnsweringDialogs => {
  const folder = newFolder()
  const asked = join(folder, 'asked.jsonl')
  const hook = join(folder, 'hook.cjs')
  writeFileSync(hook, HOOK)
  return {
    before: ['-r', hook],
    env: { REDWELL_E2E_ANSWERS: answers.join(','), REDWELL_E2E_ASKED: asked },
    asked: () => (existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as AskedDialog) : [])
  }
}
