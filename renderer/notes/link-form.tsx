import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'
import { isLinkAddress } from '#model/note-body'

/** Asks for the address of a link; one that may not be kept is refused with the reason. */
export const LinkForm = ({ onSubmit, onCancel }: { readonly onSubmit: (url: string) => void; readonly onCancel: () => void }) => {
  const [url, setUrl] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const address = /^[a-z][a-z0-9+.-]*:/i.test(url.trim()) ? url.trim() : `https://${url.trim()}`
    if (url.trim() !== '' && isLinkAddress(address) && URL.canParse(address)) onSubmit(address)
    else setWrong(true)
  }
  return (
    <form className="note-link-form" onSubmit={submit} onKeyDown={(event) => {
      if (event.key === 'Escape') {
        event.stopPropagation()
        onCancel()
      }
    }}>
      <TextField label="Address of the link" placeholder="https://…" autoFocus value={url} aria-invalid={wrong} onChange={(event) => {
        setUrl(event.target.value)
        setWrong(false)
      }} />
      <Button size="small" tone="plain" type="submit">Set link</Button>
      <Button size="small" onClick={onCancel}>Cancel</Button>
      {wrong ? <p className="note-link-wrong" role="alert">Only web and mail addresses can be kept.</p> : null}
    </form>
  )
}
