import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../host/session';
import { appFieldsOf, useEditMeta, useFields, useIssue, useRights } from '../jira/queries';
import type { Issue } from '../jira/shapes';
import { Failed, Loading } from '../parts/states';
import { IssueSurface } from './issue-surface';
import { Activity } from './activity';
import { AppsMenu } from './apps-menu';
import { Description } from './description';
import { DetailsRail } from './details-rail';
import { IssueHead } from './issue-head';
import { Links } from './links';
import { TransitionMenu } from './transition-menu';

export function IssuePage() {
  const key = useParams()['key'] ?? '';
  const issue = useIssue(key);
  const summary = issue.data?.fields.summary ?? '';
  useEffect(() => {
    document.title = summary === '' ? key : `[${key}] ${summary}`;
  }, [key, summary]);
  if (issue.isPending) return <Loading what={key} />;
  if (issue.isError)
    return <Failed what={key} error={issue.error} retry={() => void issue.refetch()} />;
  return <IssueView key={issue.data.id} issue={issue.data} />;
}

function IssueView({ issue }: { readonly issue: Issue }) {
  const editable = useEditMeta(issue.key).data ?? {};
  const fields = useFields().data ?? [];
  const rights = useRights(issue.key);
  const { surfaces } = useSession();
  const panels = surfaces.filter(({ type }) => type === 'jira:issuePanel');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    setClosed(
      closed.has(key)
        ? new Set([...closed].filter((each) => each !== key))
        : new Set([...closed, key]),
    );
  };
  return (
    <article className="issue-page" aria-label={`${issue.key} ${issue.fields.summary ?? ''}`}>
      <div className="issue-main">
        <IssueHead issue={issue} editable={editable} mayDelete={rights.has('DELETE_ISSUES')}>
          <TransitionMenu issue={issue} />
          <AppsMenu panels={panels} closed={closed} onToggle={toggle} />
        </IssueHead>
        <Description issue={issue} editable={editable['description']} />
        <Links issue={issue} mayLink={rights.has('LINK_ISSUES')} />
        {panels
          .filter(({ key }) => !closed.has(key))
          .map((surface) => (
            <section key={surface.key} className="box" aria-label={surface.title}>
              <h2>{surface.title}</h2>
              <IssueSurface surface={surface} issue={issue} />
            </section>
          ))}
        <Activity issueKey={issue.key} mayComment={rights.has('ADD_COMMENTS')} />
      </div>
      <DetailsRail
        issue={issue}
        editable={editable}
        fields={fields}
        appFields={appFieldsOf(fields)}
        surfaces={surfaces.filter(({ type }) => type === 'jira:issueContext')}
      />
    </article>
  );
}
