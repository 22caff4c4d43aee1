import Button from '@atlaskit/button/new';

interface PagerProps {
  readonly shown: number;
  /** From 0. */
  readonly page: number;
  /** Jira counts approximately; undefined while it does not answer. */
  readonly total: number | undefined;
  readonly next: string | null;
  onNext(token: string): void;
  onBack(): void;
}

const pageSize = 50;
const figures = new Intl.NumberFormat('en');

export function Pager({ shown, page, total, next, onNext, onBack }: PagerProps) {
  const first = page * pageSize + 1;
  const range = `${figures.format(first)}–${figures.format(first + shown - 1)}`;
  return (
    <nav className="pager" aria-label="Pages of the list">
      <span role="status">
        {total === undefined ? range : `${range} of ${figures.format(total)}`}
      </span>
      <span className="pager-buttons">
        <Button isDisabled={page === 0} onClick={onBack}>
          Back
        </Button>
        <Button
          isDisabled={next === null}
          onClick={() => {
            if (next !== null) onNext(next);
          }}
        >
          Next
        </Button>
      </span>
    </nav>
  );
}
