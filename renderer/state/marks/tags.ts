/** The analyst's own tags: made, changed and removed, each with a colour and a second cue. */
import type { Tag, TagColour, TagUnderline } from '#contract/annotation'
import type { TagId } from '#contract/ids'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { workState } from '../document/work'
import { workspaceState } from '../window/workspace'

/** The colours of tags in the order they are offered, with their names. */
export const TAG_COLOURS: readonly { readonly value: TagColour; readonly label: string }[] = [
  { value: 'yellow', label: 'Yellow' },
  { value: 'green', label: 'Green' },
  { value: 'blue', label: 'Blue' },
  { value: 'pink', label: 'Pink' },
  { value: 'orange', label: 'Orange' },
  { value: 'violet', label: 'Violet' },
  { value: 'teal', label: 'Teal' },
  { value: 'grey', label: 'Grey' }
]

/** The underlines of tags, with their names. */
export const TAG_UNDERLINES: readonly { readonly value: TagUnderline; readonly label: string }[] = [
  { value: 'solid', label: 'Solid' },
  { value: 'dashed', label: 'Dashed' },
  { value: 'dotted', label: 'Dotted' },
  { value: 'double', label: 'Double' },
  { value: 'wavy', label: 'Wavy' }
]

/** The digits that can apply a tag. */
export const TAG_KEYS: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

interface TagsState {
  readonly busy: boolean
}

const store = createStore<TagsState>({ busy: false })

const fetchAgain = async (): Promise<void> => {
  await workspaceState.load()
  await workState.reload()
}

/** Keeps a tag as it is given; answers whether it is so kept. */
const save = async (tag: Tag, said: string): Promise<boolean> => {
  store.set({ busy: true })
  const answer = await call('tag.save', tag)
  store.set({ busy: false })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  const { tags } = workspaceState.store.get()
  workspaceState.replaceTags(
    tags.some(({ id }) => id === tag.id) ? tags.map((known) => (known.id === tag.id ? tag : known)) : [...tags, tag]
  )
  historyState.did(said)
  return true
}

/** A colour and an underline that few tags have yet, so that a new tag can be told from the others. */
export const unusedLook = (tags: readonly Tag[]): Pick<Tag, 'colour' | 'underline'> => {
  const uses = (test: (tag: Tag) => boolean): number => tags.filter(test).length
  const colour = [...TAG_COLOURS].sort((a, b) => uses((tag) => tag.colour === a.value) - uses((tag) => tag.colour === b.value))[0]?.value ??
    'grey'
  const sameColour = tags.filter((tag) => tag.colour === colour)
  const underline = TAG_UNDERLINES.find(({ value }) => !sameColour.some((tag) => tag.underline === value))?.value ?? 'solid'
  return { colour, underline }
}

/** Makes a tag of that name with a look of its own and the first digit that is free; answers whether it was made. */
const add = async (name: string): Promise<boolean> => {
  const words = name.trim()
  if (words === '') return false
  const { tags } = workspaceState.store.get()
  const shortcut = TAG_KEYS.find((key) => !tags.some((tag) => tag.shortcut === key)) ?? null
  const letter = [...words][0]?.toUpperCase() ?? '·'
  return save({ id: crypto.randomUUID(), name: words, letter, shortcut, ...unusedLook(tags) }, 'Tag added.')
}

/** Changes some of a tag; answers whether it was changed. What is the same already is left alone. */
const change = async (tag: Tag, patch: Partial<Omit<Tag, 'id'>>): Promise<boolean> => {
  const next = { ...tag, ...patch }
  return JSON.stringify(next) === JSON.stringify(tag) || save(next, 'Tag changed.')
}

/** Removes a tag; highlights that carry it stay, without a tag. */
const remove = async (id: TagId): Promise<void> => {
  const answer = await call('tag.remove', { id })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  await fetchAgain()
  historyState.did('Tag removed. Its highlights stay.')
}

/** The state module of the tags. */
export const tagsState = { store, add, change, remove, select: { busy: (state: TagsState) => state.busy } }
