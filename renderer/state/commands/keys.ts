import type { Command } from './command'

/** What of a keyboard event tells which keys were pressed. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The keys of a press as commands write them: `Ctrl+Shift+F`, `j`, `?`. Command counts as Ctrl; Shift is left out where it made another sign. */
export const keysOfPress = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string => {
  const letter = key.length === 1
  const isLetter = letter && key.toLowerCase() !== key.toUpperCase()
  const modified = ctrlKey || metaKey || altKey
  const name = isLetter && (modified || shiftKey) ? key.toUpperCase() : key
  const shift = shiftKey && (!letter || isLetter || key === ' ')
  return [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shift ? 'Shift' : '', name].filter((part) => part !== '').join('+')
}

/** Keys by which a caret moves or words are chosen and edited, whatever is held with them; while the reader types, they are the editor's. */
const CARET = /\+(?:Arrow(?:Left|Right|Up|Down)|Home|End|Delete|Backspace)$|^Ctrl\+A$/

/** The command that the keys give; null where none does. While the reader types words, a key alone gives none, nor does one that moves the caret. */
export const commandFor = (commands: readonly Command[], keys: string, typing: boolean): Command | null => {
  const bare = !/^(?:Ctrl|Alt)\+|^F\d+$|^Shift\+F\d+$/.test(keys)
  if (typing && (bare || CARET.test(keys))) return null
  return commands.find((command) => command.keys.includes(keys) && command.when()) ?? null
}

/** Commands with the keys the reader chose in place of those they came with. */
export const withKeys = (commands: readonly Command[], chosen: Readonly<Record<string, string>>): readonly Command[] =>
  commands.map((command) => {
    const keys = chosen[command.id]
    return keys === undefined ? command : { ...command, keys: [keys] }
  })

/**
 * The command that would be in the way of giving `keys` to the command `id`: one that has them now, or came with them (the menu
 * bar goes on obeying those). Null where they are free.
 */
export const takenBy = (now: readonly Command[], came: readonly Command[], id: string, keys: string): Command | null =>
  [...now, ...came].find((command) => command.id !== id && command.keys.includes(keys)) ?? null

/** Two commands that claim the same keys, with the keys; an empty list is as it should be. */
export const clashes = (
  commands: readonly Pick<Command, 'id' | 'keys'>[]
): readonly { readonly keys: string; readonly ids: readonly string[] }[] => {
  const owners = new Map<string, string[]>()
  for (const { id, keys } of commands) for (const one of keys) owners.set(one, [...(owners.get(one) ?? []), id])
  return [...owners].filter(([, ids]) => ids.length > 1).map(([keys, ids]) => ({ keys, ids }))
}
