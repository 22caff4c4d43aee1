import { Component, type ReactNode } from 'react';
import type { Refusal } from '../../../../../src/contract';
import { reload } from '../../bridge';
import { RefusalNotice } from './refusal-notice';

interface Props {
  readonly children: ReactNode;
}

const CRASHED: Refusal = {
  kind: 'failed',
  what: 'Ballast could not be shown.',
  advice:
    'Reload it. If it keeps happening, tell your Jira administrator what you were looking at.',
};

/** Turns a surface that could not be loaded or drawn into a failed state. A class, as React offers nothing else. */
export class CrashGuard extends Component<Props, { readonly at: number | null }> {
  override state: { readonly at: number | null } = { at: null };

  static getDerivedStateFromError(): { at: number } {
    return { at: Date.now() };
  }

  override render(): ReactNode {
    const { at } = this.state;
    if (at === null) return this.props.children;
    return (
      <RefusalNotice refusal={CRASHED} refusedAt={at} asking={false} again={() => void reload()} />
    );
  }
}
