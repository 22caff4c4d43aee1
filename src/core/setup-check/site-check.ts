import type { FieldInfo } from '../issue/issue-record';
import { questionsFor, type FieldQuestion } from '../signals/reading-key';
import { mismatch } from '../issue/type-mismatch';
import { siteFields, type SiteFields } from '../issue/site-fields';
import { defaultRubric } from '../rubric/presets/default-rubric';
import type { RubricProblem } from '../rubric/schema/problem';
import { same } from '../rubric/document/difference';
import type { Rubric } from '../rubric/schema/schema';

/** What a part of the rubric asks of the site. */
interface Asked {
  readonly question: FieldQuestion;
  readonly path: string;
  readonly who: string;
  /** The rubric makes do without it, and says so where it matters. */
  readonly mayBeMissing: boolean;
}

/**
 * What a sound rubric asks of fields that the site does not have, or has with another type: what reads them would be unknown on
 * every issue. A criterion that says `ifSiteHas` is left out instead, and the lists that Ballast itself proposes for effort,
 * lanes and evidence are made of names that some site may have: those are no problem while the field is missing.
 */
export function problemsOnSite(
  rubric: Rubric,
  fields: readonly FieldInfo[],
): readonly RubricProblem[] {
  const site = siteFields(fields);
  return [
    ...criteria(rubric),
    ...effort(rubric),
    ...lanes(rubric),
    ...evidence(rubric),
    ...moscow(rubric),
  ].flatMap((asked) => against(asked, site));
}

function criteria({ criteria }: Rubric): readonly Asked[] {
  return criteria.flatMap(({ id, signal, ifSiteHas }, at) =>
    questionsFor(signal).map((question) => ({
      question,
      path: `criteria.${at}.signal`,
      who: `criterion ${id}`,
      mayBeMissing: ifSiteHas,
    })),
  );
}

function effort({ effort: { sources } }: Rubric): readonly Asked[] {
  const proposed = defaultRubric.effort.sources.map(({ fields }) => fields);
  return sources.map(({ fields }, at) => ({
    question: { kind: 'number', fields },
    path: `effort.sources.${at}.fields`,
    who: 'effort',
    mayBeMissing: proposed.some((list) => same(list, fields)),
  }));
}

function lanes({ lanes }: Rubric): readonly Asked[] {
  const proposed = defaultRubric.lanes.flatMap(({ any }) =>
    any.flatMap((one) => (one.kind === 'filled' ? [one.fields] : [])),
  );
  return lanes.flatMap(({ lane, any }, rule) =>
    any.flatMap((one, at): readonly Asked[] =>
      one.kind !== 'filled'
        ? []
        : [
            {
              question: one,
              path: `lanes.${rule}.any.${at}.fields`,
              who: `the rule for ${lane}`,
              mayBeMissing: proposed.some((list) => same(list, one.fields)),
            },
          ],
    ),
  );
}

/** These hold names, in a field of any type. */
function evidence({ evidence: { incidents, support } }: Rubric): readonly Asked[] {
  const { incidents: proposed, support: offered } = defaultRubric.evidence;
  const lists = [
    {
      fields: incidents.severityFields,
      path: 'evidence.incidents.severityFields',
      who: 'the severity of incidents',
      usual: proposed.severityFields,
    },
    {
      fields: support.customerFields,
      path: 'evidence.support.customerFields',
      who: 'the customer of a support ticket',
      usual: offered.customerFields,
    },
    {
      fields: support.satisfaction.fields,
      path: 'evidence.support.satisfaction.fields',
      who: 'the satisfaction with a support ticket',
      usual: offered.satisfaction.fields,
    },
  ];
  return lists.map(({ fields, path, who, usual }) => ({
    question: { kind: 'filled', fields },
    path,
    who,
    mayBeMissing: same(usual, fields),
  }));
}

function moscow({ moscow: { source } }: Rubric): readonly Asked[] {
  return source.from === 'field'
    ? [
        {
          question: { kind: 'option', fields: source.fields },
          path: 'moscow.source.fields',
          who: 'MoSCoW',
          mayBeMissing: false,
        },
      ]
    : [];
}

function against(
  { question, path, who, mayBeMissing }: Asked,
  site: SiteFields,
): readonly RubricProblem[] {
  if (!('fields' in question) || question.fields.length === 0) return [];
  const found = site.called(question.fields);
  const names = question.fields.join(' or ');
  if (found.length === 0) {
    return mayBeMissing
      ? []
      : [
          {
            path,
            problem: `${who} reads field ${names}, which this site does not have`,
            advice: 'name a field that it has, or create one',
          },
        ];
  }
  if (question.kind === 'filled') return [];
  const kind = question.kind === 'workingDays' ? 'number' : question.kind;
  const wrong = found.map((field) => mismatch(field, kind));
  const [first] = wrong;
  return first !== undefined && first !== null && wrong.every((why) => why !== null)
    ? [
        {
          path,
          problem: `${who} cannot read its field: ${first}`,
          advice: 'name another field, or read it as what it is',
        },
      ]
    : [];
}
