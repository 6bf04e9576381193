'use client';
import { Component, type ErrorInfo, type ReactNode } from 'react';

export interface ErrorBoundaryProps {
  /** Drawn in the place of what crashed. */
  readonly fallback: (retry: () => void, error: unknown) => ReactNode;
  readonly onError?: ((error: unknown, componentStack: string) => void) | undefined;
  /** A new key is a new chance: the id of what is shown. */
  readonly resetKey?: unknown;
  readonly children?: ReactNode;
}

interface ErrorBoundaryState {
  readonly crash: { readonly error: unknown } | null;
  readonly resetKey: unknown;
}

/** Keeps a crash inside its own box. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { crash: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { crash: { error } };
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    return Object.is(resetKey, state.resetKey) ? null : { crash: null, resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    try {
      this.props.onError?.(error, info.componentStack ?? '');
    } catch (reason) {
      // The host's listener failed while it was told of a failure; a second crash helps nobody.
      console.error(reason);
    }
  }

  retry = () => this.setState({ crash: null });

  override render() {
    const { crash } = this.state;
    return crash ? this.props.fallback(this.retry, crash.error) : this.props.children;
  }
}
