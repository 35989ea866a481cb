import { Component, type ReactNode } from 'react'
import { TriangleAlert } from 'lucide-react'
import { viewState } from '../state/window/view'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

interface FailureProps {
  readonly children: ReactNode
}

interface FailureState {
  readonly failure: Error | null
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))

/** Stands in for the window where drawing it failed, instead of an empty page: says what is safe, and leads back. */
export class FailureScreen extends Component<FailureProps, FailureState> {
  override state: FailureState = { failure: null }

  /** Takes what was thrown while drawing; what is kept on the disk is not touched by it. */
  static getDerivedStateFromError(thrown: unknown): FailureState {
    return { failure: asError(thrown) }
  }

  readonly #again = (): void => this.setState({ failure: null })

  readonly #library = (): void => {
    viewState.show('library')
    this.#again()
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (failure === null) return this.props.children
    return (
      <main className="failure-screen" role="alert">
        <EmptyState
          icon={TriangleAlert}
          title="This view could not be drawn"
          text={
            <>
              Every note shown as Saved is on the disk. The reason, for a report: <code>{failure.message}</code>
            </>
          }
          acts={
            <>
              <Button tone="primary" onClick={this.#again}>Try again</Button>
              <Button tone="plain" onClick={this.#library}>Go to the library</Button>
            </>
          }
        />
      </main>
    )
  }
}
