import { Component, type ReactNode } from 'react';
import { Panel, type PanelProps } from './panel.tsx';
import { ErrorState } from './panel-state.tsx';

export type PanelBoundaryProps = Pick<PanelProps, 'frame'> & {
  /** How the panel is called, also while it cannot be drawn. */
  title: string;
  area?: string;
  /** The data that the panel is drawn from: another one is a new try. */
  source: unknown;
  /** Asks for the data anew; null = nobody can press it (walls), the next look will do. */
  onRetry: (() => void) | null;
  children: ReactNode;
};

/** Keeps what one panel cannot draw from taking the others along. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidUpdate(previous: PanelBoundaryProps): void {
    if (this.state.hasFailed && previous.source !== this.props.source)
      this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    const { title, frame, area, onRetry, children } = this.props;
    if (!this.state.hasFailed) return children;
    return (
      <Panel title={title} frame={frame} mood="failed" {...(area === undefined ? {} : { area })}>
        <ErrorState what={title} onRetry={onRetry} code={null} />
      </Panel>
    );
  }
}
