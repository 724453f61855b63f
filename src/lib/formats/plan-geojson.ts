import type { Bbox } from '../geo/coordinates.ts';
import type { Item, ItemId, Kind } from '../domain/items.ts';
import type { Plan, PlanHeader, UnreadFeature } from '../domain/plan.ts';
import { quoteValue, type Problem } from '../domain/problem.ts';
import { isOpeningHours } from '../domain/validation/properties.ts';
import { personalDropper } from './drop-personal.ts';
import { readJsonText, type NotANumber } from './json-text.ts';
import { misplacedItems } from './misplaced-items.ts';
import { readFeature, type FeatureReader } from './read-feature.ts';
import { readHeader } from './read-header.ts';

export interface ParseOptions {
	/** Makes up the id of a feature that has none; asked again while the answer is taken. */
	readonly newId: (kind: Kind, featureIndex: number) => string;
	/**
	 * Where the plan should lie, or who knows it by the region that the plan names. Without it, swapped
	 * coordinates are judged by the bulk of the plan.
	 */
	readonly regionBbox?: Bbox | ((region: string) => Bbox | undefined) | undefined;
	/** Hears how far the features have been checked, a hundred times or so. */
	readonly onChecked?: ((checked: number, total: number) => void) | undefined;
}

export interface ParsedPlan {
	readonly plan: Plan;
	/** In the order of the file. */
	readonly problems: Problem[];
}

/** Problems after which nothing of the file was read. */
const FATAL: readonly Problem['code'][] = ['not-json', 'not-a-feature-collection', 'newer-format'];

/** Whether the file gave no plan at all, rather than a plan with faults. */
export function isUnreadable(problems: readonly Problem[]): boolean {
	return problems.some((problem) => FATAL.includes(problem.code) && problem.featureIndex === undefined);
}

/**
 * Reads a plan file (SPEC 3). Never throws on what a file may hold: every problem is collected with
 * its feature, place and severity, and what is well-formed stays usable.
 *
 * A feature that cannot be used is kept as it stands and printed again in its place; so is the
 * unusable value of one property. A missing or repeated id is made up. Properties that look
 * personal are dropped and reported. O(n log n) in the vertices of the file.
 */
export function parsePlan(text: string, options: ParseOptions): ParsedPlan {
	const json = readJsonText(text);
	if (!json.ok) {
		const { line, column, seen, wanted } = json;
		return nothing({
			code: 'not-json',
			severity: 'error',
			line,
			column,
			seen,
			wanted: { what: 'json', token: wanted }
		});
	}
	const root = json.value;
	if (!isRecord(root) || root.type !== 'FeatureCollection' || !Array.isArray(root.features)) {
		return nothing({ code: 'not-a-feature-collection', severity: 'error', seen: describe(root) });
	}
	const dropPersonal = personalDropper();
	const { type: _type, features, cordon, bbox: _bbox, ...rest } = root;
	const head = readHeader(cordon);
	if (head.problems.some((problem) => problem.code === 'newer-format')) return nothing(...head.problems);

	const problems = [...head.problems];
	const [header, foreign] = [dropPersonal(head.header, 'cordon'), dropPersonal(rest, '')];
	for (const path of [...header.dropped, ...foreign.dropped]) {
		problems.push({ code: 'personal-property', severity: 'warning', path });
	}

	const reader: FeatureReader = {
		newId: options.newId,
		parsesHours: rememberedHours(),
		dropPersonal,
		ids: idsOf(features as unknown[])
	};
	const items = new Map<ItemId, Item>();
	const unread: UnreadFeature[] = [];
	const total = (features as unknown[]).length;
	const tellEach = Math.max(100, Math.ceil(total / 100));
	for (const [rank, feature] of (features as unknown[]).entries()) {
		if (rank % tellEach === 0) options.onChecked?.(rank, total);
		const read = readFeature(feature, rank, reader);
		for (const problem of read.problems) problems.push(problem);
		if (read.item) items.set(read.item.id, read.item);
		else unread.push({ rank, feature: read.kept });
	}
	const { region } = head.header;
	const { regionBbox } = options;
	const home =
		typeof regionBbox !== 'function' ? regionBbox : region === undefined ? undefined : regionBbox(region);
	for (const problem of misplacedItems(items, home)) {
		problems.push(problem);
		const item = problem.severity === 'error' && items.get(problem.featureId as ItemId);
		if (!item) continue;
		items.delete(item.id);
		unread.push({
			rank: item.rank,
			feature: reader.dropPersonal((features as unknown[])[item.rank], '').value
		});
	}
	for (const item of items.values()) {
		if (item.kind !== 'checkpoint' || item.properties.ring === undefined) continue;
		if (items.get(item.properties.ring as ItemId)?.kind === 'control-ring') continue;
		problems.push({
			code: 'dangling-ring',
			severity: 'warning',
			featureId: item.id,
			featureIndex: item.rank,
			path: 'properties.ring',
			seen: quoteValue(item.properties.ring)
		});
	}
	const plan: Plan = {
		header: header.value as PlanHeader,
		items,
		...(Object.keys(rest).length > 0 && { foreign: foreign.value as Record<string, unknown> }),
		...(unread.length > 0 && { unread: unread.sort((a, b) => a.rank - b.rank) })
	};
	return { plan, problems: withPlaces(problems, json.notNumbers).sort(byPlace) };
}

