import { Copy, PackageOpen, RotateCcw, Trash2 } from 'lucide-react'
import type { SetAside } from '#contract/exchange'
import { countWords } from '#model/words'
import { setAsideState } from '../state/review/set-aside'
import { copyText } from '../state/window/clipboard'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button, IconButton } from '../ui/button'
import { DateText } from '../ui/date-text'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'

/** More items than this are not listed one by one. */
const MOST_LISTED = 300

const Item = ({ item }: { readonly item: SetAside }) => {
  const trying = useStore(setAsideState, (state) => state.trying.length > 0)
  const { place, author, about, putAt, quote, note, reason, remedy, raw, canTry } = item
  return (
    <li className="set-aside">
      <div className="set-aside-words">
        <p className="set-aside-facts">
          <span className="numeric">{place}</span>
          {[author, about].map((fact) => fact === null ? null : <span key={fact} className="truncate">{fact}</span>)}
          <DateText iso={putAt} label="Set aside" />
        </p>
        {quote === null ? null : <q className="take-in-quote">{quote}</q>}
        {note === null ? null : <p className="take-in-note">{note}</p>}
        <p className="set-aside-why">
          <strong>{reason}</strong> {remedy}
        </p>
        <details className="set-aside-raw">
          <summary>As it came</summary>
          <pre tabIndex={0}>{raw}</pre>
          <Button size="small" tone="plain" icon={Copy} onClick={() => void copyText(raw, 'Copied as it came.')}>Copy</Button>
        </details>
      </div>
      {canTry
        ? (
          <Button size="small" icon={RotateCcw} disabled={trying} onClick={() => void setAsideState.tryAgain([item.id])}>
            Try again
          </Button>
        )
        : null}
      <IconButton size="small" icon={Trash2} label={`Dismiss ${place}`} onClick={() => void setAsideState.dismiss([item.id])} />
    </li>
  )
}

const File = ({ name, items }: { readonly name: string; readonly items: readonly SetAside[] }) => (
  <section className="take-in-group" aria-label={name}>
    <h3 className="truncate" title={name}>{name}</h3>
    <ul className="take-in-list">{items.map((item) => <Item key={item.id} item={item} />)}</ul>
  </section>
)

const Foot = () => {
  const items = useStore(setAsideState, setAsideState.select.items)
  const trying = useStore(setAsideState, (state) => state.trying.length > 0)
  const again = items.filter(({ canTry }) => canTry).map(({ id }) => id)
  return (
    <>
      {items.length < 2
        ? null
        : <Button icon={Trash2} onClick={() => void setAsideState.dismiss(items.map(({ id }) => id))}>Dismiss all</Button>}
      {again.length < 2
        ? null
        : (
          <Button icon={RotateCcw} disabled={trying} onClick={() => void setAsideState.tryAgain(again)}>
            Try all {again.length.toLocaleString('en')} again
          </Button>
        )}
      <Button tone="primary" onClick={viewState.closeDialog}>Close</Button>
    </>
  )
}

/** What imports set aside, by the file it came in: where it stood, why it waits, what to do. */
export const SetAsideDialog = () => {
  const open = useStore(viewState, (state) => state.dialog === 'set-aside')
  const items = useStore(setAsideState, setAsideState.select.items)
  const shown = items.slice(0, MOST_LISTED)
  const files = [...new Set(shown.map(({ fileName }) => fileName))]
  return (
    <Dialog open={open} onClose={viewState.closeDialog} title="Set aside" width="wide" foot={<Foot />}
      description="Items of work that was taken in and could not be placed. They are kept as they came until they are placed or dismissed."
    >
      {items.length === 0
        ? (
          <EmptyState icon={PackageOpen} title="Nothing is set aside"
            text="An item of somebody’s work that cannot be read, or whose filing is not in the library, is kept here as it came, until it can be placed or you dismiss it." />
        )
        : (
          <div className="take-in">
            {files.map((name) => <File key={name} name={name} items={shown.filter(({ fileName }) => fileName === name)} />)}
            {items.length > MOST_LISTED ? <p className="take-in-why">and {countWords(items.length - MOST_LISTED, 'more item')}</p> : null}
          </div>
        )}
    </Dialog>
  )
}
