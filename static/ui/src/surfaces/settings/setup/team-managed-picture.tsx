import type { JSX } from 'react';
import styles from './team-managed-picture.module.css';

/** Where to click in a team-managed project, in three frames; the steps above it say the same in words. */
export function TeamManagedPicture(): JSX.Element {
  return (
    <div
      className={styles.picture}
      role="img"
      aria-label="Three places in Jira: the more-actions menu next to the project’s name with Space settings; Work types in the settings; Ballast’s fields dragged into Context fields, and Save changes."
    >
      <Frame number={1} title="More actions → Space settings">
        <Bar x={12} y={48} width={70} text="My project" />
        <Bar x={88} y={48} width={26} text="•••" marked />
        <Box x={70} y={72} width={108} height={84} />
        <Bar x={78} y={80} width={92} text="Add people" plain />
        <Bar x={78} y={102} width={92} text="Save as template" plain />
        <Bar x={78} y={126} width={92} text="Space settings" marked />
      </Frame>
      <Frame number={2} title="Work types → each type">
        <Bar x={12} y={48} width={64} text="Details" plain />
        <Bar x={12} y={72} width={64} text="Access" plain />
        <Bar x={12} y={96} width={64} text="Work types" marked />
        <Box x={88} y={44} width={92} height={112} />
        <Bar x={96} y={54} width={76} text="Story" />
        <Bar x={96} y={80} width={76} text="Bug" />
        <Bar x={96} y={106} width={76} text="Task" />
      </Frame>
      <Frame number={3} title="Drag the fields, Save changes">
        <Box x={10} y={44} width={82} height={88} />
        <Bar x={16} y={52} width={70} text="Context fields" plain />
        <Bar x={16} y={76} width={70} text="" marked />
        <Box x={104} y={44} width={78} height={88} />
        <Bar x={110} y={52} width={66} text="Search fields" plain />
        <Bar x={110} y={76} width={66} text="Priority score" />
        <Bar x={110} y={100} width={66} text="Backlog lane" />
        <path className={styles.arrow} d="M108 86 H92 m0 0 l6 -4 m-6 4 l6 4" />
        <Bar x={104} y={142} width={78} text="Save changes" marked />
      </Frame>
    </div>
  );
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function Frame({
  number,
  title,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly children: React.ReactNode;
}): JSX.Element {
  return (
    <svg className={styles.frame} viewBox="0 0 190 166" aria-hidden>
      <rect className={styles.edge} x={0.5} y={0.5} width={189} height={165} rx={6} />
      <text className={styles.title} x={12} y={24}>
        {number}. {title}
      </text>
      {children}
    </svg>
  );
}

function Box({ x, y, width, height }: Placed & { readonly height: number }): JSX.Element {
  return <rect className={styles.box} x={x} y={y} width={width} height={height} rx={4} />;
}

function Bar({
  x,
  y,
  width,
  text,
  marked = false,
  plain = false,
}: Placed & {
  readonly text: string;
  readonly marked?: boolean;
  readonly plain?: boolean;
}): JSX.Element {
  return (
    <>
      <rect
        className={marked ? styles.marked : plain ? styles.plain : styles.bar}
        x={x}
        y={y}
        width={width}
        height={19}
        rx={3}
      />
      <text className={styles.label} x={x + 5} y={y + 13}>
        {text}
      </text>
    </>
  );
}
