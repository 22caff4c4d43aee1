import { useSearchParams } from 'react-router';
import { defaultWhere } from './list-jql';
import type { ListQuestion } from './list-jql';

export const scoreOrder = '"Priority score" DESC';

/** The list's question lives in the address, so that a list can be linked to and the back button works. */
export function useListQuestion(): readonly [
  ListQuestion,
  (change: Partial<ListQuestion>) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const question: ListQuestion = {
    where: parameters.get('jql') ?? defaultWhere,
    project: parameters.get('project'),
    lane: parameters.get('lane'),
    order: parameters.get('order') ?? scoreOrder,
  };
  const change = (part: Partial<ListQuestion>) => {
    const next = { ...question, ...part };
    const address = new URLSearchParams();
    if (next.where !== defaultWhere) address.set('jql', next.where);
    if (next.project !== null) address.set('project', next.project);
    if (next.lane !== null) address.set('lane', next.lane);
    if (next.order !== scoreOrder) address.set('order', next.order);
    setParameters(address);
  };
  return [question, change];
}