function nothing(...problems: Problem[]): ParsedPlan {
	return { plan: { header: { format: 1, name: '' }, items: new Map() }, problems };
}

/** Every id that the file gives itself: none of them may be made up. */
function idsOf(features: readonly unknown[]): FeatureReader['ids'] {
	const given = new Set<string>();
	for (const feature of features) {
		if (isRecord(feature) && (typeof feature.id === 'string' || typeof feature.id === 'number')) {
			given.add(String(feature.id));
		}
	}
	return { given, used: new Set() };
}

function rememberedHours(): (hours: string) => boolean {
	const verdicts = new Map<string, boolean>();
	return (hours) => {
		let verdict = verdicts.get(hours);
		if (verdict === undefined) verdicts.set(hours, (verdict = isOpeningHours(hours)));
		return verdict;
	};
}

/** Gives problems about a `NaN` the line it stands in, and reports those that no feature reported. */
function withPlaces(problems: readonly Problem[], notNumbers: readonly NotANumber[]): Problem[] {
	if (notNumbers.length === 0) return [...problems];
	const placed = [...problems];
	for (const { path, line, column } of notNumbers) {
		const featureIndex = path[0] === 'features' && typeof path[1] === 'number' ? path[1] : undefined;
		const inner = pathText(featureIndex === undefined ? path : path.slice(2));
		const found = placed.findIndex(
			(p) => p.featureIndex === featureIndex && p.path !== undefined && inner.startsWith(p.path) && !p.line
		);
		const place = { line, column };
		if (found >= 0) placed[found] = { ...(placed[found] as Problem), ...place };
		else {
			placed.push({
				code: 'not-json',
				severity: 'error',
				seen: 'NaN',
				path: inner,
				wanted: { what: 'json', token: 'a number' },
				...(featureIndex !== undefined && { featureIndex }),
				...place
			});
		}
	}
	return placed;
}

function pathText(path: readonly (string | number)[]): string {
	return path
		.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
		.join('');
}

function byPlace(a: Problem, b: Problem): number {
	return (a.featureIndex ?? -1) - (b.featureIndex ?? -1);
}

function describe(root: unknown): string {
	if (!isRecord(root)) return Array.isArray(root) ? 'a list' : quoteValue(root);
	if (root.type !== 'FeatureCollection') return `type ${quoteValue(root.type)}`;
	return `features ${quoteValue(root.features)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
