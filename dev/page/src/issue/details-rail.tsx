import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../host/session';
import type { AppFields } from '../jira/queries';
import type { Editable, Field, Issue } from '../jira/shapes';
import type { Surface } from '../../wire';
import { ballastOf } from '../list/ballast-of';
import { capital, LaneLozenge, ScoreFigure } from '../parts/issue-look';
import { When } from '../parts/when';
import { IssueSurface } from './issue-surface';
import { FieldRow } from './field-row';
import { wordsOf } from './field-value';

interface DetailsRailProps {
  readonly issue: Issue;
  readonly editable: Readonly<Record<string, Editable>>;
  readonly fields: readonly Field[];
  readonly appFields: AppFields;
  readonly surfaces: readonly Surface[];
}

const systemFields = [
  ['assignee', 'Assignee'],
  ['reporter', 'Reporter'],
  ['priority', 'Priority'],
  ['duedate', 'Due date'],
  ['labels', 'Labels'],
  ['components', 'Components'],
  ['fixVersions', 'Fix versions'],
  ['resolution', 'Resolution'],
] as const;

export function DetailsRail({ issue, editable, fields, appFields, surfaces }: DetailsRailProps) {
  const { app } = useSession();
  const ownIds = new Set(
    Object.values(appFields).flatMap((field: Field | undefined) =>
      field === undefined ? [] : [field.id],
    ),
  );
  const custom = fields
    .filter(({ id }) => id.startsWith('customfield_') && !ownIds.has(id))
    .sort((one, other) => one.name.localeCompare(other.name));
  const isFilled = ({ id }: Field) => wordsOf(issue.fields[id]) !== '';
  const fillable = custom.filter((field) => !isFilled(field) && editable[field.id] !== undefined);
  const [all, setAll] = useState(false);
  const { score, lane, horizon, reasons } = ballastOf(issue, appFields);
  const row = (id: string, name: string) => (
    <FieldRow
      key={id}
      issueKey={issue.key}
      id={id}
      name={name}
      value={issue.fields[id]}
      editable={editable[id]}
    />
  );
  return (
    <aside className="rail" aria-label="Details">
      {surfaces.map((surface) => (
        <section key={surface.key} className="box" aria-label={surface.label}>
          <h2>{surface.label}</h2>
          <IssueSurface surface={surface} issue={issue} />
        </section>
      ))}
      <section className="box" aria-labelledby="details">
        <h2 id="details">Details</h2>
        <dl>
          {systemFields.map(([id, name]) => row(id, name))}
          {custom.filter(isFilled).map(({ id, name }) => row(id, name))}
          {all ? fillable.map(({ id, name }) => row(id, name)) : null}
        </dl>
        {fillable.length === 0 ? null : (
          <div className="more-fields">
            <Button
              appearance="subtle"
              spacing="compact"
              onClick={() => {
                setAll(!all);
              }}
            >
              {all ? 'Hide empty fields' : `Show ${String(fillable.length)} empty fields`}
            </Button>
          </div>
        )}
      </section>
      {ownIds.size === 0 ? null : (
        <section className="box" aria-labelledby="app-fields">
          <h2 id="app-fields">{app} fields</h2>
          <dl>
            <Own name="Priority score">
              <ScoreFigure score={score} />
            </Own>
            <Own name="Backlog lane">{lane === null ? <None /> : <LaneLozenge lane={lane} />}</Own>
            <Own name="Time horizon">{horizon === null ? <None /> : capital(horizon)}</Own>
            <Own name="Score reasons">{reasons ?? <None />}</Own>
          </dl>
        </section>
      )}
      <p className="quiet dates">
        {issue.fields.created ? (
          <>
            Created <When iso={issue.fields.created} />
          </>
        ) : null}
        <br />
        {issue.fields.updated ? (
          <>
            Updated <When iso={issue.fields.updated} />
          </>
        ) : null}
      </p>
    </aside>
  );
}

const None = () => <span className="quiet">None</span>;

function Own({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="field-row">
      <dt>{name}</dt>
      <dd>
        <div className="read-only">{children}</div>
      </dd>
    </div>
  );
}
