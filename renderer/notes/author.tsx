import { UserRound } from 'lucide-react'
import { ME } from '#contract/person'
import type { Authored } from '#contract/person'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Icon } from '../ui/icon'

/** Who made a thing, where that is somebody else than the one who keeps the library; a typed name, and no proof. */
export const Author = ({ of }: { readonly of: Authored }) => {
  const { authorId = ME } = of
  const name = useStore(workspaceState, workspaceState.select.personName(authorId))
  if (authorId === ME) return null
  return (
    <span className="author truncate" title={`By ${name}, as the file it came in says`}>
      <Icon of={UserRound} size={12} />
      {name}
    </span>
  )
}
