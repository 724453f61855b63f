import type { PlanHeader } from '../domain/plan.ts';
import { quoteValue, type Problem, type Wanted } from '../domain/problem.ts';

/**
 * Reads the foreign member `cordon`. Unknown members are kept; members of the wrong type are
 * reported and read as if they were absent.
 */
export function readHeader(cordon: unknown): { header: PlanHeader; problems: Problem[] } {
	if (cordon === undefined || cordon === null) {
		return { header: { format: 1, name: '' }, problems: [{ code: 'no-header', severity: 'warning' }] };
	}
	if (typeof cordon !== 'object' || Array.isArray(cordon)) {
		return { header: { format: 1, name: '' }, problems: [{ code: 'no-header', severity: 'error' }] };
	}
	const { format, name, region, ...rest } = cordon as Record<string, unknown>;
	const problems: Problem[] = [];
	if (typeof format === 'number' && format > 1) {
		problems.push({ code: 'newer-format', severity: 'error', seen: quoteValue(format) });
	} else if (format !== 1) {
		problems.push(wrong('cordon.format', format, { what: 'one-of', values: [1] }));
	}
	if (name !== undefined && typeof name !== 'string') {
		problems.push(wrong('cordon.name', name, { what: 'text' }));
	}
	if (region !== undefined && region !== null && typeof region !== 'string') {
		problems.push(wrong('cordon.region', region, { what: 'text' }));
	}
	const header: PlanHeader = {
		format: 1,
		name: typeof name === 'string' ? name : '',
		...(typeof region === 'string' && { region }),
		...rest
	};
	return { header, problems };
}

function wrong(path: string, value: unknown, wanted: Wanted): Problem {
	return { code: 'bad-header', severity: 'error', path, seen: quoteValue(value), wanted };
}
