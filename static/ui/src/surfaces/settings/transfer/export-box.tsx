import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useId, useState, type JSX } from 'react';
import { writeRubric } from '../../../../../../src/core/rubric/document/document-text';
import { Answered } from '../../../shared/questions/answered';
import form from '../../../shared/styles/form.module.css';
import { useAnswer } from '../../../shared/questions/use-answer';
import { FileToKeep } from '../../../shared/components/file-to-keep';
import type { Draft } from '../draft/draft';
import layout from '../../../shared/styles/layout.module.css';

type Format = 'yaml' | 'json';

interface Props {
  readonly project: string | null;
  readonly draft: Draft;
  readonly close: () => void;
}

/** The rubric as a document for another project, a repository, or safe keeping. */
export function ExportBox({ project, draft, close }: Props): JSX.Element {
  const id = useId();
  const [format, setFormat] = useState<Format>('yaml');
  const [what, setWhat] = useState<'published' | 'draft'>('published');
  const { lastSound, differs } = draft;
  const mine =
    differs && lastSound !== null && what === 'draft'
      ? {
          fileName: `ballast-${project ?? 'site'}-draft.${format}`,
          text: writeRubric(lastSound, format),
        }
      : null;
  return (
    <section className={layout.drawer} aria-label="Export">
      <Heading size="small" as="h2">
        Export the rubric
      </Heading>
      <div className={form.row}>
        {differs && lastSound !== null && (
          <fieldset className={form.choices}>
            <legend className={form.label}>What</legend>
            <Choice
              name={`${id}what`}
              checked={what === 'published'}
              choose={() => setWhat('published')}
            >
              What is published
            </Choice>
            <Choice name={`${id}what`} checked={what === 'draft'} choose={() => setWhat('draft')}>
              My draft
            </Choice>
          </fieldset>
        )}
        <fieldset className={form.choices}>
          <legend className={form.label}>Format</legend>
          <Choice name={`${id}format`} checked={format === 'yaml'} choose={() => setFormat('yaml')}>
            YAML
          </Choice>
          <Choice name={`${id}format`} checked={format === 'json'} choose={() => setFormat('json')}>
            JSON
          </Choice>
        </fieldset>
      </div>
      {mine !== null ? <FileToKeep file={mine} /> : <Published project={project} format={format} />}
      <div className={layout.rowBelow}>
        <Button appearance="subtle" onClick={close}>
          Close
        </Button>
      </div>
    </section>
  );
}

function Published({
  project,
  format,
}: {
  readonly project: string | null;
  readonly format: Format;
}): JSX.Element {
  const asked = useAnswer('rubric.export', { project, version: null, format });
  return (
    <Answered asked={asked} loading="Writing the document…">
      {(file) => <FileToKeep file={file} />}
    </Answered>
  );
}

function Choice({
  name,
  checked,
  choose,
  children,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly choose: () => void;
  readonly children: string;
}): JSX.Element {
  return (
    <label className={form.choice}>
      <input type="radio" name={name} checked={checked} onChange={choose} />
      {children}
    </label>
  );
}
