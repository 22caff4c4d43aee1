import SectionMessage from '@atlaskit/section-message';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { appFieldsOf, useCount, useFields, useSearch } from '../jira/queries';
import { Empty, Failed, Loading } from '../parts/states';
import { JqlBar } from './jql-bar';
import { LaneChips } from './lane-chips';
import { filterJql, listJql } from './list-jql';
import { ListTable } from './list-table';
import { Pager } from './pager';
import { ProjectChooser } from './project-chooser';
import { scoreOrder, useListQuestion } from './use-list-question';

const plainFields = ['summary', 'status', 'priority', 'issuetype'];

export function ListPage() {
  const [question, change] = useListQuestion();
  const fields = useFields();
  const appFields = appFieldsOf(fields.data ?? []);
  const installed = appFields.score !== undefined;
  const order = !installed && question.order === scoreOrder ? 'updated DESC' : question.order;
  const jql = listJql({ ...question, order });
  const ids = Object.values(appFields).flatMap((field: { id: string } | undefined) =>
    field === undefined ? [] : [field.id],
  );

  const [paging, setPaging] = useState<{
    readonly jql: string;
    readonly tokens: readonly string[];
  }>({ jql, tokens: [] });
  const tokens = paging.jql === jql ? paging.tokens : [];
  const setTokens = (next: readonly string[]) => {
    setPaging({ jql, tokens: next });
  };
  const page = useSearch(jql, [...plainFields, ...ids], tokens.at(-1) ?? null, fields.isSuccess);
  const count = useCount(filterJql(question), fields.isSuccess);

  useEffect(() => {
    document.title = question.project === null ? 'Issues' : `${question.project} issues`;
  }, [question.project]);

  return (
    <div className="list-page">
      <div className="list-head">
        <h1>Issues</h1>
        <ProjectChooser
          value={question.project}
          onChange={(project) => {
            change({ project });
          }}
        />
        {question.project === null ? null : (
          <Link to={`/projects/${question.project}/settings`}>Project settings</Link>
        )}
        <JqlBar
          key={question.where}
          where={question.where}
          onSearch={(where) => {
            change({ where });
          }}
        />
      </div>
      {fields.isSuccess && !installed ? (
        <SectionMessage appearance="warning" title="Ballast’s fields are not on this site">
          <p>Install the app to see scores and lanes. Until then the newest change comes first.</p>
        </SectionMessage>
      ) : (
        <LaneChips
          question={question}
          enabled={installed}
          onChoose={(lane) => {
            change({ lane });
          }}
        />
      )}
      {fields.isError ? (
        <Failed what="The list" error={fields.error} retry={() => void fields.refetch()} />
      ) : page.isError ? (
        <Failed
          what="The list"
          error={page.error}
          retry={() => {
            setTokens([]);
            void page.refetch();
          }}
        />
      ) : page.isPending ? (
        <Loading what="issues" />
      ) : page.data.issues.length === 0 ? (
        <Empty title="No issue matches">
          Choose another lane or project, or change the query above.
        </Empty>
      ) : (
        <>
          <ListTable
            issues={page.data.issues}
            fields={appFields}
            order={order}
            busy={page.isPlaceholderData}
            onOrder={(next) => {
              change({ order: next });
            }}
          />
          <Pager
            shown={page.data.issues.length}
            page={tokens.length}
            total={count.data}
            next={page.data.nextPageToken ?? null}
            onNext={(token) => {
              setTokens([...tokens, token]);
            }}
            onBack={() => {
              setTokens(tokens.slice(0, -1));
            }}
          />
        </>
      )}
    </div>
  );
}
