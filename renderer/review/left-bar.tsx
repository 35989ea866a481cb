import { ArrowLeft, ArrowRight, CircleCheck, CircleHelp, FileQuestion, Lightbulb, ListChecks, Rows3, X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { LeftItem } from '#contract/review'
import { commands } from '../state/commands/commands'
import { reviewState } from '../state/review/review'
import { useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { Icon } from '../ui/icon'

const KINDS: Readonly<Record<LeftItem['kind'], { readonly words: string; readonly icon: LucideIcon }>> = {
  suggestion: { words: 'Suggestion to decide', icon: Lightbulb },
  section: { words: 'Section to review', icon: Rows3 },
  question: { words: 'Question to settle', icon: CircleHelp },
  orphan: { words: 'Orphan to attach', icon: FileQuestion }
}

/** While what is left is stepped through: which thing this is, how many there are, and the way on. */
export const LeftBar = () => {
  const queue = useStore(reviewState, reviewState.select.queue)
  if (!queue) return null
  const { shown: item, done } = queue
  const kind = item ? KINDS[item.kind] : null
  const words = item && item.words === '' ? 'Before the first heading' : item?.words
  return (
    <section aria-label="Stepping through what is left">
      <div className="left-bar" role="toolbar" aria-label="What is left">
        <Icon of={done ? CircleCheck : kind?.icon ?? ListChecks} size={14} />
        <span className="left-kind">{kind?.words}</span>
        <span className="left-words truncate" data-done={done} title={words}>{words}</span>
        <span className="left-count numeric" role="status">
          {done
            ? `Done · ${queue.total.toLocaleString('en')} left`
            : `${(queue.at + 1).toLocaleString('en')} of ${queue.total.toLocaleString('en')} left`}
        </span>
        {item?.kind === 'section' && !done
          ? <Button size="small" onClick={() => void reviewState.reviewShown()}>Mark as reviewed</Button>
          : null}
        <IconButton size="small" icon={ArrowLeft} label="Previous open item" keys={commands.keysOf('window.left-previous')}
          onClick={() => void reviewState.step(-1)} />
        <Button size="small" tone="plain" onClick={() => void reviewState.step(1)}>
          Next<Icon of={ArrowRight} size={14} />
        </Button>
        <IconButton size="small" icon={X} label="End stepping through what is left" onClick={reviewState.endQueue} />
      </div>
    </section>
  )
}
