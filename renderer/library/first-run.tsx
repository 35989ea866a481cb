import { commands } from '../state/commands/commands'
import { FileText, FolderInput, FolderOpen, MousePointerClick, Terminal } from 'lucide-react'
import { documentState } from '../state/document/document'
import { libraryState } from '../state/library/library'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { openFiles } from './library-bar'

const openSample = async (): Promise<void> => {
  const filingId = await libraryState.importSample()
  if (filingId !== null) await documentState.openFiling(filingId)
}

/** What an empty library shows: what Redwell does, a sample to try it on, and the three ways to bring a filing in. */
export const FirstRun = () => (
  <div className="first-run">
    <h1>Read a filing the way a diligence team does</h1>
    <p className="first-run-lead">
      Redwell suggests findings and forward-looking statements, says why, and links each statement to the caution the filing gives for it.
      You accept or reject, highlight, write notes and print it all. Everything stays on this computer.
    </p>
    <div className="first-run-acts">
      <Button tone="primary" icon={FileText} onClick={() => void openSample()}>Try the sample release</Button>
      <Button tone="plain" icon={FolderOpen} onClick={() => void openFiles()}>
        Open files… <Kbd keys={commands.keysOf('open')} />
      </Button>
      <Button tone="plain" icon={FolderInput} onClick={() => commands.run('window.import-folder')}>
        Import a folder… <Kbd keys={commands.keysOf('window.import-folder')} />
      </Button>
    </div>
    <ul className="first-run-ways">
      <li>
        <Icon of={MousePointerClick} size={18} />
        <span>
          <strong>Drop</strong> files or whole folders anywhere on this window.
        </span>
      </li>
      <li>
        <Icon of={FolderOpen} size={18} />
        <span>
          <strong>Open</strong> .htm, .html and .txt exhibits or a full submission text file, as downloaded from EDGAR.
        </span>
      </li>
      <li>
        <Icon of={Terminal} size={18} />
        <span>
          <strong>Start</strong> it with a file: <code>npm start -- FILE</code>
        </span>
      </li>
    </ul>
    <p className="first-run-foot">The bytes are copied into the library: the original file may move or vanish, your notes stay.</p>
  </div>
)
