import { X } from 'lucide-react'
import type { WorkProgress } from '#contract/library'
import { libraryState } from '../state/library'
import { useStore } from '../state/use-store'
import { IconButton } from '../ui/button'
import { Progress } from '../ui/progress'
import { nameOf } from './file-name'

const STAGES: Readonly<Record<WorkProgress['stage'], string>> = {
  reading: 'Reading', decoding: 'Decoding', parsing: 'Parsing', segmenting: 'Finding sections and sentences', detecting: 'Looking for findings', storing: 'Storing', printing: 'Printing', comparing: 'Comparing'
}

/** The imports that are going on, each with how far it is and a way to stop it. */
export const ImportProgress = () => {
  const jobs = useStore(libraryState, libraryState.select.jobs).filter(({ stage }) => stage !== 'printing' && stage !== 'comparing')
  if (jobs.length === 0) return null
  return (
    <ul className="imports" aria-label="Imports">
      {jobs.map(({ job, file, stage, done, total }) => (
        <li key={job}>
          <span className="truncate" title={file}>{nameOf(file)}</span>
          <span className="imports-stage">{STAGES[stage]}…</span>
          <Progress label={`Importing ${nameOf(file)}`} done={done} total={total} />
          <IconButton icon={X} size="small" label={`Stop importing ${nameOf(file)}`} onClick={() => { void libraryState.cancel(job) }} />
        </li>
      ))}
    </ul>
  )
}
