import { Plus, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { Tag } from '#contract/annotation'
import { TAG_COLOURS, TAG_KEYS, TAG_UNDERLINES, tagsState } from '../state/marks/tags'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Button, IconButton } from '../ui/button'
import { Select, TextField } from '../ui/fields'

const blurOnEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key === 'Enter') event.currentTarget.blur()
}

const NO_KEY = 'none'

/** A field whose words are kept when it is left, and stand as before where they cannot be kept. */
const Kept = ({ label, value, longest, onKeep }: {
  readonly label: string
  readonly value: string
  readonly longest: number
  readonly onKeep: (words: string) => Promise<boolean>
}) => (
  <TextField
    key={value}
    label={label}
    defaultValue={value}
    maxLength={longest}
    onKeyDown={blurOnEnter}
    onBlur={(event) => {
      const field = event.currentTarget
      const words = field.value.trim()
      if (words === '') field.value = value
      else void onKeep(words).then((kept) => {
          if (!kept) field.value = value
        })
    }}
  />
)

const TagRow = ({ tag }: { readonly tag: Tag }) => {
  const change = (patch: Partial<Tag>): Promise<boolean> => tagsState.change(tag, patch)
  const keys = [{ value: NO_KEY, label: 'No key' }, ...TAG_KEYS.map((key) => ({ value: key, label: key }))]
  return (
    <li className="tag-row">
      <span className={`swatch-sample tag-${tag.colour} line-${tag.underline}`} aria-hidden="true">{tag.letter}</span>
      <Kept label={`Name of ${tag.name}`} value={tag.name} longest={60} onKeep={(name) => change({ name })} />
      <span className="tag-letter-box">
        <Kept label={`Letter of ${tag.name}`} value={tag.letter} longest={2} onKeep={(letter) => change({ letter })} />
      </span>
      <Select label={`Colour of ${tag.name}`} value={tag.colour} options={TAG_COLOURS} onChange={(colour) => void change({ colour })} />
      <Select label={`Underline of ${tag.name}`} value={tag.underline} options={TAG_UNDERLINES}
        onChange={(underline) => void change({ underline })} />
      <Select label={`Key of ${tag.name}`} value={tag.shortcut ?? NO_KEY} options={keys}
        onChange={(key) => void change({ shortcut: key === NO_KEY ? null : key })} />
      <IconButton size="small" icon={Trash2} label={`Remove ${tag.name}`} onClick={() => void tagsState.remove(tag.id)} />
    </li>
  )
}

/** The analyst's tags: name, letter, colour, underline and key of each; new ones are added at the foot. */
export const TagSettings = () => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const [words, setWords] = useState('')
  const add = (): void =>
    void tagsState.add(words).then((done) => {
      if (done) setWords('')
    })
  return (
    <section className="tag-settings">
      <p className="setting-about">
        A tag has a colour and, so that no meaning hangs on colour alone, an underline and a letter. Its key applies it to a selection.
      </p>
      <ul aria-label="Tags">{tags.map((tag) => <TagRow key={tag.id} tag={tag} />)}</ul>
      <form className="tag-row" onSubmit={(event) => {
        event.preventDefault()
        add()
      }}>
        <TextField label="New tag" placeholder="New tag" value={words} maxLength={60} onChange={(event) => setWords(event.target.value)} />
        <Button size="small" tone="plain" icon={Plus} type="submit" disabled={words.trim() === ''}>Add</Button>
      </form>
    </section>
  )
}
