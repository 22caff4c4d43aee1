import { benchRubric } from './backlog';
import { scoreGraph } from './graph';

// A process of its own, so that nothing else counts: scores so many issues with their blockers and tells the most memory that it held, in MB.
scoreGraph(Number(process.argv[2]), benchRubric());
process.send?.(Math.round(process.resourceUsage().maxRSS / 1024));
