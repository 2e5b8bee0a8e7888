import { Component, type ComponentChildren } from "preact";

interface Props {
  /** Another one is another page: it is tried anew. */
  of: string;
  children: ComponentChildren;
}

interface State {
  error: Error | undefined;
  of: string;
}

/** What a page that breaks is replaced by. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: undefined, of: this.props.of };

  static override getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static override getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.of === state.of ? null : { error: undefined, of: props.of };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <main class="nhsuk-main-wrapper" id="main" tabIndex={-1}>
        <h1 class="nhsuk-heading-l">Sorry, this page has failed</h1>
        <p>That is our fault, not yours. The register is not touched by it.</p>
        <p>
          <button
            type="button"
            class="nhsuk-button"
            onClick={() => this.setState({ error: undefined })}
          >
            Show the page again
          </button>
        </p>
        <p class="app-small">
          If you report it, say: <code>{this.state.error.message}</code>
        </p>
      </main>
    );
  }
}
